"""Is what is said of a year worded, kept with its figures, and given back to the rules?"""

from datetime import UTC, date, datetime
from pathlib import Path

from streamlit.testing.v1 import AppTest

from pages.ui import answers
from scoring.analysis.review.worded import batches_of
from scoring.store import Commentary
from tests.pages.opening import opened, shown

PAGE = "pages/commentary.py"
OF_LAM_DONG = {"co_quan": "lam-dong", "nam": "2020"}
DAY = date(2026, 11, 12)
NOW = datetime(2026, 11, 12, 1, tzinfo=UTC)
OURS = "Câu của chúng tôi, *nguyên văn* <b>."


def page() -> AppTest:
    return opened(PAGE, **OF_LAM_DONG, ngay="2026-11-12")


def button(app: AppTest, label: str) -> None:
    next(one for one in app.button if one.label == label).click().run()
    assert not app.exception


def said() -> tuple[str, ...]:
    return answers.commentary("lam-dong", 2020, DAY)


def test_the_rules_speak_until_somebody_words_it(samples: Path) -> None:
    app = page()
    lines = app.text_area[0].value.splitlines()
    assert tuple(lines) == said()
    assert 5 <= len(lines) <= 7
    assert "83,93" in lines[0]
    assert "Dùng lại câu tự sinh" not in [one.label for one in app.button]


def test_what_was_worded_counts_everywhere_and_goes_back(samples: Path) -> None:
    generated = said()
    app = page()
    app.text_area[0].set_value(f"{OURS}\n\n  Câu   hai. ")
    button(app, "Ghi nhận xét")
    assert said() == (OURS, "Câu hai.")
    assert answers.screens("lam-dong", 2020, DAY)[1].message == OURS.rstrip(".")
    assert "câu đã sửa lúc" in shown(app)
    button(app, "Dùng lại câu tự sinh")
    assert said() == generated


def test_an_empty_field_gives_the_sentences_back_to_the_rules(samples: Path) -> None:
    generated = said()
    app = page()
    app.text_area[0].set_value(OURS)
    button(app, "Ghi nhận xét")
    app.text_area[0].set_value("  ")
    button(app, "Ghi nhận xét")
    assert said() == generated


def test_what_was_worded_for_other_figures_is_offered_and_does_not_count(samples: Path) -> None:
    generated = said()
    batches = batches_of(answers.review("lam-dong", 2020, DAY))
    stale = Commentary("lam-dong", 2020, batches[1:], [OURS])
    answers.store().word_commentary(stale, now=NOW)
    answers.forget()
    app = page()
    assert said() == generated
    assert "viết cho số liệu khác" in shown(app)
    assert "thêm 1 bảng" in shown(app)
    button(app, "Vẫn dùng các câu này")
    assert said() == (OURS,)
    assert "viết cho số liệu khác" not in shown(app)


def test_generated_sentences_that_were_cleared_stand_again(samples: Path) -> None:
    generated = said()
    app = page()
    app.text_area[0].set_value("")
    button(app, "Ghi nhận xét")
    assert tuple(app.text_area[0].value.splitlines()) == generated
