"""Are tables of factors by unit written, and PAPI's points compared with their percentages?"""

from pathlib import Path

from scoring import intake
from tests.ingest.conftest import rows_of, workbook
from tests.ingest.test_dimensions import HEAD, LAM_DONG, OF_ONE, PAPI
from tests.intake.conftest import Desk

BY_UNIT = """
TT | Đơn vị                       | Tiếp cận | TTHC  | Chung
1  | Sở Nội vụ tỉnh Lâm Đồng      | 83,00    | 84,00 | 84,10
2  | Sở Tài chính tỉnh Lâm Đồng   | 73,00    | 74,00 | 74,10
"""


def book(title: str, text: str) -> bytes:
    return workbook({"Bảng": [[title], [], *rows_of(text)]})


def test_the_factors_of_each_unit_of_a_ranking_are_written(desk: Desk) -> None:
    content = book("Chỉ số SIPAS năm 2022 của các sở tỉnh Lâm Đồng", BY_UNIT)
    tables = desk.read(content)
    assert [table.kind for table in tables] == ["league", "satisfaction", "satisfaction"]
    for table in tables:
        desk.load(table, content)
    kept = desk.store.query(
        "select count(*) as rows, count(distinct batch) as batches from satisfaction"
    )
    assert kept.iloc[0].tolist() == [6, 2]


def test_papi_is_written_in_percent_and_its_league_in_points(desk: Desk, tmp_path: Path) -> None:
    content = book(PAPI, HEAD.format("Tổng") + f"{LAM_DONG} | 42,30")
    league, table = desk.read(content)
    for one in (league, table):
        desk.load(one, content)
    (kept,) = desk.store.query(
        "select value, total_max from league join batch on batch.id = league.batch"
    ).to_dict("records")
    assert kept == {"value": 42.3, "total_max": 80.0}
    overall = desk.store.query("select percent from satisfaction where overall")
    assert overall["percent"].tolist() == [52.875]
    # 52,875 % of 80 points are the 42,30 that the league prints, and the other way round
    assert [one.code for one in intake.against_store(desk.store, table, content)] == [
        "already-loaded"
    ]
    assert [one.code for one in intake.against_store(desk.store, league, content)] == [
        "already-loaded"
    ]


def test_a_papi_total_that_differs_from_the_league_is_told_in_points(desk: Desk) -> None:
    content = book(PAPI, HEAD.format("Tổng") + f"{LAM_DONG} | 42,30")
    league, _ = desk.read(content)
    desk.load(league, content)
    own = book(OF_ONE, "STT | Chỉ số nội dung | Điểm PAPI\n1 | Quản trị điện tử | 3\n | PAPI | 40")
    (table,) = desk.read(own)
    (found,) = intake.against_store(desk.store, table, own)
    assert found.code == "published-differs"
    assert (found.expected or "").startswith("42,30") and found.found == "40,00"
