"""What is said about a reference file that is wrong, and where?"""

from collections.abc import Callable
from pathlib import Path

import pytest

from scoring.ingest.problems import sentence
from scoring.ingest.reference import load_reference
from scoring.ingest.reference.layout import FILES

Problems = Callable[[], list[tuple[str, str]]]

SETS = "id,index_name,level,from_year,to_year,total,decision,title,source\n"
CRITERIA = "code,title,short_title,max_points,kind\n"


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file(folder: Path, problems: Problems, name: str) -> None:
    (folder / name).unlink()
    assert problems()[0] == (name, "reference-file-missing")


@pytest.mark.parametrize("content", [b"", "field,synonym\ncode,Mã".encode("utf-16"), b'a,"b'])
def test_a_file_that_is_no_csv(folder: Path, problems: Problems, content: bytes) -> None:
    (folder / "headers.csv").write_bytes(content)
    assert problems() == [("headers.csv", "reference-file-unreadable")]


@pytest.mark.parametrize("name", FILES)
def test_each_missing_column_is_named(folder: Path, name: str) -> None:
    (folder / name).write_text("a,b\n1,2\n", "utf-8")
    found = [one for one in load_reference(folder)[1] if one.sheet == name]
    assert [(one.code, one.row, one.expected) for one in found] == [
        ("reference-column-missing", 1, f"cột {column}") for column in FILES[name]
    ]


@pytest.mark.parametrize(
    ("name", "line", "place", "code"),
    [
        ("organisations.csv", "x,,tỉnh,,,", "B", "reference-value-missing"),
        ("organisations.csv", "x,X,tỉnh,,1/7/2025,", "E", "reference-not-a-date"),
        ("organisations.csv", "x,X,tỉnh,nowhere,,", "D", "reference-unknown"),
        ("organisations.csv", "lam-dong,X,tỉnh,,,", "A", "reference-duplicate"),
        ("organisations.csv", "x,X,tỉnh,,2025-01-01,2024-01-01", "F", "reference-period"),
        ("organisation_aliases.csv", "X,nowhere", "B", "reference-unknown"),
        ("organisation_aliases.csv", "toàn QUỐC,ca-nuoc", "A", "reference-duplicate"),
        ("successors.csv", "nowhere,lam-dong-2025,2025-07-01,tỉnh,s", "A", "reference-unknown"),
        ("successors.csv", "lam-dong,nowhere,2025-07-01,tỉnh,s", "B", "reference-unknown"),
        ("successors.csv", "lam-dong,gia-lai-2025,soon,tỉnh,s", "C", "reference-not-a-date"),
        ("criteria_sets.csv", "x,PAPI,tỉnh,mới,,10,,X,s", "D", "reference-not-a-number"),
        ("criteria_sets.csv", "x,PAPI,tỉnh,2020,2019,10,,X,s", "E", "reference-period"),
        ("criteria_sets.csv", "x,PAPI,tỉnh,2020,,mười,,X,s", "F", "reference-not-a-number"),
        ("criteria_sets.csv", "x,PAPI,tỉnh,2020,,-,,X,s", "F", "reference-not-a-number"),
        ("criteria_sets.csv", "x,PAPI,tỉnh,2020,,10,,X,", "I", "reference-value-missing"),
        ("criteria_sets.csv", "x,PAR,tỉnh,2020,2020,100,,X,s", "D", "reference-overlap"),
        ("bands.csv", "PAR,tỉnh,2024,A,90,,s", "D", "reference-duplicate"),
        ("bands.csv", "PAR,tỉnh,2024,E,90,80,s", "F", "reference-period"),
        ("units.csv", "Sở Nội vụ,0,", "A", "reference-duplicate"),
        ("units.csv", "Sở Mới,nhóm,", "B", "reference-not-a-number"),
        ("units.csv", "Sở Mới,0,Sở Nội vụ", "C", "reference-duplicate"),
        ("factors.csv", "SIPAS,5,Khác,0,", "B", "reference-duplicate"),
        ("factors.csv", "SIPAS,9,Khác,0,Kết quả dịch vụ", "E", "reference-duplicate"),
        ("factors.csv", "PAPI,9,Khác,0,,mười,", "F", "reference-not-a-number"),
        ("factors.csv", "PAPI,9,Khác,0,,10,sau này", "G", "reference-not-a-number"),
        ("breaks.csv", "PAPI,,2018,Lại,s", "C", "reference-duplicate"),
        ("breaks.csv", "PAPI,,hai,Lý do,s", "C", "reference-not-a-number"),
        ("breaks.csv", "PAPI,,2030,,s", "D", "reference-value-missing"),
        ("headers.csv", "colour,Màu", "A", "reference-unknown"),
        ("headers.csv", "code,stt", "B", "reference-duplicate"),
        ("kinds.csv", "survey,Khảo sát,", "A", "reference-duplicate"),
        ("criteria/par-tinh-2020.csv", "9.2,Lặp lại,,1,", "A", "reference-duplicate"),
        ("criteria/par-tinh-2020.csv", "7.9.1,Không có 7.9,,1,", "A", "reference-unknown"),
        ("criteria/par-tinh-2020.csv", "7.9,X,,1,lucky", "E", "reference-unknown"),
        ("criteria/par-tinh-2020.csv", "7.9,X,,một,", "D", "reference-not-a-number"),
    ],
)
def test_a_line_that_is_wrong(
    folder: Path, problems: Problems, name: str, line: str, place: str, code: str
) -> None:
    lines = (folder / name).read_text("utf-8").splitlines()
    (folder / name).write_text("\n".join([*lines, line, ""]), "utf-8")
    assert problems() == [(f"{name}!{place}{len(lines) + 1}", code)]


