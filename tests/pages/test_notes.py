"""Are notes kept, found, mended and taken back, and do conclusions become tasks?"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui import answers
from scoring.store import Remark
from tests.pages.opening import opened
from tests.pages.uploading import button, choice, field, labels, text, whole

PAGE, EDITOR = "pages/notes.py", "pages/plan_editor.py"
LAM_DONG = {"co_quan": "lam-dong", "nam": "2020"}
NOON = datetime(2026, 1, 3, 12, tzinfo=UTC)


def page(**more: str) -> AppTest:
    return whole(opened(PAGE, **LAM_DONG, **more))


def said(number: int, text: str, **more: object) -> Remark:
    """A note as it is written down, an hour after the one before."""
    known: dict[str, object] = {"organisation": "lam-dong", "year": 2020}
    remark = Remark(id=f"{number:08d}-0000", text=text, **{**known, **more})  # type: ignore[arg-type]
    answers.store().say([remark], now=NOON + timedelta(hours=number), who="Người ghi thử")
    answers.forget()
    return remark


def test_the_first_visit_says_what_notes_are_for(samples: Path) -> None:
    assert "Chưa có ghi chú nào của Lâm Đồng" in text(page())


def test_a_note_on_a_criterion_and_a_unit_is_kept_and_listed(samples: Path) -> None:
    app = page()
    field(app, "Nội dung").input("Kinh phí cấp chậm\nSở đã báo cáo")
    choice(app, "Về tiêu chí").select(("PAR", "6.1.2"))
    choice(app, "Về đơn vị").select("Sở Tài chính")
    button(app, "Ghi").click()
    app = whole(app.run())
    assert "PAR 6.1.2 " in text(app) and "Sở Tài chính" in text(app)
    assert "Kinh phí cấp chậm  \nSở đã báo cáo" in text(app)
    (row,) = answers.ask("remarks", organisation="lam-dong").to_dict("records")
    assert (row["code"], row["unit"], bool(row["conclusion"])) == ("6.1.2", "Sở Tài chính", False)
    assert len(row["note"]) == 32


def test_the_latest_word_counts_and_the_one_before_is_kept(samples: Path) -> None:
    said(1, "Lời đầu")
    app = page()
    (mended,) = [one for one in app.text_area if one.value == "Lời đầu"]
    mended.input("Lời sau").run()
    app = whole(button(app, "Ghi lời mới").click().run())
    assert "Lời sau" in text(app) and "sửa lần cuối" in text(app)
    assert "Lời đầu" not in text(app)
    words = answers.store().query("select text from remark order by decided_at", {})
    assert words["text"].tolist() == ["Lời đầu", "Lời sau"]


def test_what_is_taken_back_can_be_brought_again(samples: Path) -> None:
    said(1, "Ghi nhầm")
    app = whole(button(page(), "Bỏ").click().run())
    assert "Ghi nhầm" not in text(app)
    app = page(loai="da-bo")
    assert "Ghi nhầm" in text(app)
    whole(button(app, "Dùng lại").click().run())
    assert "Ghi nhầm" in text(page())


def test_notes_are_chosen_by_year_kind_and_words(samples: Path) -> None:
    said(1, "Ghi chú của năm trước", year=2019)
    said(2, "Khảo sát làm muộn")
    said(3, "Sở Nội vụ báo cáo", conclusion=True)
    assert "năm trước" not in text(page())
    assert "năm trước" in text(page(moi_nam="1"))
    concluded = text(page(loai="ket-luan"))
    assert "Sở Nội vụ báo cáo" in concluded and "Khảo sát" not in concluded
    found = text(page(tim="khảo sát"))
    assert "Khảo sát làm muộn" in found and "Sở Nội vụ báo cáo" not in found
    assert "2 ghi chú, trong đó 1 kết luận họp; 1 kết luận chưa thành nhiệm vụ" in text(page())


def test_conclusions_become_tasks_of_a_plan_and_say_which(samples: Path) -> None:
    said(1, "Trình phương án kinh phí", conclusion=True, unit="Sở Tài chính")
    said(2, "Một ghi chú thường")
    app = page()
    app.date_input[0].set_value(datetime(2021, 3, 5).date()).run()
    app = whole(button(app, "Mở trang soạn kế hoạch").click().run())
    assert "1 nhiệm vụ" in text(app)
    # The test harness stays on the page it was on: the draft is saved from the editor's own run.
    app = whole(app.switch_page(EDITOR).run())
    whole(button(app, "Ghi kế hoạch").click().run())
    (row,) = (
        answers.ask("tasks", organisation="lam-dong").query("kind == 'tasks'").to_dict("records")
    )
    assert row["section"] == "Kết luận họp ngày 05/03/2021"
    assert (row["title"], row["lead"], row["note"]) == (
        *("Trình phương án kinh phí", "Sở Tài chính"),
        "[KL-00000001]",
    )
    after = page()
    assert "Đã thành nhiệm vụ 1 Trình phương án kinh phí (kế hoạch không số năm 2021)" in text(
        after
    )
    assert "Mở trang soạn kế hoạch" not in labels(after)


def test_beside_a_criterion_stand_its_notes_and_no_others(samples: Path) -> None:
    def script() -> None:
        from pages.ui.notes.parts import beside

        beside("lam-dong", 2020, index_name="PAR", code="6.1.2")
        beside("lam-dong", 2020, unit="Sở Tài chính")

    said(1, "Về tiêu chí", index_name="PAR", code="6.1.2")
    said(2, "Về tiêu chí khác", index_name="PAR", code="6.1.1")
    said(3, "Về đơn vị", unit="Sở Tài chính", year=2019)
    app = whole(AppTest.from_function(script, default_timeout=60).run())
    assert [one.label for one in app.expander] == ["Ghi chú, kết luận họp (1)"] * 2
    for one in app.expander:
        app.session_state[one.key] = True
    app = whole(app.run())
    assert "Về tiêu chí khác" not in text(app)
    assert "Về tiêu chí" in text(app) and "Về đơn vị" in text(app)
    (blank, _) = [one for one in app.text_area if one.value == ""]
    blank.input("Thêm tại tiêu chí")
    button(app, "Ghi").click()
    whole(app.run())
    rows = answers.ask("remarks", organisation="lam-dong").set_index("text")
    assert rows.loc["Thêm tại tiêu chí", "code"] == "6.1.2"


OPENED = [
    ("pages/losses.py", {"ma": "6.1.2"}, "-PAR-6.1.2", {"index_name": "PAR", "code": "6.1.2"}),
    ("pages/losses.py", {"ma": "6"}, "-PAR-6", {"index_name": "PAR", "code": "6"}),
    ("pages/units.py", {"don_vi": "Sở Tài chính"}, "-Sở Tài chính", {"unit": "Sở Tài chính"}),
    ("pages/overview.py", {}, "", {}),
]


@pytest.mark.parametrize(("view", "place", "about", "subject"), OPENED)
def test_a_note_written_where_it_belongs_is_seen_there_and_on_the_page_of_notes(
    samples: Path, view: str, place: dict[str, str], about: str, subject: dict[str, str]
) -> None:
    said(1, "Về năm khác", year=2019, **subject)
    said(2, "Về điều khác", index_name="PAR", code="1.5", unit="Sở Y tế")
    app = whole(opened(view, **LAM_DONG, **place))
    assert "Về năm khác" not in text(app)  # nothing is asked of what stays folded
    app = unfolded(app, f"2020{about}")
    assert "Về điều khác" not in text(app)
    # What is on a year stays there; a criterion and a unit keep theirs over the years.
    assert ("Về năm khác" in text(app)) == (view != "pages/overview.py")
    (blank,) = [one for one in app.text_area if one.value == ""]
    blank.input("Kinh phí cấp chậm")
    button(app, "Ghi").click()
    app = whole(app.run())
    assert "Kinh phí cấp chậm" in text(app)  # still open, though its label counts one more
    rows = answers.ask("remarks", organisation="lam-dong").set_index("text")
    row = rows.loc["Kinh phí cấp chậm"]
    told = row[["index_name", "code", "unit"]].dropna()
    assert told.to_dict() == subject
    assert (row["year"], bool(row["conclusion"])) == (2020, False)
    assert "Kinh phí cấp chậm" in text(page())


def test_what_is_typed_for_one_year_is_not_written_for_another(samples: Path) -> None:
    def script() -> None:
        from pages.ui.notes.parts import of_year

        of_year("lam-dong", 2020)
        of_year("lam-dong", 2019)

    app = unfolded(AppTest.from_function(script, default_timeout=60).run(), "2019")
    field(app, "Nội dung").input("Của năm 2019")
    button(app, "Ghi").click()
    whole(app.run())
    rows = answers.ask("remarks", organisation="lam-dong")
    assert rows[["text", "year"]].values.tolist() == [["Của năm 2019", 2019]]


def unfolded(app: AppTest, about: str = "2020") -> AppTest:
    """The page with the notes on what it shows open: behind a fold, or a button."""
    app.session_state[f"canh-lam-dong-{about}-ghi-chu"] = True
    return whole(app.run())
