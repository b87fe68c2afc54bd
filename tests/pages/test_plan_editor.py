"""Is a plan that is written on the page read at once, kept as a file, and the plan it was?"""

from pathlib import Path
from typing import Any

import pandas as pd
from streamlit.testing.v1 import AppTest

from pages.ui import answers
from scoring.analysis.plans import drafts
from tests.pages.opening import opened
from tests.pages.uploading import button, choice, field, text, whole

PAGE = "pages/plan_editor.py"
LAM_DONG = {"co_quan": "lam-dong", "nam": "2020"}


def page(**address: str) -> AppTest:
    return whole(opened(PAGE, **address))


def begun(start: str, **address: str) -> AppTest:
    """The page after a plan was begun from the start whose label holds these words."""
    app = page(**address)
    starts = choice(app, "Bắt đầu từ")
    label = next(one for one in starts.options if start in one)
    starts.select_index(starts.options.index(label)).run()
    return whole(button(app, "Bắt đầu").click().run())


def typed(app: AppTest, *rows: dict[str, str], kind: str = "tasks") -> AppTest:
    """The same page once these rows stand in its grid."""
    kept = app.session_state["soan_ke_hoach"]
    (name,) = [one for one in kept if one[1] == kind]
    frame = drafts.empty(kind, rows)
    fields = vars(kept[name]) | {"base": frame, "typed": frame}
    fields["version"] = kept[name].version + 1
    kept[name] = type(kept[name])(**fields)
    return whole(app.run())


def tasks(organisation: str) -> pd.DataFrame:
    return answers.store().query(
        "select task.* from task join current_batch on current_batch.id = task.batch "
        "where current_batch.kind = 'tasks' and organisation = $organisation order by position",
        {"organisation": organisation},
    )


def ha_noi() -> str:
    found = answers.ask("organisations", parent="ha-noi")
    return str(found["organisation"].iat[0])


def test_an_empty_page_offers_nothing_to_save(samples: Path) -> None:
    app = page(**LAM_DONG)
    assert "Chưa có gì được ghi" in text(app)
    assert "Ghi kế hoạch" not in [one.label for one in app.button]


def test_a_plan_from_lost_points_has_a_row_for_each_leaf_and_is_kept(samples: Path) -> None:
    app = begun("21 tiêu chí mất điểm", **LAM_DONG)
    assert "21 nhiệm vụ" in text(app)
    assert "21 chưa ghi nhiệm vụ" in text(app)
    whole(button(app, "Ghi kế hoạch").click().run())
    assert "đã ghi 21 dòng" in text(app)
    found = tasks("lam-dong")
    batches = answers.ask("scopes_of", organisation="lam-dong")["score_batch"].dropna()
    leaves = answers.ask("losses", batch=batches.iat[0])
    lost = leaves[leaves["leaf"] & (leaves["lost_points"] > 0)]
    assert found["title"].tolist() == lost["title"].tolist()
    assert set(found["purpose"]) == {"mend"}


def test_saving_keeps_the_file_the_history_and_the_ids_of_the_tasks(samples: Path) -> None:
    address = {"co_quan": ha_noi(), "nam": "2022"}
    before = tasks(address["co_quan"])
    app = begun("76/KH-SVHTT", **address)
    assert "15 nhiệm vụ" in text(app)
    assert "Không có gì khác số liệu hiện hành" in text(app)
    assert field(app, "Số kế hoạch").value == "76/KH-SVHTT"
    kept = app.session_state["soan_ke_hoach"][address["co_quan"], "tasks"]
    rows = kept.typed.to_dict("records")
    rows[0]["deadline"] = "Quý I/2022"
    new = {"task": "Họp giao ban", "lead": "Văn phòng Sở", "deadline": "2022"}
    app = typed(app, *rows, new | {"section": rows[-1]["section"]})
    assert "Đã có 76/KH-SVHTT" not in text(app)  # it is the plan that was begun from
    whole(button(app, "Ghi kế hoạch").click().run())
    after = tasks(address["co_quan"])
    assert after["id"].tolist()[:15] == before["id"].tolist()
    assert after["deadline"].iat[0] == "Quý I/2022"
    assert after["title"].iat[15] == "Họp giao ban"
    name, content = answers.store().file(str(after["batch"].iat[0]))
    assert name.endswith(".xlsx") and content[:2] == b"PK"


