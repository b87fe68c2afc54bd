# Tasks of this project; `make` alone lists them. Needs Python 3.11 or newer and nothing else.

PYTHON ?= python3
PORT   ?= 8501
IN      = .venv/bin

# A slow mirror is waited for.
export PIP_DEFAULT_TIMEOUT = 120
export PIP_RETRIES = 10
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PIP_NO_INPUT = 1
export PYTHONUTF8 = 1

.DEFAULT_GOAL := help
.PHONY: help run test check format bench browser clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 10

run: .venv/run.stamp  ## install, load the samples on the first start, open the dashboard
	$(IN)/python -m scoring samples --if-empty || true
	$(IN)/python -m pages --server.port $(PORT)

test: check browser  ## every check and test, in the browser too where there is one
	$(IN)/python -m pytest -n 2 --dist loadgroup

check: .venv/dev.stamp  ## style, types, imports, and documentation of everything
	$(IN)/ruff check
	$(IN)/ruff format --check
	$(IN)/mypy
	$(IN)/lint-imports
	$(IN)/python -m pytest -q tests/docs

format: .venv/dev.stamp  ## put the code into its one shape
	$(IN)/ruff check --fix
	$(IN)/ruff format

bench: .venv/dev.stamp browser  ## measure, print the ratios, write build/bench.json
	$(IN)/python -m tests.benchmarks

browser:
	@bash tests/browser/install.sh

clean:  ## remove what was built; the database stays
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# The stamps are older than the requirements whenever those changed.
.venv/run.stamp: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Cần Python 3.11 trở lên, thấy " + sys.version.split()[0])'
	test -x $(IN)/python || $(PYTHON) -m venv .venv
	$(IN)/python -m pip install --quiet -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt .venv/run.stamp
	$(IN)/python -m pip install --quiet -r requirements-dev.txt
	@touch $@
