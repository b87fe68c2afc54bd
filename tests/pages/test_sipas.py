"""Does the SIPAS page say how a target is read, and what of a factor is known?"""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.pages.opening import opened
from tests.pages.uploading import (
    HOME,
    OF_GIA_LAI,
    SIPAS,
    book,
    button,
    cards,
    dropped,
    specs,
    text,
    whole,
)


def test_a_rise_is_read_in_percentage_points_unless_one_says_otherwise(samples: Path) -> None:
    app = opened(SIPAS, **OF_GIA_LAI)
    assert "Tăng điểm phần trăm: 83,99 % tăng 2 điểm % → 85,99 %" in text(app)
    assert goals(app) == [85.99, 86.04, 87.39, 82.9, 81.89]
    relative = opened(SIPAS, **OF_GIA_LAI, cach_doc="tuong-doi")
    assert goals(relative)[0] == 85.67  # 83,99 × 1,02
    again = app.segmented_control(key="cach_doc").set_value("tuong-doi").run()
    assert (goals(again)[0], again.query_params["cach_doc"]) == (85.67, "tuong-doi")


def goals(app: AppTest) -> list[float]:
    """The targets in the order of the file."""
    (table,) = (one.value for one in app.dataframe if "Mục tiêu" in one.value)
    order = [83.99, 84.04, 85.39, 80.9, 77.89]
    goal = dict(zip(table["Năm 2022"], table["Mục tiêu"], strict=True))
    return [round(goal[value], 2) for value in order]


def test_a_factor_without_a_target_is_never_met(empty: Path) -> None:
    title = "UBND TỈNH GIA LAI\nChỉ số hài lòng SIPAS năm 2022"
    rows = "STT | Yếu tố | Kết quả năm 2022 (%)\n1 | Tiếp cận dịch vụ | 99,9\n2 | Thủ tục | 84,04"
    app = dropped(("sipas.xlsx", book(rows, title)))
    whole(button(app, "Ghi dữ liệu").click().run())
    app = whole(opened(SIPAS, **OF_GIA_LAI))
    (table,) = (one.value for one in app.dataframe if "Trạng thái" in one.value)
    assert table["Trạng thái"].tolist() == ["○ Chưa có mục tiêu để so"] * 2
    assert "2 yếu tố, chưa có mục tiêu" in text(app)
    assert "✓ Đạt" not in text(app) + specs(app)


def test_questions_stand_under_their_factor_and_in_no_chart(empty: Path) -> None:
    title = "UBND TỈNH GIA LAI\nChỉ số hài lòng SIPAS năm 2022"
    rows = """
        STT | Nội dung                       | Kết quả năm 2022 (%)
        1   | Tiếp cận dịch vụ               | 83,99
        1.1 | Nơi ngồi chờ có đủ chỗ         | 88,10
        1.2 | Trang thiết bị phục vụ đầy đủ  | 62,50
        2   | Thủ tục hành chính             | 84,04
    """
    app = dropped(("sipas.xlsx", book(rows, title)))
    whole(button(app, "Ghi dữ liệu").click().run())
    app = whole(opened(SIPAS, **OF_GIA_LAI))
    assert "Trang thiết bị" not in specs(app)
    assert "2 yếu tố, chưa có mục tiêu" in text(app)
    lowest = "Câu hỏi thấp nhất: Trang thiết bị phục vụ đầy đủ, 62,50 %, thuộc Tiếp cận dịch vụ"
    assert lowest in text(app)
    (asked,) = (one.value for one in app.dataframe if "Câu hỏi" in one.value)
    assert asked[["Yếu tố", "Mã", "Năm 2022"]].to_numpy().tolist() == [
        ["Tiếp cận dịch vụ", "1.1", 88.1],
        ["Tiếp cận dịch vụ", "1.2", 62.5],
    ]
    home = whole(opened(HOME, **OF_GIA_LAI))
    assert "Trang thiết bị" not in specs(home)
    assert "2 yếu tố, chưa có mục tiêu" in text(home)
    assert cards(home)["Hài lòng (SIPAS)"] == "83,99 %"  # the lowest factor, not the question
