"""Is '1.234' in a text cell a little more than one, or more than a thousand?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.ingest.cells import numbers_in
from scoring.ingest.decimals import Decimals, with_decimals
from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import layouts
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.reference import Reference
from tests.ingest.conftest import Reader, found, rows_of

Question = tuple[str, str, str]  # place, expected, found


class File:
    """Text tables as the sheets of one file, read as far as its decimal signs."""

    def __init__(self, headers: Headers, *texts: str, sign: str | None = None) -> None:
        blank = [[["" if c is None else c for c in row] for row in rows_of(t)] for t in texts]
        sheets = [Sheet(f"T{at}", rows) for at, rows in enumerate(blank, 1)]
        found = [(sheet, layout) for sheet in sheets for layout in layouts(sheet, headers)]
        self.read: Decimals = with_decimals(found, sign)

    @property
    def question(self) -> Question | None:
        asked = self.read.question
        if asked is None:
            return None
        place = f"{asked.sheet}!{asked.column}{asked.row}"
        return place, asked.expected or "", asked.found or ""

    def numbers(self, field: str, table: int = 0) -> list[float]:
        return numbers_in(*self.read.found[table], field)[0].tolist()


@pytest.fixture(scope="session")
def headers(reference: Reference) -> Headers:
    return Headers(reference.headers)


@pytest.fixture
def file(headers: Headers):
    def read(*texts: str, sign: str | None = None) -> File:
        return File(headers, *texts, sign=sign)

    return read


LOST = """
STT | Tiêu chí | Điểm chuẩn | Điểm bị mất
1   | Một      | {max}      | {lost}
"""


def test_a_lone_text_is_asked_about_and_read_as_decimals(file) -> None:
    read = file(LOST.format(max="1.234", lost=""))
    assert read.question == ("T1!C2", "1,234 hay 1 234", "“1.234”")
    assert read.read.asked == 0
    assert read.numbers("max_points") == [1.234]


def test_the_question_is_a_warning_at_its_cell(read: Reader) -> None:
    own_maximum = "Chỉ số CCHC năm 2020 của Sở Tư pháp tỉnh Gia Lai"  # a province's is 100
    table = read(LOST.format(max="1.234", lost=""), title=own_maximum)
    assert ("C4", "number-ambiguous") in found(table)
    (asked,) = [one for one in table.problems if one.code == "number-ambiguous"]
    assert (asked.severity, "dấu thập phân" in asked.fix) == ("warning", True)


def test_it_is_asked_once_a_file(file) -> None:
    read = file(
        LOST.format(max="5,0", lost="0,5"),
        LOST.format(max="1.234", lost="1.001"),
        LOST.format(max="12.500", lost=""),
    )
    expected = ("T2!C2", "1,234 hay 1 234", "“1.234” và 2 ô khác như vậy")
    assert read.question == expected
    assert read.read.asked == 1


def test_what_a_person_said_is_not_asked_again(file) -> None:
    text = LOST.format(max="1.234", lost="0,5")
    assert file(text, sign=".").numbers("max_points") == [1.234]
    assert file(text, sign=",").numbers("max_points") == [1234]
    assert file(text, sign=",").numbers("lost_points") == [0.5]
    assert file(text, sign=",").question is None


def test_the_row_tells_that_thousands_are_too_many(file) -> None:
    for most in ("=2", "2,0", "2"):
        read = file(LOST.format(max=most, lost="1.234"))
        assert (read.question, read.numbers("lost_points")) == (None, [1.234])


def test_a_maximum_that_is_doubtful_itself_tells_nothing(file) -> None:
    assert file(LOST.format(max="2.000", lost="1.234")).question


def test_the_most_that_a_table_can_reach_tells(headers: Headers) -> None:
    sheet = Sheet("T1", rows_of(LOST.format(max="1.234", lost="=1")))
    found = [(sheet, one) for one in layouts(sheet, headers)]
    assert with_decimals(found, most=[100.0]).question is None
    assert with_decimals(found, most=[5_000.0]).question is not None
    assert with_decimals(found, most=[None]).question is not None


def test_a_percentage_has_no_thousands(file) -> None:
    read = file("Yếu tố | Tỷ lệ hài lòng (%)\nTiếp cận dịch vụ | 83.999")
    assert (read.question, read.numbers("percent")) == (None, [83.999])


@pytest.mark.parametrize(
    ("other", "readings"),
    [
        ("0.996", [1.234]),  # '.' is decimal
        ("1,234.5", [1.234]),
        ("1.234,5", [1234]),  # '.' groups
        ("1.234.567", [1234]),
    ],
)
def test_another_text_of_the_file_tells(file, other: str, readings: list[float]) -> None:
    read = file(LOST.format(max="1.234", lost=""), LOST.format(max=other, lost=""))
    assert (read.question, read.numbers("max_points")) == (None, readings)


def test_numbers_of_which_one_is_clear_tell_of_the_others(file) -> None:
    read = file(LOST.format(max="1.500", lost=""), LOST.format(max="=2", lost="1.234"))
    assert (read.question, read.numbers("max_points")) == (None, [1.5])


def test_the_other_sign_tells_nothing(file) -> None:
    read = file(LOST.format(max="1.234", lost="0,5"))
    assert read.question == ("T1!C2", "1,234 hay 1 234", "“1.234”")


def test_signs_that_contradict_each_other_are_said(file) -> None:
    read = file(
        LOST.format(max="1.234", lost="1,5"),
        LOST.format(max="=5", lost="0.75"),
    )
    assert read.question
    assert read.question[2] == "“1.234”; phần thập phân khi viết “0.75”, khi viết “1,5”"
    read = file(LOST.format(max="1.234", lost=""), LOST.format(max="1.234,5", lost="0.75"))
    assert read.question
    assert read.question[2] == "“1.234”; “0.75” và “1.234,5” dùng dấu này theo hai cách"


def test_numbers_that_are_not_read_do_not_matter(file) -> None:
    text = "Yếu tố | Tỷ lệ (%) | Số phiếu hợp lệ\nTiếp cận dịch vụ | 83,99 | 40.230"
    assert file(text).question is None


def test_numeric_cells_and_clear_texts_are_left_alone(headers: Headers) -> None:
    sheet = Sheet("T1", rows_of(LOST.format(max="=1.234", lost="0,996")))
    (layout,) = layouts(sheet, headers)
    assert with_decimals([(sheet, layout)]).found == ((sheet, layout),)
    assert with_decimals([(sheet, layout)]).found[0][0] is sheet


@given(st.lists(st.decimals(0, 9_999, places=3), min_size=1, max_size=8), st.sampled_from(",."))
def test_numbers_read_are_those_written_or_there_is_a_question(
    headers: Headers, written: list, sign: str
) -> None:
    other = "." if sign == "," else ","
    texts = [
        f"{number:,}".replace(",", "_").replace(".", sign).replace("_", other) for number in written
    ]
    texts = [text.rstrip("0").rstrip(sign) if sign in text else text for text in texts]
    rows = "\n".join(f"{at} | Tên {at} | {text} | " for at, text in enumerate(texts, 1))
    read = File(headers, f"STT | Tiêu chí | Điểm chuẩn | Điểm bị mất\n{rows}")
    numbers = read.numbers("max_points")
    assert numbers == [float(one) for one in written] or read.question
    said = File(headers, f"STT | Tiêu chí | Điểm chuẩn | Điểm bị mất\n{rows}", sign=sign)
    assert said.numbers("max_points") == [float(one) for one in written]