def test_another_plan_of_the_same_name_is_not_replaced_without_a_word(samples: Path) -> None:
    app = page(co_quan=ha_noi(), nam="2022")
    field(app, "Số kế hoạch").input("76/KH-SVHTT")
    choice(app, "Năm kế hoạch").select(2022)
    app = typed(app.run(), {"task": "Việc mới", "lead": "Văn phòng Sở", "deadline": "2022"})
    assert "Đã có 76/KH-SVHTT của PAR năm 2022" in text(app)


def test_a_number_that_is_none_and_a_row_that_is_lost_keep_it_from_saving(samples: Path) -> None:
    app = page(**LAM_DONG)
    field(app, "Số kế hoạch").input("kế hoạch 12")
    app = typed(app.run(), {"task": "Việc mới", "lead": "Sở Y tế", "deadline": "2021"})
    assert "viết số kế hoạch như 76/KH-SVHTT" in text(app)
    assert button(app, "Ghi kế hoạch").disabled
    field(app, "Số kế hoạch").input("12/KH-UBND").run()
    assert not button(app, "Ghi kế hoạch").disabled
    app = typed(app, {"task": "Việc mới", "lead": "Sở Y tế"}, {"note": "chỉ một ghi chú"})
    assert "sửa 1 dòng chưa đọc được" in text(app)
    assert button(app, "Ghi kế hoạch").disabled


def test_how_each_row_is_read_stands_below(samples: Path) -> None:
    row = {"task": "Rà soát", "lead": "Sở Tài chính", "deadline": "Quý I/2021", "goal": "đạt 90%"}
    app = typed(page(**LAM_DONG), row, {"task": "Báo cáo", "lead": "Sở Nội vụ", "deadline": "sớm"})
    assert "2 nhiệm vụ, 1 nhiệm vụ cần xem lại: 1 chưa hiểu thời hạn" in text(app)
    (read,) = [one.value for one in app.dataframe if "Thời hạn đọc là" in one.value]
    assert read["Thời hạn đọc là"].tolist() == ["đến hết 31/03/2021", ""]
    assert read["Chủ trì đọc là"].tolist() == ["Sở Tài chính", "Sở Nội vụ"]


def test_targets_are_written_and_kept_the_same_way(samples: Path) -> None:
    app = page(**LAM_DONG, loai="targets")
    app = typed(
        app,
        {"title": "Chỉ số SIPAS", "aim": "tối thiểu 86%", "lead": "Sở Nội vụ"},
        {"title": "Chỉ số SIPAS", "aim": "90%", "due": "2025", "lead": "Sở Nội vụ"},
        kind="targets",
    )
    assert "2 chỉ tiêu, đọc được hết" in text(app)
    whole(button(app, "Ghi kế hoạch").click().run())
    found = answers.ask("plan_targets", organisation="lam-dong")
    own = found[found["table_kind"] == "targets"]
    told: list[Any] = own[["title", "kind", "amount", "due_year"]].to_numpy().tolist()
    assert told == [
        ["Chỉ số SIPAS", "at_least", 86.0, 2021],
        ["Chỉ số SIPAS", "at_least", 90.0, 2025],
    ]


def test_what_was_typed_is_there_when_the_page_is_opened_again(samples: Path) -> None:
    row = {"task": "Rà soát", "lead": "Sở Tài chính", "deadline": "Quý I/2021"}
    app = typed(page(**LAM_DONG), row)
    whole(app.switch_page("pages/overview.py").run())
    app = whole(app.switch_page(PAGE).run())
    assert "1 nhiệm vụ, đọc được hết" in text(app)
