"""Are questions told from the factors that they are about?"""

from scoring.analysis.factors import factors_of, questions_of
from scoring.analysis.messages import questions
from scoring.analysis.overview import headline
from scoring.analysis.questions import ask
from tests.analysis.material import load_satisfaction

ASKED = """
    STT | Yếu tố             | Kết quả
    0   | Chung              | 83,00
    1   | Tiếp cận dịch vụ   | 84,00
    1.1 | Nơi ngồi chờ       | 88,00
    1.2 | Trang thiết bị     | 62,00
    2   | Thủ tục hành chính | 70,00
    4.1 | Đúng hạn           | 91,00
"""


def test_questions_are_no_factors_and_name_their_factor(store):
    load_satisfaction(store, ASKED, year=2022)
    rows = ask(store.query, "satisfaction", organisation="gia-lai", year=2022)
    assert factors_of(rows)["code"].tolist() == ["1", "2"]
    questions = questions_of(rows)
    assert questions["code"].tolist() == ["1.1", "1.2", "4.1"]
    assert questions["factor"].tolist() == ["Tiếp cận dịch vụ", "Tiếp cận dịch vụ", None]


def test_the_home_page_counts_factors_only(store):
    load_satisfaction(store, ASKED, year=2022)
    card = headline(store.query, "gia-lai", 2022).satisfaction
    assert card is not None and card.weakest is not None
    assert len(card.factors) == 2
    assert card.weakest.title == "Thủ tục hành chính"  # 70,00; 62,00 is a question's


def test_the_lowest_question_is_named_with_its_factor(store):
    load_satisfaction(store, ASKED, year=2022)
    rows = ask(store.query, "satisfaction", organisation="gia-lai", year=2022)
    asked = questions_of(rows)
    assert questions(asked) == (
        "Câu hỏi thấp nhất: Trang thiết bị, 62,00 %, thuộc Tiếp cận dịch vụ".replace(
            " %", "\u00a0%"
        )
    )
    assert questions(asked[asked["code"] == "4.1"]).startswith("Đúng hạn, 91,00")
    assert questions(asked.assign(percent=None)) == "3 câu hỏi, chưa có tỷ lệ"
