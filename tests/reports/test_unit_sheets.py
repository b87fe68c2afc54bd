"""Is a unit's sheet one page with the figures of the page, whatever its texts are?"""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.messages.tasks import name
from scoring.analysis.messages.units import UNIT_COLUMNS
from scoring.analysis.questions import records
from scoring.analysis.review.gathered import Review
from scoring.analysis.review.units import UnitFrames, unit_frames, unit_view
from scoring.reports.blocks import written
from scoring.reports.pdf import as_pdf, available
from scoring.reports.unit_sheets.bundle import file_names, unit_sheets
from scoring.reports.unit_sheets.fitting import MORE, fitted, lines
from scoring.reports.unit_sheets.sheet import unit_sheet
from scoring.store import open_store
from tests.reports.made_up import made_up

OFFICE = "so-van-hoa-the-thao-va-du-lich-gia-lai"
office = pytest.mark.skipif(not available(), reason="needs LibreOffice")


@pytest.fixture(scope="module")
def lam_dong_units(sample_store, lam_dong: Review) -> UnitFrames:
    return unit_frames(sample_store[0].query, lam_dong)


@pytest.fixture(scope="module")
def plan_only(sample_store, review_of) -> UnitFrames:
    return unit_frames(sample_store[0].query, review_of(OFFICE, 2023))


@pytest.fixture(scope="module")
def large() -> UnitFrames:
    store = open_store(":memory:")
    found = unit_frames(store.query, made_up(store))
    store.close()
    return found


def opened(frames: UnitFrames, unit: str):
    return Document(BytesIO(unit_sheet(frames, unit)))


def tables(made) -> dict[str, list[list[str]]]:
    """The rows under each table's header, by its first cell."""
    found: dict[str, list[list[str]]] = {}
    for table in made.tables:
        head, *rows = [[cell.text for cell in row.cells] for row in table.rows]
        key = head[-1] if head[0] == "Tiêu chí" else head[0]
        found[key] = rows
    return found


def paragraphs(made) -> str:
    return "\n".join(one.text for one in made.paragraphs)


def test_each_number_is_that_of_the_page(lam_dong_units: UnitFrames, lam_dong: Review) -> None:
    for row in records(lam_dong.units):
        view = unit_view(lam_dong_units, row["unit"])
        found = tables(opened(lam_dong_units, row["unit"]))
        (figures,) = found["Chủ trì một mình"]
        assert figures[:3] == [
            written(row[one], "points") for one in ("lead_only", "shared", "in_full")
        ]
        assert figures[3] == written(view.coordinated_points, "points")
        if not view.largest.empty:
            losing = found["Phần của đơn vị"]
            assert [one[0].split()[0] for one in losing] == view.largest["code"].tolist()
            assert [one[3] for one in losing] == [
                written(lost, "points") for lost in view.largest["lost_points"]
            ]
        if not view.best.empty:
            assert [one[-1] for one in found["Đạt"]] == [
                written(one, "share") for one in view.best["reached"]
            ]


def test_a_department_as_it_is_handed_to_its_head(lam_dong_units: UnitFrames) -> None:
    made = opened(lam_dong_units, "Sở Tài chính")
    text, found = paragraphs(made), tables(made)
    assert "PHIẾU ĐƠN VỊ: Sở Tài chính" in text
    assert "Sở Tài chính chủ trì 5 tiêu chí mất 3,42 điểm, phối hợp 1 tiêu chí." in text
    assert "Chia đều, đơn vị mất nhiều điểm thứ 1 trong 3 đơn vị" in text
    assert found["Chủ trì một mình"] == [["3,13", "3,275", "3,42", "0,34", "1/3"]]
    assert found["Phần của đơn vị"][3][1:] == ["1,00", "0,71", "0,29", "50,0\u00a0%"]
    assert "đạt tỷ lệ cao nhất" not in text  # all that it leads stand among the losses
    assert [row[1] for row in found["Nhiệm vụ"]] == ["Chủ trì"] * 5 + ["Phối hợp"]
    footer = made.sections[0].footer.paragraphs[0].text
    assert "lam-dong-par-2020.xlsx" in footer and "lần nạp" in footer


def test_no_heading_is_cut_and_the_words_are_those_of_the_page(large: UnitFrames) -> None:
    made = opened(large, large.named[0])
    heads = [[cell.text for cell in table.rows[0].cells] for table in made.tables]
    assert heads[0][:3] == list(UNIT_COLUMNS.values())
    assert heads[1][1:4] == ["Điểm chuẩn", "Điểm thẩm định", "Điểm mất"]
    assert not any(MORE in name for head in heads for name in head)


