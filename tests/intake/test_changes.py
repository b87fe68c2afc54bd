"""What does a person see before they write: which cells would change, and how?"""

from dataclasses import replace

import pytest

from scoring import intake
from scoring.ingest.corrections import Correction
from scoring.ingest.said import Said
from scoring.ingest.table import Table
from tests.ingest.conftest import rows_of, workbook
from tests.intake.conftest import Desk, lines

SCORES = """
    STT | Tiêu chí  | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Cơ quan chủ trì
    1   | Chỉ đạo   | 8,50       | 7,47           | 1,03        |
    1.1 | Kế hoạch  | 4,00       | 3,47           | 0,53        | Sở Nội vụ
    1.2 | Kiểm tra  | 4,50       | 4,00           | 0,50        | Sở Tư pháp
"""


def test_a_table_like_the_current_one_changes_nothing(desk: Desk) -> None:
    desk.loaded(SCORES)
    table, _ = desk.one(SCORES, name="bản khác.xlsx")
    assert intake.changes(desk.store, table).empty


def test_each_cell_that_would_change_is_told(desk: Desk) -> None:
    desk.loaded(SCORES)
    table, _ = desk.one("""
        STT | Tiêu chí   | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Cơ quan chủ trì
        1   | Chỉ đạo    | 8,50       | 7,45           | 1,05        |
        1.3 | Thanh tra  | 2,00       | 1,50           | 0,50        |
        1.1 | Kế hoạch   | 4,00       | 3,47           | 0,53        | Sở Tài chính
    """)
    assert lines(intake.changes(desk.store, table)) == [
        ("changed", "1", "points", 7.47, 7.45, 4),
        ("changed", "1", "lost_points", 1.03, 1.05, 4),
        ("added", "1.3", "title", None, "Thanh tra", 5),
        ("added", "1.3", "max_points", None, 2.0, 5),
        ("added", "1.3", "points", None, 1.5, 5),
        ("added", "1.3", "lost_points", None, 0.5, 5),
        ("changed", "1.1", "lead", "Sở Nội vụ", "Sở Tài chính", 6),
        ("removed", "1.2", "title", "Kiểm tra", None, 6),
        ("removed", "1.2", "max_points", 4.5, None, 6),
        ("removed", "1.2", "points", 4.0, None, 6),
        ("removed", "1.2", "lost_points", 0.5, None, 6),
        ("removed", "1.2", "lead", "Sở Tư pháp", None, 6),
    ]


def test_a_first_table_is_new_in_every_cell(desk: Desk) -> None:
    table, _ = desk.one(SCORES)
    found = intake.changes(desk.store, table)
    assert set(found["change"]) == {"added"}
    assert len(found) == 3 * (1 + 3) + 2  # three rows of a title and three numbers, two leads


def test_another_year_is_not_compared(desk: Desk) -> None:
    desk.loaded(SCORES)
    table, content = desk.one(SCORES)
    assert set(intake.changes(desk.store, desk.again(table, content, year=2019))["change"]) == {
        "added"
    }


def test_blank_points_are_not_zero_points(desk: Desk) -> None:
    blank = "STT | Tiêu chí | Điểm chuẩn | Điểm tự đánh giá | Điểm thẩm định\n1 | A | 2 |  | 1"
    desk.loaded(blank)
    table, _ = desk.one(blank.replace("| 2 |  |", "| 2 | 0 |"))
    assert lines(intake.changes(desk.store, table)) == [
        ("changed", "1", "self_points", None, 0.0, 4)
    ]


SIPAS = """
    STT | Yếu tố                  | Kết quả năm 2020 (%) | Mục tiêu năm 2021
    1   | Tiếp cận dịch vụ        | 83,99                | Tăng ít nhất 2%
    2   | Thủ tục hành chính      | 84,04                | Tăng ít nhất 2%
"""


def test_factors_and_their_targets(desk: Desk) -> None:
    def read(text: str) -> tuple[Table, bytes]:
        title = "Chỉ số hài lòng SIPAS năm 2020 của tỉnh Lâm Đồng"
        content = workbook({"SIPAS": [[title], [], *rows_of(text)]})
        return desk.read(content)[0], content

    desk.load(*read(SIPAS))
    other, _ = read(SIPAS.replace("84,04", "84,40").replace("2%\n    2", "3%\n    2"))
    assert [line[0:1] + line[2:] for line in lines(intake.changes(desk.store, other))] == [
        ("changed", "percent", 84.04, 84.4, 5),
        ("changed", "target_amount", 2.0, 3.0, 4),
        ("changed", "target_sentence", "Tăng ít nhất 2%", "Tăng ít nhất 3%", 4),
    ]


