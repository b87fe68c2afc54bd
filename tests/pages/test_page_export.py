"""Does each page hand out what it shows: a workbook with its numbers as numbers, and charts?"""

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from scoring.store import open_store
from tests.analysis.made_up_trends import load_made_up
from tests.analysis.made_up_years import PROVINCE, load_years
from tests.analysis.self_score_tables import SELF, loaded
from tests.benchmarks import national
from tests.pages.conftest import Handed
from tests.pages.opening import opened
from tests.pages.uploading import OF_GIA_LAI, OF_LAM_DONG

LABEL = "Xuất trang này (.xlsx)"
NATION = {"co_quan": "ca-nuoc", "nam": "2024"}
PLAN = {"co_quan": "so-van-hoa-the-thao-va-du-lich-gia-lai", "nam": "2023"}


def handed(downloads: dict[str, Handed], page: str, **address: str) -> Workbook:
    app = opened(f"pages/{page}.py", **address)
    assert not app.exception
    return openpyxl.load_workbook(io.BytesIO(downloads[LABEL].make()))


def column(sheet: Worksheet, title: str) -> list[object]:
    """The cells under a heading of the sheet's table."""
    for row in sheet.iter_rows(max_row=6):
        for cell in row:
            if cell.value == title:
                return list(_down(sheet, cell.row, cell.column))
    raise AssertionError(f"{sheet.title}: no column {title}")


def _down(sheet: Worksheet, row: int, at: int) -> Iterator[object]:
    # The frame of a table ends with it.
    while sheet.cell(row + 1, at).border.top.style:
        row += 1
        yield sheet.cell(row, at).value


@pytest.mark.parametrize(
    ("page", "address", "sheets"),
    [
        ("overview", OF_LAM_DONG, ["Trang bìa", "Tổng quan", "Điểm mất ở đâu"]),
        ("losses", OF_LAM_DONG, ["Điểm mất ở đâu", "Mất theo tiêu chí", "Mất theo loại"]),
        ("losses", OF_LAM_DONG | {"ma": "6"}, ["Tiêu chí 6"]),
        ("losses", OF_LAM_DONG | {"ma": "6.1.2"}, ["Tiêu chí 6.1.2"]),
        ("sipas", OF_GIA_LAI, ["Theo yếu tố"]),
        ("sipas", NATION, ["Hài lòng chung"]),
        ("units", OF_LAM_DONG, ["Theo đơn vị", "Nhiệm vụ theo đơn vị"]),
        ("units", OF_LAM_DONG | {"don_vi": "Sở Tài chính"}, ["Sở Tài chính", "Theo trạng thái"]),
        ("units", PLAN, ["Nhiệm vụ theo đơn vị"]),
        ("years", OF_LAM_DONG, ["Hai năm"]),
        ("trends", OF_LAM_DONG, ["PAR qua các năm"]),
        ("ranking", OF_LAM_DONG, ["Bảng xếp hạng PAR", "Qua các năm"]),
        ("indices", OF_LAM_DONG, ["Các chỉ số", "PAR"]),
        ("tasks", PLAN, ["Theo trạng thái", "Theo quý", "Từng nhiệm vụ"]),
        ("targets", OF_GIA_LAI, ["Hài lòng (SIPAS)", "Bảng chỉ tiêu"]),
        ("evidence", OF_LAM_DONG, ["Theo minh chứng", "Theo tiêu chí"]),
    ],
)
def test_each_page_hands_out_its_screens_and_where_they_were_read(
    samples: Path,
    downloads: dict[str, Handed],
    page: str,
    address: dict[str, str],
    sheets: list[str],
) -> None:
    book = handed(downloads, page, **address)
    assert book.sheetnames[: len(sheets)] == sheets
    assert book.sheetnames[-1] == "Nguồn"
    last = [str(cell.value) for row in book["Nguồn"].iter_rows() for cell in row]
    assert any(".xlsx" in text for text in last)
    assert "Năm: " in str(book.worksheets[0]["A2"].value)


def test_losses_and_their_shares_are_those_of_the_page(
    samples: Path, downloads: dict[str, Handed]
) -> None:
    book = handed(downloads, "losses", **OF_LAM_DONG)
    assert sum(column(book["Điểm mất ở đâu"], "Điểm mất")) == pytest.approx(16.07)
    leaves = book["Mất theo tiêu chí"]
    assert column(leaves, "Bị mất")[:2] == [5.94, 1.37]
    assert sum(column(leaves, "Bị mất")) == pytest.approx(16.084)  # of the leaves
    assert column(leaves, "Cộng dồn")[-1] == pytest.approx(1)
    assert sum(column(book["Mất theo loại"], "Bị mất")) == pytest.approx(16.084)
    assert len(leaves._charts) == 1


