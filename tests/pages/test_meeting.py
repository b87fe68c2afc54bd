"""Does a meeting keep its figures, its place in the address, and what is typed in it?"""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from pages.ui import answers
from scoring.store import Meeting
from tests.pages.conftest import Handed
from tests.pages.opening import opened, shown

PAGE = "pages/meeting.py"
OF_LAM_DONG = {"co_quan": "lam-dong", "nam": "2020"}
DAY = date(2026, 11, 12)
NOW = datetime(2026, 11, 12, 1, tzinfo=UTC)


def begun(organisation: str = "lam-dong", year: int = 2020) -> str:
    of_it = answers.begin_meeting(organisation, year, DAY, "Thư ký")
    answers.forget()
    return of_it


def place(of_it: str, **more: str) -> AppTest:
    app = opened(PAGE, hop=of_it, **more)
    assert [str(one.value) for one in app.exception] == []
    return app


def drawn(app: AppTest) -> str:
    """The texts of a screen, which are no Markdown."""
    return "\n".join(str(one.proto.body) for one in app.get("html"))


def press(app: AppTest, label: str) -> None:
    next(one for one in app.button if one.label == label).click().run()
    assert [str(one.value) for one in app.exception] == []


def test_a_meeting_begins_in_the_whole_window(samples: Path) -> None:
    app = opened(PAGE, **OF_LAM_DONG, ngay="2026-11-12")
    assert "9 màn" in shown(app)
    press(app, "Bắt đầu họp")
    of_it = app.query_params["hop"]
    assert "Kết quả cải cách hành chính năm 2020" in drawn(app)
    assert "Số liệu chốt" in drawn(app)
    assert not app.sidebar.selectbox
    assert answers.meeting(of_it)["day"].date() == DAY


def test_an_earlier_meeting_is_opened_again(samples: Path) -> None:
    of_it = begun()
    app = opened(PAGE, **OF_LAM_DONG)
    assert "Thư ký" in shown(app)
    press(app, "Mở lại")
    assert app.query_params["hop"] == of_it


def test_the_address_alone_says_what_is_shown(samples: Path) -> None:
    of_it = begun()
    app = place(of_it, man="diem-mat")
    assert "Điều tra xã hội học mất 7,31 điểm" in drawn(app)
    assert len(app.get("plotly_chart")) == 1
    assert not place(of_it, man="diem-mat", xem="bang").get("plotly_chart")
    assert "Các màn trình chiếu" in drawn(place(of_it, man="diem-mat", mo="muc-luc"))


def test_buttons_lead_forth_and_back(samples: Path) -> None:
    app = place(begun(), man="diem-mat")
    press(app, "Sau")
    assert app.query_params["man"] == "mat-nhieu-nhat"
    press(app, "Trước")
    assert app.query_params["man"] == "diem-mat"
    press(app, "Kết thúc")
    assert "hop" not in app.query_params
    assert app.query_params["nam"] == "2020"
    assert "Trình chiếu" in shown(app)


def test_one_click_deeper_and_back_step_by_step(samples: Path) -> None:
    app = place(begun(), man="diem-mat", ma="6.1.2")
    assert "mất 1,00 điểm" in drawn(app)
    assert ">6.1.2 " in drawn(app)
    press(app, "Quay lại")
    assert app.query_params["ma"] == "6.1"
    press(app, "Quay lại")
    assert app.query_params["ma"] == "6"
    assert "58,5" in drawn(app)
    press(app, "Quay lại")
    assert "ma" not in app.query_params
    assert app.query_params["man"] == "diem-mat"


def test_a_unit_shows_what_it_answers_for(samples: Path) -> None:
    app = place(begun(), man="don-vi", don_vi="Sở Tài chính")
    assert "Sở Tài chính chủ trì 5 tiêu chí mất 3,42 điểm" in drawn(app)


def test_figures_stay_when_the_data_goes(samples: Path) -> None:
    of_it = begun()
    before = drawn(place(of_it, man="diem-mat", ma="6"))
    batch = answers.held(of_it).review.head.score_batch
    answers.store().undo(batch, now=NOW)
    answers.forget()
    answers.meetings._held.clear()  # as another server that never saw the figures
    assert drawn(place(of_it, man="diem-mat", ma="6")) == before
    assert answers.review("lam-dong", 2020, DAY).head.score_batch != batch


@pytest.mark.parametrize("of_it", ["20000101-000000-000000", "'; drop table meeting; --"])
def test_an_unknown_meeting_says_so(samples: Path, of_it: str) -> None:
    assert "Không có cuộc họp này" in shown(place(of_it))


