"""Does Nhiệm vụ say what is late, who has it and what it is worth, by every choice there is?"""

from collections.abc import Sequence
from pathlib import Path

import pytest
import streamlit as st

from scoring.analysis.messages import UNIT_COLUMNS
from scoring.store import GroupMeaning, open_store
from tests.pages.opening import opened
from tests.pages.planned_tasks import HERE, LATER, NOW, TASKS, at, four_tasks, names
from tests.pages.uploading import cards, choice, labels, specs, text


@pytest.fixture
def planned(empty: Path) -> tuple[Path, Sequence[str]]:
    """A database with a made-up plan of four tasks, and their ids."""
    return empty, four_tasks(empty)


def test_what_is_late_and_worth_most_comes_first(planned) -> None:
    app = at()
    said = text(app)
    assert (
        "1 nhiệm vụ quá hạn; gấp nhất: Công khai TTHC, 2,50 điểm, trễ 234 ngày, Sở Nội vụ chủ trì"
    ) in said
    assert list(cards(app).values()) == ["1", "1", "2", "0", "0"]
    # The doubtful one has no points yet.
    assert "4 nhiệm vụ chưa xong gắn với 2 tiêu chí đã mất 3,50 điểm" in said
    assert "1/4 nhiệm vụ đã có báo cáo." in said
    assert "1 nhiệm vụ chưa rõ thời hạn: đặt thời hạn" in said
    assert "Tính đến ngày 20/11/2021" in said


def test_who_reported_long_ago_is_silent(planned) -> None:
    said = text(at(ngay=LATER))
    assert "1/4 nhiệm vụ đã có báo cáo; 1 nhiệm vụ chưa xong im lặng quá 90 ngày" in said


def test_the_table_has_the_printed_time_beside_the_reading(planned) -> None:
    rows = at(dang="bang").dataframe[0].value.to_dict("records")
    assert [row["Nhiệm vụ"] for row in rows] == [
        *("Công khai TTHC", "Giải quyết các hồ sơ đúng hạn", "Sáng kiến trong cải cách"),
        "Trồng cây",
    ]
    assert [row["Thời hạn như in"] for row in rows] == [
        *("Quý I/2021", "Quý IV/2021", "Hằng quý", "Càng sớm càng tốt")
    ]
    assert [row["Đọc là"] for row in rows] == [
        *("đến hết 31/03/2021", "đến hết 31/12/2021", "lặp lại", "chưa hiểu")
    ]
    assert rows[0]["Trạng thái"] == "▲ Quá hạn"
    assert rows[0]["Tiêu chí"] == "PAR 2.1 Công khai thủ tục hành chính"
    assert rows[1]["Gắn tiêu chí"] == "tên gần giống, cần xác nhận"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"don_vi": "Sở Tài chính"}, ["Công khai TTHC"]),
        ({"trang_thai": "qua-han"}, ["Công khai TTHC"]),
        ({"linh_vuc": "par-2"}, ["Công khai TTHC"]),
        ({"muc_dich": "khac-phuc"}, ["Công khai TTHC"]),
        ({"quy": "2021-4"}, ["Giải quyết các hồ sơ đúng hạn"]),
        ({"bao_cao": "im-lang", "ngay": LATER}, ["Sáng kiến trong cải cách"]),
        ({"bao_cao": "im-lang", "ngay": "2026-03-01"}, None),
        ({"don_vi": "Sở Xây dựng", "trang_thai": "chua-bat-dau"}, ["Trồng cây"]),
    ],
)
def test_every_choice_is_in_the_address(planned, asked: dict[str, str], found: list[str]) -> None:
    app = at(dang="bang", **asked)
    assert (names(app) if app.dataframe else None) == found


def test_a_choice_is_made_and_taken_back(planned) -> None:
    app = at(dang="bang")
    choice(app, "Đơn vị chủ trì hoặc phối hợp").select("Sở Xây dựng").run()
    assert app.query_params["don_vi"] == "Sở Xây dựng"
    assert names(app) == ["Sáng kiến trong cải cách", "Trồng cây"]
    assert "Không nhiệm vụ nào quá hạn" in text(app)
    app.button(key="bo-loc-don_vi").click().run()
    assert len(names(app)) == 4


def test_an_address_that_names_what_is_not_there_says_so(planned) -> None:
    said = text(at(don_vi="Sở Vũ trụ", nhiem_vu="khong-co"))
    assert "“Sở Vũ trụ”" in said and "“khong-co”" in said
    assert "1 nhiệm vụ quá hạn" in said
    assert "Đường dẫn nêu ngày “hôm nay”" in text(opened(TASKS, **HERE | {"ngay": "hôm nay"}))


def test_choices_that_leave_nothing_say_so(planned) -> None:
    said = text(at(don_vi="Sở Tài chính", trang_thai="hoan-thanh"))
    assert "Không nhiệm vụ nào khớp" in said


def test_quarters_tell_what_stands_in_none(planned) -> None:
    app = at(dang="quy")
    assert "Không xếp vào quý nào: 1 làm thường xuyên, định kỳ, 1 chưa hiểu thời hạn." in text(app)
    assert "Quý IV/2021 (quý này): 1 nhiệm vụ" in specs(app)
    assert "Quý I/2021: 1 nhiệm vụ, 1 quá hạn" in specs(app)


