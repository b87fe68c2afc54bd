"""Is every rule of the catalogue raised somewhere, tried by a test, and documented as it is?"""

import re
from pathlib import Path

import pytest

from scoring.ingest.rules import CATALOGUE, ERROR, NOTE, WARNING
from scoring.ingest.rules.actuals import ACTUALS
from scoring.ingest.rules.files import FILES
from scoring.ingest.rules.progress import PROGRESS
from scoring.ingest.rules.reference_files import REFERENCE_FILES
from scoring.ingest.rules.results import RESULTS
from scoring.ingest.rules.scores import SCORES
from scoring.ingest.rules.tables import COLUMNS, IDENTITY, LOADED
from scoring.ingest.rules.targets import TARGETS
from scoring.ingest.rules.tasks import TASKS

ROOT = Path(__file__).parents[2]
RULES = ROOT / "scoring" / "ingest" / "rules"
LEVELS = {ERROR: "lỗi", WARNING: "cảnh báo", NOTE: "ghi chú"}


def quoted(folder: Path) -> set[str]:
    """Every text in double quotes of a folder's Python files, the rules themselves left out."""
    files = (path for path in folder.rglob("*.py") if RULES not in path.parents)
    return {text for path in files for text in re.findall(r'"([a-z-]+)"', path.read_text("utf-8"))}


def test_no_code_stands_twice() -> None:
    of_plans = (TASKS, TARGETS, PROGRESS, ACTUALS)
    groups = (FILES, IDENTITY, COLUMNS, LOADED, SCORES, *of_plans, RESULTS, REFERENCE_FILES)
    assert sum(map(len, groups)) == len(CATALOGUE)


def test_every_rule_is_raised_somewhere() -> None:
    assert sorted(set(CATALOGUE) - quoted(ROOT / "scoring")) == []


def test_every_rule_is_tried_by_a_test() -> None:
    assert sorted(set(CATALOGUE) - quoted(ROOT / "tests")) == []


@pytest.mark.parametrize("code", CATALOGUE)
def test_the_documents_say_how_bad_it_is(code: str) -> None:
    text = (ROOT / "docs" / "workbook.md").read_text("utf-8")
    told = re.findall(rf"^\| `{code}` \| ([^|]+) \| ([^|]+) \|", text, re.M)
    assert told == [(LEVELS[CATALOGUE[code].severity], CATALOGUE[code].title)]
