"""Is a new year's criteria set data alone, and which set counts for a year?"""

from pathlib import Path

import pytest

from scoring.ingest.reference import Reference, load_reference


def test_a_set_is_added_with_two_files_and_no_code(folder: Path) -> None:
    sets = folder / "criteria_sets.csv"
    row = "par-tinh-2026,PAR,tỉnh,2026,2030,100,Quyết định X,Bộ tiêu chí mới,Nguồn\n"
    sets.write_text(sets.read_text("utf-8") + row, "utf-8")
    (folder / "criteria/par-tinh-2026.csv").write_text(
        "code,title,short_title,max_points,kind\n"
        "1,Chỉ đạo,,60,control\n"
        "1.1,Kế hoạch,,60,\n"
        '2,Điều tra xã hội học,XHH,"40,0",survey\n',
        "utf-8",
    )
    reference, problems = load_reference(folder)
    added = reference.criteria_set("PAR", "tỉnh", 2028)
    assert problems == ()
    assert added and added.id == "par-tinh-2026"
    assert [one.max_points for one in added.criteria.values()] == [60, 60, 40]
    assert added.kind("1.1") == "control"
    assert len(reference.frames()["criterion"]) == 38 + 3


@pytest.mark.parametrize(
    ("level", "year", "expected"),
    [
        ("tỉnh", 2020, "par-tinh-2020"),
        ("tỉnh", 2021, "par-tinh"),
        ("tỉnh", 2022, "par-tinh-2022"),
        ("tỉnh", 2011, None),
        ("bộ", 2023, "par-bo-2023"),
        ("sở", 2022, None),
    ],
)
def test_the_set_of_the_shortest_period_counts(
    reference: Reference, level: str, year: int, expected: str | None
) -> None:
    found = reference.criteria_set("PAR", level, year)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("code", "title", "expected"),
    [
        ("9.1", "SIPAS", "survey"),
        ("8.3.1", "Tỷ lệ doanh nghiệp thành lập mới trong năm", "impact"),
        ("6.1.2", "Sử dụng kinh phí", "control"),
        ("2", "Xây dựng văn bản QPPL", "control"),
        ("10.1", "Kết quả điều tra XHH", "survey"),
        ("10.1", "Sáng kiến", None),
    ],
)
def test_the_kind_is_the_own_one_or_that_above_or_told_by_the_title(
    reference: Reference, code: str, title: str, expected: str | None
) -> None:
    criteria_set = reference.criteria_set("PAR", "tỉnh", 2020)
    assert reference.kind_of(criteria_set, code, title) == expected


def test_the_digest_changes_with_any_file(folder: Path) -> None:
    before = load_reference(folder)[0].digest
    assert load_reference(folder)[0].digest == before
    path = folder / "criteria/par-tinh-2020.csv"
    path.write_text(path.read_text("utf-8").replace("8.50", "8.40"), "utf-8")
    assert load_reference(folder)[0].digest != before


def test_semicolons_and_a_byte_order_mark_as_excel_writes_them(folder: Path) -> None:
    path = folder / "headers.csv"
    path.write_text("field;synonym\ncode;STT\n", "utf-8-sig")
    reference, problems = load_reference(folder)
    assert problems == ()
    assert reference.headers == {"code": ("stt",)}