LEAGUE = """
    STT | Tỉnh, thành phố | Chỉ số | Xếp hạng
    1   | Quảng Ninh      | 91,04  | 1
    2   | Hải Phòng       | 90,51  | 2
    3   | Lâm Đồng        | 83,93  | 3
"""


def test_a_league_is_compared_by_organisation(desk: Desk) -> None:
    desk.loaded(LEAGUE)
    table, _ = desk.one("""
        STT | Tỉnh, thành phố | Chỉ số | Xếp hạng
        1   | Hải Phòng       | 90,51  | 1
        2   | Quảng Ninh      | 90,04  | 2
        3   | Lâm Đồng        | 83,93  | 3
    """)
    assert lines(intake.changes(desk.store, table)) == [
        ("changed", "hai-phong", "rank", 2.0, 1.0, 4),
        ("changed", "quang-ninh", "rank", 1.0, 2.0, 5),
        ("changed", "quang-ninh", "value", 91.04, 90.04, 5),
    ]


def test_two_batches_are_compared_like_a_table_and_a_batch(desk: Desk) -> None:
    first = desk.loaded(SCORES)
    second = desk.loaded(SCORES.replace("7,47           | 1,03", "7,50           | 1,00"))
    assert lines(intake.batch_changes(desk.store, first, second)) == [
        ("changed", "1", "points", 7.47, 7.5, 4),
        ("changed", "1", "lost_points", 1.03, 1.0, 4),
    ]
    assert intake.batch_changes(desk.store, first, first).empty
    back = lines(intake.batch_changes(desk.store, second, first))
    assert [line[3:5] for line in back] == [(7.5, 7.47), (1.0, 1.03)]


def test_batches_that_cannot_be_compared(desk: Desk) -> None:
    scores, league = desk.loaded(SCORES), desk.loaded(LEAGUE)
    with pytest.raises(KeyError, match="2020-x"):
        intake.batch_changes(desk.store, scores, "2020-x")
    with pytest.raises(ValueError, match="league"):
        intake.batch_changes(desk.store, scores, league)


def test_an_undone_batch_is_compared_too_but_no_longer_with(desk: Desk) -> None:
    first = desk.loaded(SCORES)
    second = desk.loaded(SCORES.replace("0,53 ", "0,50 ").replace("3,47", "3,50"))
    desk.store.undo(second, now=intake.now(), who="Lan")
    assert len(intake.batch_changes(desk.store, first, second)) == 2
    assert intake.changes(desk.store, desk.one(SCORES)[0]).empty


def test_what_a_person_corrected_is_kept_with_who_and_what(desk: Desk) -> None:
    table, content = desk.one(SCORES)
    said = Said(corrections=(Correction("Bảng", 5, "D", "3,47", "3,45"),))
    corrected = desk.again(table, content, corrections=said.corrections)
    batch = desk.load(corrected, content, who="Minh", said=said).batch
    kept = desk.store.query(
        'select batch, sheet, row, "column", "old", "new", who, "at"::varchar from correction'
    )
    assert kept.values.tolist() == [
        [batch, "Bảng", 5, "D", "3,47", "3,45", "Minh", "2026-11-21 12:00:00"]
    ]
    points = desk.store.query("select points from score where code = '1.1'")
    assert points["points"].tolist() == [3.45]
    assert desk.store.file(batch)[1] == content  # the file stays as it was uploaded
    assert not desk.load(table, content).already  # uncorrected, it is another reading


def test_units_that_people_explain_are_known_in_the_next_file(desk: Desk) -> None:
    table, content = desk.one(SCORES)
    said = Said(units=(("Sở Nội vu", "Sở Nội vụ"),))
    desk.load(table, content, said=said)
    assert dict(intake.remembered(desk.store).units) == {"Sở Nội vu": "Sở Nội vụ"}


def test_columns_that_people_name_are_remembered_by_their_header(desk: Desk) -> None:
    table, content = desk.one(SCORES)
    shaped = replace(table, shape="stt|tiêu chí", labels={**table.labels, "points": "Điểm TĐ"})
    said = Said(columns=(("points", "D"), ("self_points", "")))
    desk.load(shaped, content, said=said)
    assert intake.remembered(desk.store).columns == {
        "stt|tiêu chí": {"points": "Điểm TĐ", "self_points": ""}
    }
