"""Is everything that a person can meet described where they would look for it?"""

import ast
import re
import tomllib
from argparse import ArgumentParser, _SubParsersAction
from dataclasses import fields
from pathlib import Path

import pytest

from scoring.analysis import questions
from scoring.commands.parser import parser
from scoring.ingest.rules import CATALOGUE
from scoring.settings import Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def quoted(document: str) -> set[str]:
    """Everything that a document sets in code type."""
    return set(re.findall(r"`([^`\n]+)`", document))


def page_titles() -> list[str]:
    """The titles of the st.Page calls of the dashboard."""
    calls = (
        node for node in ast.walk(ast.parse(read("dashboard.py"))) if isinstance(node, ast.Call)
    )
    return [
        ast.literal_eval(keyword.value)
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr == "Page"
        for keyword in call.keywords
        if keyword.arg == "title"
    ]


def commands() -> dict[str, ArgumentParser]:
    actions = parser()._actions
    return next(dict(one.choices) for one in actions if isinstance(one, _SubParsersAction))


def options() -> list[str]:
    """Every long option of every command."""
    every = (action for one in commands().values() for action in one._actions)
    return sorted({text for action in every for text in action.option_strings if text[:2] == "--"})


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_each_problem_is_described_with_its_cure(code: str) -> None:
    text = read("docs/workbook.md")
    assert code in quoted(text), f"docs/workbook.md does not describe the problem `{code}`"
    assert CATALOGUE[code].title in text, (
        f"docs/workbook.md does not name “{CATALOGUE[code].title}”"
    )


def test_each_page_is_described() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md")))
    titles = page_titles()
    assert titles, "dashboard.py registers no page with a title"
    assert [title for title in titles if title not in text] == []


@pytest.mark.parametrize("name", questions.names())
def test_each_question_is_described(name: str) -> None:
    assert name in quoted(read("docs/method.md")), f"docs/method.md does not describe `{name}`"


def test_no_question_is_described_that_does_not_exist() -> None:
    documented = re.findall(r"^\|? *`([a-z_]+)`(?:\.sql)? *\|", read("docs/method.md"), re.M)
    assert sorted(set(documented) - set(questions.names())) == []


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_each_setting_is_described(name: str) -> None:
    assert f"SCORING_{name.upper()}" in quoted(read("docs/operations.md"))


@pytest.mark.parametrize("name", sorted(commands()))
def test_each_command_is_described(name: str) -> None:
    described = [text for text in quoted(read("docs/operations.md")) if is_command(text, name)]
    assert described, f"docs/operations.md does not describe `python -m scoring {name}`"


@pytest.mark.parametrize("option", options())
def test_each_option_is_described(option: str) -> None:
    if option != "--help":
        assert option in read("docs/operations.md")


def test_each_task_of_the_makefile_is_described() -> None:
    tasks = re.findall(r"^([a-z]+):.*##", read("Makefile"), re.M)
    text = read("README.md") + read("docs/operations.md")
    assert [task for task in tasks if task != "help" and f"make {task}" not in text] == []


def test_every_link_between_the_documents_leads_somewhere() -> None:
    documents = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md"))]
    broken = [
        f"{document.relative_to(ROOT)} → {target}"
        for document in documents
        for target in re.findall(r"\]\(([^)#\s]+)", document.read_text(encoding="utf-8"))
        if "://" not in target and not (document.parent / target).exists()
    ]
    assert broken == []


def test_every_direct_dependency_is_pinned_to_one_release() -> None:
    lines = (read("requirements.txt") + read("requirements-dev.txt")).splitlines()
    named = [line for line in lines if line and not line.startswith(("#", "-r"))]
    assert [line for line in named if not re.fullmatch(r"[a-z0-9-]+==[0-9.]+", line)] == []


def test_an_upload_may_be_as_large_as_the_settings_say() -> None:
    config = tomllib.loads(read(".streamlit/config.toml"))
    assert config["server"]["maxUploadSize"] == Settings.max_file_mb


def is_command(text: str, name: str) -> bool:
    return text == name or text.startswith((f"{name} ", f"python -m scoring {name}"))