def test_a_meeting_of_another_version_asks_to_begin_anew(samples: Path) -> None:
    other = answers.store().begin_meeting(
        Meeting("lam-dong", 2020, DAY),
        {"known": b'{"above": null, "breaks": [], "sets": []}'},
        now=NOW,
    )
    assert "bắt đầu cuộc họp mới" in shown(place(other))


def test_a_conclusion_typed_on_a_criterion_stays_on_it(samples: Path) -> None:
    of_it = begun()
    app = place(of_it, man="diem-mat", ma="6.1.2", mo="ghi-chu")
    app.text_area[0].set_value("Giao **Sở Tài chính** rà soát\nxong trước 15/12")
    app.checkbox[0].check()
    press(app, "Ghi")
    note = answers.ask("remarks", organisation="lam-dong").iloc[0]
    assert (note["code"], note["index_name"], note["year"]) == ("6.1.2", "PAR", 2020)
    assert note["conclusion"]
    assert "Giao" in shown(app)
    assert "Chưa có ghi chú" not in shown(app)
    assert "Chưa có ghi chú" in shown(place(of_it, mo="ghi-chu"))


def test_the_deck_has_the_frozen_screens(samples: Path, downloads: dict[str, Handed]) -> None:
    of_it = begun()
    answers.store().undo(answers.held(of_it).review.head.score_batch, now=NOW)
    place(of_it)
    deck = Presentation(BytesIO(downloads["Tải bộ slide (.pptx)"].make()))
    told = [slide.shapes.title.text for slide in deck.slides]
    assert [one.message for one in answers.held(of_it).screens if one.message not in told] == []


def test_a_live_page_leads_back_to_the_same_screen(samples: Path) -> None:
    of_it = begun()
    app = place(of_it, man="diem-mat", ma="6")
    links = {
        str(one.proto.label): dict(parse_qsl(one.proto.query_string))
        for one in app.get("page_link")
    }
    query = next(query for label, query in links.items() if "bị mất" in label)
    assert query["ma"] == "6"
    live = opened("pages/losses.py", **query)
    back = next(one for one in live.get("page_link") if str(one.proto.label) == "Quay lại cuộc họp")
    assert dict(parse_qsl(back.proto.query_string)) == {"hop": of_it, "man": "diem-mat", "ma": "6"}


def test_every_sample_has_a_meeting(samples: Path) -> None:
    scopes = answers.store().query("select distinct organisation, year from current_batch")
    for organisation, year in scopes.itertuples(index=False):
        of_it = begun(organisation, int(year))
        for screen in answers.held(of_it).screens:
            place(of_it, man=screen.key)


def test_a_large_table_has_a_meeting(database) -> None:
    database("large")
    first = answers.ask("first_scope").iloc[0]
    of_it = begun(first["organisation"], int(first["year"]))
    for screen in answers.held(of_it).screens:
        place(of_it, man=screen.key)


def test_what_was_typed_is_there_when_one_comes_back(samples: Path) -> None:
    app = place(begun(), man="diem-mat", mo="ghi-chu")
    app.text_area[0].set_value("Rà soát lại nhóm điều tra").run()
    press(app, "Sau")
    press(app, "Trước")
    press(app, "Ghi chú")
    assert app.text_area[0].value == "Rà soát lại nhóm điều tra"
    press(app, "Ghi")
    press(app, "Sau")
    press(app, "Ghi chú")
    assert app.text_area[0].value == ""  # written: nothing waits any more
    assert answers.ask("remarks", organisation="lam-dong")["text"].tolist() == [
        "Rà soát lại nhóm điều tra"
    ]


def test_a_meeting_as_of_a_past_day_leads_to_pages_of_that_day(samples: Path) -> None:
    past = answers.begin_meeting("lam-dong", 2020, date(2022, 1, 10), "")
    app = place(past, man="nhiem-vu")
    links = [dict(parse_qsl(one.proto.query_string)) for one in app.get("page_link")]
    assert links and all(one["ngay"] == "2022-01-10" for one in links)
    press(app, "Kết thúc")
    assert app.query_params["ngay"] == "2022-01-10"
    assert "tính đến 10/01/2022" in shown(app)


def test_where_nothing_is_known_no_meeting_begins(samples: Path) -> None:
    app = opened(PAGE, co_quan="tuyen-quang", nam="2022")
    (button,) = [one for one in app.button if one.label == "Bắt đầu họp"]
    assert button.disabled
    assert "Chưa có số liệu để trình chiếu" in " ".join(one.value for one in app.warning)
