"""What does this sentence promise to reach? The sentences of plans: cases/targets.txt."""

import re
import unicodedata
from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.text import format
from scoring.text.targets import Target, Targets, parse_target, parse_targets
from tests.text.cases import cases
from tests.text.target_goals import GOALS, SOURCES

ACCESS = "Mức độ hài lòng của người dân đối với tiếp cận dịch vụ"

RISES = [
    (f"{ACCESS} tăng ít nhất 02% so với năm 2022 (năm 2022 là 83,99%).", 2, True, 2022, 83.99),
    ("TTHC tăng ít nhất 02% so với năm 2022 (năm 2022 là 84,04%)", 2, True, 2022, 84.04),
    ("công chức tăng ít nhất 02% so với năm 2022 (năm 2022 là 85,39%)", 2, True, 2022, 85.39),
    ("kết quả tăng ít nhất 02% so với năm 2022 (năm 2022 là 80,90%)", 2, True, 2022, 80.9),
    ("kiến nghị tăng ít nhất 04% so với năm 2022 (năm 2022 là 77,89%)", 4, True, 2022, 77.89),
    ("tăng ít nhất 02% so với năm 2022", 2, True, 2022, None),
    ("tăng 2% so với năm 2022 (83,99%)", 2, True, 2022, 83.99),
    ("tăng 2% so với 83,99% năm 2022", 2, True, 2022, 83.99),
    ("tăng 2% so với năm 2022 là 83,99%", 2, True, 2022, 83.99),
    ("tăng 2% so với năm 2022 (năm 2021 là 80%)", 2, True, 2022, None),
    ("tăng so với năm trước ít nhất 2%", 2, True, None, None),
    ("cao hơn năm 2022 ít nhất 2%", 2, True, 2022, None),
    ("tăng 2 điểm %", 2, True, None, None),
    ("tăng thêm 2 điểm phần trăm", 2, True, None, None),
    ("tăng 0,5 điểm so với năm 2020", 0.5, False, 2020, None),
    ("tăng từ 2% trở lên", 2, True, None, None),
    ("+2%", 2, True, None, None),
    ("+2", 2, False, None, None),
]

LEVELS = [
    ("Chỉ số SIPAS đạt tối thiểu 86%.", "at_least", 86, True),
    ("tỷ lệ giao dịch thanh toán trực tuyến đạt từ 30% trở lên", "at_least", 30, True),
    ("Trên 99% số hồ sơ TTHC được trả kết quả giải quyết đúng hạn", "at_least", 99, True),
    ("Sự hài lòng của người dân, doanh nghiệp đạt từ 87% trở lên", "at_least", 87, True),
    ("phấn đấu đạt 80% trở lên", "at_least", 80, True),
    ("Tối thiểu 80% hồ sơ TTHC được luân chuyển", "at_least", 80, True),
    ("100% hồ sơ TTHC được giải quyết đúng hạn.", "at_least", 100, True),
    ("Hoàn thành 100% nhiệm vụ đề ra theo kế hoạch.", "at_least", 100, True),
    ("không dưới 90%", "at_least", 90, True),
    ("không thấp hơn 90 phần trăm", "at_least", 90, True),
    ("tăng lên 86%", "at_least", 86, True),
    ("≥ 86%", "at_least", 86, True),
    (">= 86%", "at_least", 86, True),
    ("86%", "at_least", 86, True),
    ("86,5", "at_least", 86.5, False),
    ("đạt 90 điểm trở lên", "at_least", 90, False),
    ("đạt trên 85/100 điểm", "at_least", 85, False),
    ("dưới 5%", "at_most", 5, True),
    ("Tỷ lệ hồ sơ trễ hạn không quá 5%", "at_most", 5, True),
    ("không vượt quá 0,5%", "at_most", 0.5, True),
    ("tối đa 3%", "at_most", 3, True),
    ("từ 5% trở xuống", "at_most", 5, True),
    ("≤ 5 %", "at_most", 5, True),
    ("xếp hạng 20 trở lên", "rank", 20, False),
    ("Phấn đấu xếp thứ 20/63", "rank", 20, False),
    ("xếp hạng từ 15/63 trở lên", "rank", 15, False),
    ("vào nhóm 10 tỉnh, thành phố dẫn đầu cả nước", "rank", 10, False),
    ("Top 10", "rank", 10, False),
]

NOT_CERTAIN = [
    "",
    "Duy trì",
    "2023",
    "tăng điểm và tăng hạng so với năm 2022",
    "tăng 08 hạng",
    "tăng 2-3%",
    "đạt khoảng 86%",
    "25% - 35% số lãnh đạo, quản lý",
    "giảm tối thiểu 10% biên chế",
    "cắt giảm ít nhất 25% thời gian giải quyết",
    "tăng tỷ lệ hồ sơ trực tuyến tối thiểu 2%",  # a rise, or a level?
    "70% hồ sơ công việc tại cấp tỉnh; 60% hồ sơ công việc tại cấp huyện",
    "đạt 88% trở lên, xếp hạng 20 trở lên",  # two goals
    "tăng 2% (tương đối)",
    "tăng gấp 2 lần",
    "năm 2022 là 83,99%",  # a fact
    "đã đạt 83,99%",
    "không đạt 86%",
    "Không có cán bộ, công chức, viên chức bị kỷ luật.",
    "Đầy đủ số lượng, nội dung và gửi đúng thời gian theo quy định.",
]