def test_a_choice_of_the_page_is_noted_and_followed(
    samples: Path, downloads: dict[str, Handed]
) -> None:
    book = handed(downloads, "tasks", **PLAN, trang_thai="qua-han", ngay="2024-06-01")
    assert "Trạng thái: Quá hạn" in str(book.worksheets[0]["A2"].value)
    states = set(column(book["Từng nhiệm vụ"], "Trạng thái"))
    assert states == {"▲ Quá hạn"}


def test_factors_stand_beside_their_targets(samples: Path, downloads: dict[str, Handed]) -> None:
    sheet = handed(downloads, "sipas", **OF_GIA_LAI)["Theo yếu tố"]
    both = dict(zip(column(sheet, "Năm 2022"), column(sheet, "Mục tiêu"), strict=True))
    assert both == {83.99: 85.99, 84.04: 86.04, 85.39: 87.39, 80.90: 82.90, 77.89: 81.89}


def test_the_place_in_a_league_keeps_its_field(samples: Path, downloads: dict[str, Handed]) -> None:
    sheet = handed(downloads, "ranking", **OF_LAM_DONG)["Bảng xếp hạng PAR"]
    places = dict(zip(column(sheet, "Đơn vị"), column(sheet, "Hạng"), strict=True))
    values = dict(zip(column(sheet, "Đơn vị"), column(sheet, "Giá trị"), strict=True))
    assert (places["Lâm Đồng"], values["Lâm Đồng"]) == (32, 83.93)
    formats = {cell.value: cell.number_format for row in sheet.iter_rows() for cell in row}
    assert formats[32].endswith('0"/63";"−"0"/63"')


def test_units_under_a_province_keep_their_own_maximum(
    database, tmp_path: Path, downloads: dict[str, Handed]
) -> None:
    made = tmp_path / "national.duckdb"
    national.build(made, national.Size(provinces=1, departments=6, communes=8, years=6))
    database("empty").write_bytes(made.read_bytes())
    book = handed(downloads, "members", co_quan="gia-lap-01", nam="2021")
    units = book["Các đơn vị"]
    shares = zip(
        column(units, "Chỉ số"),
        column(units, "Điểm đạt"),
        column(units, "Điểm tối đa"),
        strict=True,
    )
    assert len(column(units, "Chỉ số")) == 6
    for value, reached, most in shares:
        assert value == pytest.approx(100 * reached / most)
    assert len(column(book["Từng lĩnh vực"], "Trung vị")) > 1


def test_the_effects_of_two_years_add_up_to_the_change(
    empty: Path, downloads: dict[str, Handed]
) -> None:
    store = open_store(str(empty))
    load_years(store)
    store.close()
    book = handed(downloads, "years", co_quan=PROVINCE, nam="2023")
    before, after = column(book["Hai năm"], "Chỉ số")
    effects = column(book["Tác động theo lĩnh vực"], "Cộng")
    assert sum(effects) == pytest.approx(after - before)
    assert sum(column(book["Từng tiêu chí"], "Tác động")) == pytest.approx(after - before)


def test_a_line_is_not_drawn_through_a_break(empty: Path, downloads: dict[str, Handed]) -> None:
    store = open_store(str(empty))
    load_made_up(store)
    store.close()
    book = handed(downloads, "trends", co_quan="lam-dong", nam="2021", chi_so="PAPI")
    (chart,) = book.worksheets[0]._charts
    lines = [[point.v for point in one.val.numRef.numCache.pt] for one in chart.ser]
    # Another maximum from 2018 on, and no value of 2020.
    assert [len(line) for line in lines] == [1, 2, 1]


def test_self_scores_stand_beside_the_appraised_ones(
    empty: Path, downloads: dict[str, Handed]
) -> None:
    store = open_store(str(empty))
    for year in (2019, 2020):
        loaded(store, SELF, year=year, organisation_name="Lâm Đồng")
    store.close()
    sheet = handed(downloads, "self_scores", **OF_LAM_DONG)["Theo tiêu chí"]
    rows = zip(
        column(sheet, "Tự chấm"),
        column(sheet, "Thẩm định"),
        column(sheet, "Chênh lệch"),
        strict=True,
    )
    compared = [row for row in rows if "–" not in row]
    assert compared
    for own, appraised, difference in compared:
        assert difference == pytest.approx(own - appraised)