def test_every_wrong_cell_of_a_line_is_told(folder: Path, problems: Problems) -> None:
    (folder / "bands.csv").write_text(
        "index_name,level,year,band,lower,upper,source\nPAR,,hai,A,cao,,s\n", "utf-8"
    )
    assert problems() == [
        ("bands.csv!B2", "reference-value-missing"),
        ("bands.csv!C2", "reference-not-a-number"),
        ("bands.csv!E2", "reference-not-a-number"),
    ]


def test_children_that_can_earn_more_than_their_parent(folder: Path, problems: Problems) -> None:
    (folder / "criteria/par-tinh-2020.csv").write_text(
        CRITERIA + "1,Chỉ đạo,,2.00,\n1.1,Kế hoạch,,1.50,\n1.2,Báo cáo,,0.60,\n", "utf-8"
    )  # 1.50 + 0.60 > 2.00
    assert problems() == [("criteria/par-tinh-2020.csv!D2", "reference-children-exceed")]


def test_domains_that_can_earn_more_than_the_set(folder: Path, problems: Problems) -> None:
    (folder / "criteria/par-tinh-2020.csv").write_text(
        CRITERIA + "1,Chỉ đạo,,60,\n2,Thể chế,,40.5,\n", "utf-8"
    )  # 60 + 40.5 > 100
    assert problems() == [("criteria/par-tinh-2020.csv", "reference-total-exceeded")]


def test_criteria_without_a_set(folder: Path, problems: Problems) -> None:
    (folder / "criteria/nowhere.csv").write_text(CRITERIA, "utf-8")
    assert problems() == [("criteria/nowhere.csv", "reference-unknown")]


def test_the_rest_of_a_broken_file_is_still_read(folder: Path) -> None:
    path = folder / "organisations.csv"
    path.write_text(path.read_text("utf-8") + "x,,tỉnh,,,\n", "utf-8")
    reference, problems = load_reference(folder)
    assert len(problems) == 1
    assert [one.id for one in reference.organisations_named("Lâm Đồng", 2020)] == ["lam-dong"]


def test_an_empty_folder_still_gives_a_reference(tmp_path: Path) -> None:
    reference, problems = load_reference(tmp_path)
    assert {one.code for one in problems} == {"reference-file-missing"}
    assert reference.organisations_named("Lâm Đồng", 2020) == ()
    assert reference.criteria_set("PAR", "tỉnh", 2020) is None
    assert list(reference.frames()["organisation"].columns)[0] == "id"


def test_a_problem_reads_as_one_sentence(folder: Path) -> None:
    path = folder / "kinds.csv"
    path.write_text(path.read_text("utf-8") + "luck,,\n", "utf-8")
    assert [sentence(one) for one in load_reference(folder)[1]] == [
        "kinds.csv!B5: cần một giá trị. Điền giá trị cho ô này."
    ]
