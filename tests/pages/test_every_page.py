"""Does every page open, whatever is in the database?"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.databases import KINDS
from tests.pages.opening import opened, pages, shown

Use = Callable[[str], Path]
# Pages that have something to do before anything is loaded.
WITHOUT_DATA = {"pages/importing.py"}


@pytest.mark.parametrize("page", pages())
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opens_without_an_exception(database: Use, kind: str, page: str) -> None:
    database(kind)
    app = opened(page)
    assert [str(one.value) for one in app.exception] == []
    assert shown(app) != ""


@pytest.mark.parametrize("page", sorted(set(pages()) - WITHOUT_DATA))
def test_a_page_over_an_empty_database_says_what_to_do_first(database: Use, page: str) -> None:
    database("empty")
    assert "Nhập dữ liệu" in shown(opened(page)) + links(page)


@pytest.mark.parametrize("page", pages())
def test_the_sum_of_all_rows_is_never_shown(database: Use, page: str) -> None:
    database("samples")
    assert "37,88" not in shown(opened(page))  # a parent repeats its children


def links(page: str) -> str:
    """The labels of the links to other pages."""
    return "\n".join(str(one.proto.label) for one in opened(page).get("page_link"))