def test_the_best_are_those_among_the_others(large: UnitFrames) -> None:
    named = 0
    for unit in large.named:
        made = opened(large, unit)
        found, text = tables(made), paragraphs(made)
        losing = {row[0] for row in found.get("Phần của đơn vị", [])}
        best = {row[0] for row in found.get("Đạt", [])}
        assert not losing & best
        among = "cao nhất trong số còn lại" in text
        assert among == bool(losing and best) and ("cao nhất" in text) == bool(best)
        named += among
    assert named


def test_without_a_score_table_there_are_tasks_only(plan_only: UnitFrames) -> None:
    made = opened(plan_only, "Thanh tra Sở")
    assert "Chưa có bảng điểm năm 2023" in paragraphs(made)
    assert list(tables(made)) == ["Nhiệm vụ"]


def test_what_finds_no_room_is_told(large: UnitFrames) -> None:
    for unit in large.named[:12]:
        view = unit_view(large, unit)
        every = [*records(view.led), *records(view.helped)]
        made = opened(large, unit)
        shown = tables(made)["Nhiệm vụ"]
        kept = [re.sub(r"\W*…$", "", row[0]) for row in shown]
        assert all(
            " ".join(name(row).replace("\x07", "").split()).startswith(told)
            for row, told in zip(every, kept, strict=False)
        )
        told = re.search(r"^Còn (.*) khác", paragraphs(made), re.M)
        left = sum(map(int, re.findall(r"\d+", told[1]))) if told else 0
        assert len(shown) + left == len(every)


def test_no_type_is_smaller_than_ten_points(large: UnitFrames) -> None:
    with ZipFile(BytesIO(unit_sheet(large, large.named[3]))) as archive:
        parts = [one for one in archive.namelist() if re.search(r"document|footer", one)]
        sizes = [
            int(size)
            for part in parts
            for size in re.findall(rb'w:szC?s? w:val="(\d+)"', archive.read(part))
        ]
    page = [size for size in sizes if size != 6]  # the empty line between two parts
    assert page and min(page) >= 20


def test_markup_is_text(large: UnitFrames) -> None:
    every = "\n".join(
        cell
        for unit in large.named
        for row in tables(opened(large, unit))["Nhiệm vụ"]
        for cell in row
    )
    assert "<b>Đậm</b> & =SUM(A1:A9) ]]> &amp;" in every


@office
def test_every_sheet_is_one_page(
    large: UnitFrames, lam_dong_units: UnitFrames, plan_only: UnitFrames
) -> None:
    chosen = [
        (frames, unit)
        for frames in (large, lam_dong_units, plan_only)
        for unit in [*frames.named[:12], *frames.loads["unit"][-2:]]
    ]
    files = {f"{at}.docx": unit_sheet(*one) for at, one in enumerate(chosen)}
    made = as_pdf(files)
    assert {name: pages(content) for name, content in made.items()} == dict.fromkeys(made, 1)


def test_all_sheets_in_one_file(lam_dong_units: UnitFrames) -> None:
    with ZipFile(BytesIO(unit_sheets(lam_dong_units))) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == [f"Phiếu đơn vị - {unit}.docx" for unit in lam_dong_units.named]
        made = Document(BytesIO(archive.read(names[3])))
    assert "PHIẾU ĐƠN VỊ: Sở Tài chính" in paragraphs(made)


def test_names_of_files_are_safe_and_differ() -> None:
    units = ["Sở A/B", "Sở A\\B", "sở a:b", "..", "", "Ban Quản lý " * 40, "CON", "Tên\nhai dòng"]
    found = file_names(units)
    assert found["Sở A/B"] == "Phiếu đơn vị - Sở A B.docx"
    assert found["sở a:b"] == "Phiếu đơn vị - sở a b (3).docx"
    assert len({one.casefold() for one in found.values()}) == len(units)
    assert not any(re.search(r'[<>:"/\\|?*\x00-\x1f]', one) for one in found.values())
    assert max(len(one.encode()) for one in found.values()) < 255


@given(st.text(alphabet="aăWƯ mỹ-/.ghi", max_size=200), st.integers(1, 3), st.booleans())
def test_a_cut_text_fits_and_begins_as_the_whole(text: str, most: int, bold: bool) -> None:
    told = fitted(text, 40, 10, most, bold=bold)
    whole = " ".join(text.split())
    assert lines(told, 40, 10, bold=bold) <= most
    assert told == whole or whole.startswith(told.removesuffix(MORE))


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
