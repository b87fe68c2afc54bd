"""Does the losses page lead to a criterion and back, and keep what is decided of its kind?"""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from pages.ui import answers
from tests.pages.opening import opened
from tests.pages.uploading import LOSSES, OF_LAM_DONG, button, cards, plain, text, whole


def test_the_address_opens_one_domain(samples: Path) -> None:
    app = opened(LOSSES, **OF_LAM_DONG, ma="6")
    # 2,00 ÷ 3,42 = 58,5 %
    assert "mất 2,00 điểm, 58,5 % điểm mất của Tài chính công" in text(app)
    assert cards(app)["Điểm bị mất"] == "3,42"
    (table,) = [one.value for one in app.dataframe]
    assert table["Mã"].tolist() == ["6.3", "6.1"]


def test_the_address_opens_a_criterions_own_page(samples: Path) -> None:
    app = opened(LOSSES, **OF_LAM_DONG, ma="6.1.2")
    found = cards(app)
    assert (found["Điểm chuẩn"], found["Điểm thẩm định"]) == ("1,00", "0,00")
    assert (found["Điểm bị mất"], found["Trong tổng điểm mất"]) == ("1,00", "6,2 %")  # 1 ÷ 16,07
    (plan,) = (one.value for one in app.table)
    said = {plain(name): plain(value) for name, value in plan.iloc[:, 0].items()}
    assert said["Cơ quan chủ trì"] == "Sở Tài chính"
    assert said["Cơ quan phối hợp"] == "Các Sở, ban, ngành; UBND cấp huyện"
    assert all(said[name] not in ("", "–") for name in ("Giải pháp", "Thời hạn", "Loại"))
    evidence, link = (one.proto for one in app.get("page_link"))
    assert plain(evidence.label) == "Ghi, sửa minh chứng"
    assert "ma=6.1.2" in evidence.query_string
    place, _, batch = plain(link.label).rpartition(" · lần nạp ")
    assert place == "Nguồn: lam-dong-par-2020.xlsx › Phụ lục › dòng 29"
    assert f"lan_nap={batch}" in link.query_string
    assert "dong=29" in link.query_string


def test_the_way_back_up_is_a_button_a_level(samples: Path) -> None:
    app = opened(LOSSES, **OF_LAM_DONG, ma="6.1.2")
    app.button(key="len-6").click().run()
    assert app.query_params["ma"] == "6"
    app.button(key="len-goc").click().run()
    assert "ma" not in app.query_params


def test_a_code_that_the_table_does_not_have_says_so(samples: Path) -> None:
    app = opened(LOSSES, **OF_LAM_DONG, ma="99.<b>9")
    assert "Đường dẫn nêu tiêu chí “99.<b>9”, chưa có dữ liệu" in text(app)
    assert "8 trên 21 tiêu chí chiếm 82,8 % điểm mất" in text(app)


def by_kind(app: AppTest) -> dict[str, float]:
    (table,) = (one.value for one in app.dataframe if "Số tiêu chí" in one.value)
    return {kind: round(lost, 3) for kind, lost in zip(table["Loại"], table["Bị mất"], strict=True)}


def test_a_kind_that_somebody_decides_moves_its_points_and_stays(samples: Path) -> None:
    app = opened(LOSSES, **OF_LAM_DONG)
    names = answers.kinds()
    survey, impact, control = names["survey"], names["impact"], names["control"]
    assert by_kind(app) == {survey: 7.31, control: 6.694, impact: 2.08}
    app.selectbox(key="loai_tieu_chi").set_value("9")
    app.selectbox(key="loai").set_value("control")
    whole(button(app, "Lưu").click().run())
    assert by_kind(app) == {control: 14.004, impact: 2.08}  # 6,694 + 7,31
    assert by_kind(opened(LOSSES, **OF_LAM_DONG)) == {control: 14.004, impact: 2.08}
    assert f"Đã sửa so với bộ tiêu chí: 9: {control}" in text(opened(LOSSES, **OF_LAM_DONG))