def written(targets: Targets) -> str:
    parts = [one_written(target) for target in targets.found]
    return " || ".join([*parts, *(f"? {text}" for text in targets.unread)])


def one_written(target: Target) -> str:
    said = f"{target.kind} {target.amount:g} {target.measure or '-'}"
    said += f" due {target.due_year}" if target.due_year else ""
    said += f" on {target.base_value:g}" if target.base_value is not None else ""
    said += f" of {target.base_year}" if target.base_year else ""
    return f"{said}: {target.indicator}".rstrip()


@pytest.mark.parametrize(("sentence", "amount", "percent", "base_year", "base_value"), RISES)
def test_rises(
    sentence: str, amount: float, percent: bool, base_year: int | None, base_value: float | None
) -> None:
    target = parse_target(sentence)
    assert target is not None
    assert astuple(target)[:6] == ("rise", amount, percent, base_year, base_value, sentence)


@pytest.mark.parametrize(("sentence", "kind", "amount", "percent"), LEVELS)
def test_levels_and_ranks(sentence: str, kind: str, amount: float, percent: bool) -> None:
    target = parse_target(sentence)
    assert target is not None
    assert astuple(target)[:6] == (kind, amount, percent, None, None, sentence)


def test_from_one_level_to_another() -> None:
    sentence = "Nâng chỉ số hài lòng từ 83,99% lên tối thiểu 86%"
    assert parse_target(sentence) == Target(
        "at_least", 86, True, None, 83.99, sentence, "Chỉ số hài lòng", "%"
    )


@pytest.mark.parametrize(
    ("text", "expected"), GOALS + cases("targets", "unread") + cases("targets", "in-words")
)
def test_targets_as_printed(text: str, expected: str) -> None:
    found = parse_targets(text)
    assert written(found) == expected
    assert bool(found.in_words) or bool(expected)


@pytest.mark.parametrize(("text", "expected"), GOALS)
def test_unicode_forms_do_not_count(text: str, expected: str) -> None:
    assert written(parse_targets(unicodedata.normalize("NFD", text))) == expected


def test_the_parts_are_kept_as_printed() -> None:
    found = parse_targets("Trên 99% hồ sơ đúng hạn; không để xảy ra sai phạm; 25% - 35% lãnh đạo")
    assert [target.sentence for target in found.found] == ["Trên 99% hồ sơ đúng hạn"]
    assert found.unread == ("25% - 35% lãnh đạo",)
    assert found.in_words == ("không để xảy ra sai phạm",)


def test_the_year_of_the_plan_is_due_where_none_is_said() -> None:
    found = parse_targets("Năm 2023: 90% hồ sơ đúng hạn.\nChỉ số hài lòng đạt 86%", year=2022)
    assert [target.due_year for target in found.found] == [2023, 2022]


WORDS = re.compile(r"\w+")

PARTS = [text for text, _ in cases("targets", *SOURCES, "kin", "unread", "in-words")]


@given(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=5),
    st.sampled_from(["; ", ". ", "\n", ";\n- ", ", "]),
)
def test_nothing_of_a_text_is_lost(parts: list[str], sign: str) -> None:
    text = sign.join(parts)
    found = parse_targets(text)
    kept = [*(target.sentence for target in found.found), *found.unread, *found.in_words]
    assert sorted(WORDS.findall(" ".join(kept))) == sorted(WORDS.findall(text))


@pytest.mark.parametrize("sentence", NOT_CERTAIN)
def test_what_is_not_certain_is_not_guessed(sentence: str) -> None:
    assert parse_target(sentence) is None


@given(st.decimals(1, 100, places=2), st.integers(2015, 2030), st.decimals(1, 100, places=2))
def test_a_rise_is_read_as_it_was_written(rise: float, year: int, base: float) -> None:
    sentence = (
        f"tăng ít nhất {format.percent(rise)} so với năm {year}"
        f" (năm {year} là {format.percent(base)})"
    )
    target = parse_target(sentence)
    assert target is not None
    assert (target.kind, target.amount, target.base_year, target.base_value) == (
        "rise",
        float(rise),
        year,
        float(base),
    )


@given(st.text(alphabet="tăngđạtừlênởtrênkhôngquá 0123456789%,.()hạngxếp/năm"))
def test_any_text_gives_a_target_or_none(sentence: str) -> None:
    target = parse_target(sentence)
    assert target is None or target.amount >= 0
    assert all(one.amount >= 0 for one in parse_targets(sentence).found)
