"""Is Nhận xét what a person would have written from the same figures?"""

from dataclasses import replace
from datetime import date

from scoring.analysis.messages.commentary import commentary
from scoring.analysis.review.gathered import Review
from scoring.analysis.review.worded import Worded, batches_of, commentary_of
from tests.reports.conftest import Reviewed


def test_the_sentences_of_a_year_with_everything(lam_dong: Review) -> None:
    told = [one.replace("\u00a0", " ") for one in commentary(lam_dong)]
    assert told == [
        "Năm 2020, Chỉ số CCHC (PAR Index) của Lâm Đồng đạt 83,93 %, +3,27 điểm so với năm 2019 "
        "(80,66 %); hạng 32/63 (năm 2019: 40/63).",
        "Mất 16,07 trên 100,00 điểm; nhiều nhất ở Điều tra xã hội học: 7,31 điểm, 45,5 % tổng "
        "điểm mất.",
        "8 trên 21 tiêu chí chiếm 82,8 % điểm mất.",
        "6 tiêu chí bị 0 điểm, mất 5,50 điểm; lấy lại hết thì chỉ số là 89,43 %, vẫn thiếu 0,57 "
        "điểm để lên 90 %.",
        "Sở Tài chính chịu 3,275 điểm mất khi chia đều, nhiều nhất trong các đơn vị nêu đích "
        "danh; 78,1 % điểm mất chỉ có nhóm đơn vị chủ trì, không nêu đích danh.",
    ]


def test_a_sentence_drops_out_where_its_data_is_missing(lam_dong: Review) -> None:
    whole = commentary(lam_dong)
    index = lam_dong.head.index
    assert index is not None
    for missing, gone in (
        ({"zeros": None}, "bị 0 điểm"),
        ({"units": None}, "nhóm đơn vị"),
        ({"pareto": None}, "8 trên 21"),
        ({"index": replace(index, change=None)}, "so với năm 2019 (80"),
        ({"index": replace(index, place=None)}, "ạng 32/63"),
    ):
        told = commentary(replace(lam_dong, head=replace(lam_dong.head, **missing)))
        assert gone in " ".join(whole) and gone not in " ".join(told)
    assert commentary(replace(lam_dong, head=replace(lam_dong.head, index=None)))


def test_satisfaction_names_the_factor_furthest_from_its_target(review_of: Reviewed) -> None:
    (told,) = commentary(review_of("gia-lai", 2022))
    assert told.replace("\u00a0", " ") == (
        "Hài lòng (SIPAS): cả 5 yếu tố còn dưới mục tiêu năm 2023; xa nhất: Tiếp nhận, xử lý "
        "phản ánh, kiến nghị thiếu 4,00 điểm %."
    )


def test_what_is_due_is_told_as_of_the_day_also_beside_own_words(review_of: Reviewed) -> None:
    found = review_of("so-van-hoa-the-thao-va-du-lich-gia-lai", 2023, date(2023, 12, 24))
    worded = Worded(("Lời của Sở.",), frozenset(batches_of(found)), {})
    own, due = commentary_of(found, worded)
    assert own == "Lời của Sở." and "đến hạn trong 14 ngày" in due
    assert commentary_of(found, replace(worded, batches=frozenset())) == (due,)


def test_deadlines_near_the_day_are_told(review_of: Reviewed) -> None:
    plan = "so-van-hoa-the-thao-va-du-lich-gia-lai"
    told = " ".join(commentary(review_of(plan, 2023, date(2023, 12, 24))))
    assert "đến hạn trong 14 ngày" in told
    assert commentary(review_of(plan, 2023, date(2021, 1, 1))) == []
