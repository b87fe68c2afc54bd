"""Does a periodic report say what the frames of its period say, in the official form?"""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document

from scoring.analysis.plans.loads import loads
from scoring.analysis.questions import ask, records
from scoring.analysis.review.gathered import Review, review
from scoring.analysis.review.periods import KEYS, Period, tasks_of_period
from scoring.reports.blocks import written
from scoring.reports.pdf import as_pdf, available
from scoring.reports.periodic.document import periodic_report
from scoring.store import Progress, open_store
from scoring.text.format import integer
from tests.reports.made_up import DAY, ORGANISATION, YEAR, made_up, told_of

OFFICE = "so-van-hoa-the-thao-va-du-lich-gia-lai"
SECTIONS = ("I. TÌNH HÌNH CHUNG", "II. KẾT QUẢ", "III. CHỈ TIÊU", "IV. ĐƠN VỊ", "V. NHIỆM VỤ")
office = pytest.mark.skipif(not available(), reason="needs LibreOffice")


@pytest.fixture(scope="module")
def large() -> tuple[Review, object]:
    store = open_store(":memory:")
    tasks = made_up(store).board["task"].tolist()
    said = [
        Progress(one, "done" if at % 3 else "doing", unit=f"Sở Giả lập {at % 5}")
        for at, one in enumerate(tasks[:60])
    ]
    for month in (2, 5):
        part = said[:20] if month == 2 else said[20:]
        store.say(part, now=datetime(2026, month, 10, tzinfo=UTC))
    again = review(store.query, ORGANISATION, YEAR, DAY)
    told = told_of(store)
    store.close()
    return again, told


def opened(review: Review, told, key: str, year: int):
    return Document(BytesIO(periodic_report(review, Period(key, year), told)))


def text(made) -> list[str]:
    return [one.text for one in made.paragraphs]


def table(made, head: str) -> list[list[str]]:
    """The rows of the first table with this second column."""
    found = next(one for one in made.tables if one.rows[0].cells[1].text == head)
    return [[cell.text for cell in row.cells] for row in found.rows[1:]]


@pytest.mark.parametrize("key", KEYS)
def test_the_numbers_are_those_of_the_frames(large, key: str) -> None:
    review, told = large
    if key == "quy-4":
        with pytest.raises(ValueError, match="begins after"):
            opened(review, told, key, 2026)
        return
    made = opened(review, told, key, 2026)
    found = tasks_of_period(review.board, told, Period(key, 2026), review.day)
    counts = found.board["status"].value_counts()
    total = table(made, "Kế hoạch")[-1]
    states = ("overdue", "doing", "not_started", "done", "not_applicable")
    assert total[1:] == [
        "Tổng số",
        integer(len(found.board)),
        *(integer(counts.get(one, 0)) for one in states),
    ]
    (within,) = (one for one in text(made) if one.startswith("Trong "))
    assert f"{len(found.due)} nhiệm vụ đến hạn" in within
    assert f"{len(found.due_open)} nhiệm vụ trong số đó chưa xong" in within
    units = loads(found.board, review.task_units)
    assert [(row[1], row[2], row[3], row[6]) for row in table(made, "Đơn vị")] == [
        (
            row["unit"],
            integer(row["led"]),
            integer(row["overdue"]),
            written(row["shared"], "points"),
        )
        for row in records(units)
    ]


def test_the_sections_stand_in_their_order(large) -> None:
    review, told = large
    lines = text(opened(review, told, "quy-2", 2026))
    places = [next(at for at, one in enumerate(lines) if one.startswith(s)) for s in SECTIONS]
    assert places == sorted(places)
    assert lines[:2] == ["BÁO CÁO", "Kết quả công tác cải cách hành chính quý II năm 2026"
                         " của tỉnh gia-lap"]  # fmt: skip
    assert "V. NHIỆM VỤ TRỌNG TÂM QUÝ III NĂM 2026" in lines


def test_who_reported_and_who_is_silent(large) -> None:
    review, told = large
    lines = text(opened(review, told, "quy-2", 2026))
    assert "4 trên 40 đơn vị có nhiệm vụ đã gửi báo cáo tiến độ trong quý II năm 2026." in lines
    never = next(one for one in lines if "chưa báo cáo lần nào" in one)
    assert never.startswith("36 đơn vị còn nhiệm vụ") and never.endswith("và 26 đơn vị khác.")


def test_long_tables_repeat_their_header(large) -> None:
    review, told = large
    made = opened(review, told, "6-thang", 2026)
    long = [one for one in made.tables if len(one.rows) > 20]
    assert long
    assert all(one.rows[0]._tr.trPr.xpath("w:tblHeader") for one in long)


def test_a_departments_plan_of_a_year_that_is_over(sample_store, review_of) -> None:
    store, _ = sample_store
    told = ask(store.query, "progress_told", organisation=OFFICE)
    review = review_of(OFFICE, 2023, datetime(2024, 2, 1, tzinfo=UTC).date())
    made = opened(review, told, "nam", 2023)
    lines = text(made)
    assert "Đến hết ngày 31/12/2023, trong 44 nhiệm vụ: 2 quá hạn, 42 chưa bắt đầu." in lines
    assert len(table(made, "Nhiệm vụ")) == 38  # 36 due in the year, 2 of the year before
    assert any("38 nhiệm vụ đã đến hạn, chưa xong chuyển sang" in one for one in lines)
    carried = table(made, "Đơn vị")
    assert carried and {row[6] for row in carried} == {"–"}  # no score table tells of any
    head = made.tables[0].rows[0].cells
    assert head[0].text.strip() == "UBND TỈNH GIA LAI\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"
    foot = made.tables[-1].rows[0].cells
    assert foot[0].text.startswith("Nơi nhận:") and foot[1].text.startswith("GIÁM ĐỐC")


def test_satisfaction_alone_and_scores_alone(sample_store, review_of) -> None:
    store, _ = sample_store
    for organisation, year, said in (
        (
            "gia-lai",
            2022,
            "Đến hết ngày 31/12/2023 chưa có nhiệm vụ nào của các kế hoạch đến năm 2023.",
        ),
        ("lam-dong", 2020, "Năm 2023 không có chỉ tiêu nào đang phải đạt."),
    ):
        told = ask(store.query, "progress_told", organisation=organisation)
        day = datetime(2024, 2, 1, tzinfo=UTC).date()
        review = review_of(organisation, year, day)
        assert said in "\n".join(text(opened(review, told, "nam", 2023)))


@office
def test_libreoffice_lays_it_out(large) -> None:
    review, told = large
    made = as_pdf({"bao-cao.docx": periodic_report(review, Period("quy-2", 2026), told)})
    assert made["bao-cao.pdf"].startswith(b"%PDF-")