def test_who_carries_too_much_is_said_in_words(planned) -> None:
    app = at(dang="don-vi")
    said = text(app)
    assert "Sở Nội vụ có nhiều nhiệm vụ quá hạn nhất: 1 trên 1 nhiệm vụ chủ trì" in said
    assert "Sở Nội vụ chủ trì 2,50 điểm mất, bằng 71,4 % số điểm" in said
    units = app.dataframe[0].value.set_index("Đơn vị")
    carried = units.loc["Sở Xây dựng"]
    in_full = f"Điểm: {UNIT_COLUMNS['in_full'].lower()}"
    assert (carried["Chủ trì (nhiệm vụ)"], carried[in_full]) == (2, 1.0)
    assert units.loc["Sở Tài chính", "Phối hợp (nhiệm vụ)"] == 1
    # Of a part of the tasks nobody can say who leads too much of all.
    assert "số điểm có đơn vị chủ trì nêu đích danh" not in text(at(dang="don-vi", quy="2021-1"))
    shared = at(dang="don-vi", cach="chia-deu")
    assert "Sở Nội vụ chịu 2,50 điểm mất khi chia đều" in text(shared)


def test_members_stand_in_place_of_their_group_in_choices_table_and_loads(planned) -> None:
    path, _ = planned
    assert not at().toggle  # nobody has said who the group is
    meaning = GroupMeaning("lam-dong", "Các sở, ban, ngành", "members", "Sở Y tế\nSở Tài chính")
    store = open_store(str(path))
    store.say([meaning], now=NOW)
    store.close()
    st.cache_resource.clear()
    st.cache_data.clear()
    assert "Sở Y tế" not in choice(at(), "Đơn vị chủ trì hoặc phối hợp").options
    app = at(dang="bang")
    app.toggle[0].set_value(True).run()
    assert app.query_params["ca_nhom"] == "co"
    assert "Sở Y tế" in choice(app, "Đơn vị chủ trì hoặc phối hợp").options
    table = app.dataframe[0].value.set_index("Nhiệm vụ")
    assert table.loc["Giải quyết các hồ sơ đúng hạn", "Chủ trì"] == "Sở Y tế; Sở Tài chính"
    assert names(at(dang="bang", ca_nhom="co", don_vi="Sở Y tế")) == [
        "Giải quyết các hồ sơ đúng hạn"
    ]
    units = at(dang="don-vi", ca_nhom="co").dataframe[0].value.set_index("Đơn vị")
    assert units["Chủ trì (nhiệm vụ)"].to_dict() == {
        "Sở Nội vụ": 1,
        "Sở Y tế": 1,
        "Sở Tài chính": 1,
        "Sở Xây dựng": 2,
    }


def test_a_unit_that_stands_nowhere_after_the_choice_is_left(planned) -> None:
    path, _ = planned
    store = open_store(str(path))
    store.say(
        [GroupMeaning("lam-dong", "Các sở, ban, ngành", "focal", "Sở Y tế")], now=NOW, who=None
    )
    store.close()
    app = at(dang="bang", don_vi="Các sở, ban, ngành")
    assert names(app) == ["Giải quyết các hồ sơ đúng hạn"]
    app.toggle[0].set_value(True).run()
    assert "don_vi" not in app.query_params
    assert len(names(app)) == 4


def test_without_a_plan_the_page_says_what_to_load(samples: Path) -> None:
    said = text(opened(TASKS, co_quan="gia-lai", nam="2022"))
    assert "Chưa nạp kế hoạch nào của Gia Lai" in said
    assert "Danh sách nhiệm vụ" in said and "Nạp kế hoạch hoặc tải mẫu" in said


def test_units_with_a_plan_are_offered_where_the_province_has_none(samples: Path) -> None:
    app = opened(TASKS, co_quan="ha-noi", nam="2024")
    assert "Đơn vị trực thuộc đã có nhiệm vụ" in text(app)
    (link,) = (one for one in app.get("page_link") if " nhiệm vụ" in one.proto.label)
    assert link.proto.label.startswith("Sở Văn hóa và Thể thao")
    assert "co_quan=" in link.proto.query_string


def test_the_tasks_of_lam_dong_are_about_its_lost_points(samples: Path) -> None:
    said = text(opened(TASKS, co_quan="lam-dong", nam="2020", ngay="2021-11-20"))
    assert "21 nhiệm vụ chưa xong gắn với 21 tiêu chí đã mất 16,084 điểm" in said


def test_many_tasks_are_shown_in_part(database) -> None:
    database("large")
    app = opened(TASKS, timeout=400, ngay="2025-08-01")
    assert "nhiệm vụ quá hạn; gấp nhất" in text(app)
    assert len([one for one in labels(app) if one.startswith("Còn ")]) == 2
    for view in ("bang", "quy", "don-vi"):
        app.query_params["dang"] = view
        app.run()
        assert [str(one.value) for one in app.exception] == []
        if view == "bang":
            assert "500 dòng đầu trong 19.600 nhiệm vụ" in text(app)
