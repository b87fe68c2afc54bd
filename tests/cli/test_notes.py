"""Does the command on notes list, write, mend and take back, and refuse with a reason?"""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scoring.commands.answer import Answer
from scoring.commands.notes import notes
from scoring.settings import settings
from tests import databases

Asked = Callable[..., Answer]


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    path = tmp_path / "scoring.duckdb"
    databases.empty(path)
    known = replace(settings(), database=str(path), user="Người ghi thử")
    nothing = dict.fromkeys(("year", "say", "note", "index", "code", "unit"))
    usual = {**nothing, "organisation": "lam-dong", "take_back": False, "conclusion": False}
    return lambda **said: notes(Namespace(**{**usual, **said}), known)


def test_a_note_is_written_mended_and_taken_back(asked: Asked) -> None:
    (row,) = asked(year=2020, say="Lời đầu", code="6.1.2", unit="Sở Tài chính").value["rows"]
    assert (row["text"], row["index_name"], row["code"]) == ("Lời đầu", "PAR", "6.1.2")
    assert (row["unit"], row["who"], row["year"]) == ("Sở Tài chính", "Người ghi thử", 2020)
    (mended,) = asked(note=row["note"], say="Lời sau", conclusion=True).value["rows"]
    assert (mended["text"], mended["conclusion"], mended["words"]) == ("Lời sau", True, 2)
    assert mended["code"] == "6.1.2"
    gone = asked(note=row["note"], take_back=True)
    assert (gone.code, gone.value["rows"]) == (0, [])


def test_notes_of_one_year_are_listed(asked: Asked) -> None:
    asked(year=2019, say="Năm trước")
    asked(year=2020, say="Kết luận", conclusion=True)
    assert [row["text"] for row in asked().value["rows"]] == ["Kết luận", "Năm trước"]
    assert [row["text"] for row in asked(year=2019).value["rows"]] == ["Năm trước"]
    assert asked().lines[0] == (
        "2 ghi chú, trong đó 1 kết luận họp; 1 kết luận chưa thành nhiệm vụ."
    )


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"say": "Không năm"}, "Nêu --year NĂM của ghi chú mới."),
        ({"say": " ", "year": 2020}, "Ghi chú cần có lời."),
        ({"take_back": True}, "Nêu --note MÃ_GHI_CHÚ của ghi chú cần bỏ."),
        ({"note": "khong-co", "say": "x"}, "Không có ghi chú khong-co của lam-dong."),
        ({"note": "x"}, "Nêu --say LỜI để sửa ghi chú này, hoặc --take-back để bỏ."),
    ],
)
def test_what_cannot_be_written_is_refused(
    asked: Asked, said: dict[str, object], error: str
) -> None:
    found = asked(**said)
    assert (found.code, found.value["error"]) == (1, error)


def test_a_reused_name_is_the_one_with_notes_and_of_a_year_the_bearer_then(asked: Asked) -> None:
    asked(organisation="Lâm Đồng", year=2021, say="Của tỉnh cũ")
    found = asked(organisation="Lâm Đồng").value
    assert (found["organisation"], [row["text"] for row in found["rows"]]) == (
        "lam-dong",
        ["Của tỉnh cũ"],
    )
    asked(organisation="Lâm Đồng", year=2026, say="Của tỉnh mới")
    assert asked(organisation="Lâm Đồng").value["organisation"] == "lam-dong-2025"
    then = asked(organisation="Lâm Đồng", year=2021).value
    assert [row["text"] for row in then["rows"]] == ["Của tỉnh cũ"]
