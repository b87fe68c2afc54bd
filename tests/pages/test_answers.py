"""Is there one cache, and is everything in it dropped when something is said?"""

import importlib
import pkgutil
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import pytest
from streamlit.runtime.caching.cache_utils import CachedFunc

from pages.ui import answers
from scoring.store import GroupMeaning, Progress

ROOT = Path(__file__).parents[2]
# Bytes and meetings that never change, and the open database itself: nothing that people say makes
# them differ.
NEVER_STALE = {"_opened", "_batch_changes", "_sheets", "_marked_copy", "_stored_rows", "_held"}
DAY = date(2021, 11, 20)
NOW = datetime(2026, 1, 5, tzinfo=UTC)
GROUP = "Các sở, ban, ngành"


def parts() -> list[ModuleType]:
    names = [one.name for one in pkgutil.iter_modules(answers.__path__)]
    return [importlib.import_module(f"pages.ui.answers.{name}") for name in names]


def test_nothing_else_keeps_answers() -> None:
    files = [ROOT / "dashboard.py", *(ROOT / "pages").rglob("*.py")]
    keeping = [one for one in files if "st.cache_" in one.read_text(encoding="utf-8")]
    assert keeping
    assert {one.parent for one in keeping} == {ROOT / "pages" / "ui" / "answers"}


@pytest.mark.parametrize("part", parts(), ids=lambda one: one.__name__)
def test_every_kept_answer_is_dropped_or_never_stale(part: ModuleType) -> None:
    kept = {name for name, one in vars(part).items() if isinstance(one, CachedFunc)}
    named = (*getattr(part, "DROPPED", ()), *getattr(part, "OF_REFERENCE", ()))
    dropped = {one.__name__ for one in named}
    assert kept - NEVER_STALE == dropped
    assert len(named) == len(dropped)


def test_what_is_said_counts_after_forgetting(samples: Path) -> None:
    task = answers.board("lam-dong", DAY)["task"].iloc[0]
    answers.store().say([Progress(task, "done")], now=NOW, who=None)

    def state() -> str:
        board = answers.board("lam-dong", DAY).set_index("task")
        return str(board.loc[task, "state"])

    assert state() != "done"
    answers.forget()
    assert state() == "done"


def test_a_board_with_members_names_them_in_place_of_their_group(samples: Path) -> None:
    answers.store().say([GroupMeaning("lam-dong", GROUP, "focal", "Sở Nội vụ")], now=NOW, who=None)
    answers.forget()
    plain = answers.board("lam-dong", DAY)
    members = answers.board("lam-dong", DAY, members=True)
    of_group = plain["leads"].map(lambda names: GROUP in names)
    assert of_group.any() and not members["leads"].map(lambda names: GROUP in names).any()
    assert all("Sở Nội vụ" in names for names in members.loc[of_group, "leads"])
    assert (plain["task"] == members["task"]).all()
