"""What does a person get who uploads, writes, undoes, follows a link, changes a choice?"""

import json
from collections.abc import Callable
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from pages.ui import answers
from tests.pages.opening import opened, pages, shown

Use = Callable[[str], Path]

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
LAM_DONG = "lam-dong-par-2020.xlsx"
GIA_LAI = "gia-lai-sipas-2022.xlsx"
IMPORT, LOSSES, SIPAS = "pages/importing.py", "pages/losses.py", "pages/sipas.py"
UNITS, METHOD, HOME = "pages/units.py", "pages/method.py", "pages/overview.py"
OF_LAM_DONG = {"co_quan": "lam-dong", "nam": "2020"}
OF_GIA_LAI = {"co_quan": "gia-lai", "nam": "2022"}

TITLE = "UBND TỈNH LÂM ĐỒNG\nKết quả Chỉ số cải cách hành chính năm 2020"
HEADER = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Cơ quan chủ trì"


@pytest.fixture
def empty(database: Use) -> Path:
    return database("empty")


@pytest.fixture
def samples(database: Use) -> Path:
    return database("samples")


def text(app: AppTest) -> str:
    """Every text of a page as a person reads it, tables and links included."""
    tables = [one.value.to_string(max_colwidth=None) for one in app.table]
    links = [one.proto.label for one in app.get("page_link")]
    said = unescape("\n".join([shown(app), *tables, *links]))
    return said.replace("\u00a0", " ").replace("\u2060", "")


def cards(app: AppTest) -> dict[str, str]:
    """The metrics of a page without their icons."""
    return {card.label.split("] ")[-1].strip(": "): plain(card.value) for card in app.metric}


def plain(value: object) -> str:
    return unescape(str(value)).replace("\u00a0", " ")


def book(rows: str, title: str = TITLE) -> bytes:
    """A workbook with a title block, a blank row and a table; every cell is a text."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Phụ lục"
    lines = [*title.split("\n"), "", *(line.strip() for line in rows.strip().splitlines())]
    for row, line in enumerate(lines, 1):
        for column, cell in enumerate(line.split("|"), 1):
            if cell.strip():
                written = sheet.cell(row, column, cell.strip())
                written.data_type = "s"  # '=1+1' is what somebody typed, no formula
    saved = BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def dropped(*files: tuple[str, bytes]) -> AppTest:
    """The import page after files were dropped on it."""
    app = opened(IMPORT)
    for name, content in files:
        app.file_uploader[0].upload(name, content)
    return whole(app.run())


def sample(name: str) -> tuple[str, bytes]:
    return name, (SAMPLES / name).read_bytes()


def whole(app: AppTest) -> AppTest:
    """The same page, which must not have stopped with an exception."""
    assert [str(one.value) for one in app.exception] == []
    return app


def button(app: AppTest, label: str):
    return next(one for one in app.button if one.label == label)


def batches() -> int:
    """How many batches count, undone ones left out: what pages keep of it is not asked."""
    return len(answers.store().history())


def written(*names: str) -> AppTest:
    app = dropped(*(sample(name) for name in names))
    label = "Ghi dữ liệu" if len(names) == 1 else f"Ghi {len(names)} bảng sẵn sàng"
    return whole(button(app, label).click().run())


# Import


def test_what_was_read_and_what_is_wrong_is_shown_before_anything_is_written(empty: Path) -> None:
    app = dropped(sample(LAM_DONG))
    assert cards(app) == {"Dòng sạch": "35", "Lỗi": "0", "Cảnh báo": "2", "Ghi chú": "1"}
    said = text(app)
    assert "37 dòng" in said
    assert "Phụ lục!E13: cần bằng tổng điểm bị mất của các dòng con: 0,064, thấy 0,05" in said
    assert "Phụ lục!B21" in said  # 4.1 and 4.3 with one title
    assert "lĩnh vực 2 (5,00 điểm) hiểu là không mất điểm" in said
    assert "Kiểm tra điểm bị mất của các dòng con và của dòng cha." in said
    assert batches() == 0


def test_kind_index_organisation_and_year_are_proposed_with_their_evidence(empty: Path) -> None:
    apps = [dropped(sample(name)) for name in (LAM_DONG, GIA_LAI)]
    proposed = [(one.label, one.value) for app in apps for one in app.selectbox[:4]]
    assert proposed == [
        ("Loại bảng", "scores"),
        ("Chỉ số", "PAR"),
        ("Cơ quan, địa phương", "lam-dong"),
        ("Năm đánh giá", 2020),
        ("Loại bảng", "satisfaction"),
        ("Chỉ số", "SIPAS"),
        ("Cơ quan, địa phương", "gia-lai"),
        ("Năm đánh giá", 2022),
    ]
    assert "Đọc từ Phụ lục!A1: “ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG”" in text(apps[0])
    assert batches() == 0


def test_what_is_written_is_on_every_page_at_once(empty: Path) -> None:
    for page in pages():
        opened(page)  # each has asked, and kept that there is nothing
    app = written(LAM_DONG, GIA_LAI)
    assert "PAR Lâm Đồng 2020** · Bảng điểm: **đã ghi 37 dòng" in text(app)
    assert "SIPAS Gia Lai 2022** · Mức độ hài lòng: **đã ghi 5 dòng" in text(app)
    (history,) = [one.value for one in app.dataframe if "Lần nạp" in one.value]
    assert history["Cơ quan"].tolist() == ["Gia Lai", "Lâm Đồng"]
    assert batches() == 2
    home = cards(opened(HOME, **OF_LAM_DONG))
    assert (home["Chỉ số CCHC (PAR Index)"], home["Điểm bị mất"]) == ("83,93 %", "16,07")
    assert "Mất 16,07 trên 100,00 điểm, chỉ số 83,93 %" in text(opened(LOSSES, **OF_LAM_DONG))
    assert "78,1 % điểm mất chỉ có nhóm đơn vị" in text(opened(UNITS, **OF_LAM_DONG))
    assert "100,00 − 16,07 = 83,93" in text(opened(METHOD, **OF_LAM_DONG))
    assert "85,99 %" in text(opened(SIPAS, **OF_GIA_LAI))


def test_writing_the_same_again_says_so_and_adds_nothing(empty: Path) -> None:
    written(LAM_DONG)
    app = written(LAM_DONG)
    assert "đã nạp**, không thêm gì" in text(app)
    assert batches() == 1


def test_undo_asks_first(empty: Path) -> None:
    app = written(LAM_DONG)
    app.button(key="hoan_tac").click().run()
    assert "Số liệu và tệp gốc vẫn được giữ trong lịch sử, khôi phục được." in text(app)
    assert "PAR Lâm Đồng 2020** · Bảng điểm · 37 dòng" in text(app)
    app.button(key="giu_lai").click().run()
    assert batches() == 1


def test_undo_takes_it_back_and_every_page_says_so(empty: Path) -> None:
    app = written(LAM_DONG, GIA_LAI)
    app.button(key="hoan_tac").click().run()
    app.button(key="dong_y_hoan_tac").click().run()
    said = text(whole(app))
    assert "Đã hoàn tác lần nạp" in said
    assert "gia-lai-sipas-2022.xlsx" in said
    assert "SIPAS Gia Lai 2022** · Mức độ hài lòng: **đã ghi" not in said  # no longer true
    assert batches() == 1
    gone = text(opened(HOME, **OF_GIA_LAI))
    assert "Đường dẫn nêu cơ quan “gia-lai”, chưa có dữ liệu" in gone
    assert "85,99" not in gone
    app.button(key="hoan_tac").click().run()
    app.button(key="dong_y_hoan_tac").click().run()
    assert batches() == 0
    assert "Chưa có dữ liệu" in text(opened(HOME))


def test_errors_have_a_place_and_a_cure_and_keep_the_button_shut(empty: Path) -> None:
    app = dropped(
        (
            "sai.xlsx",
            book(f"""
                {HEADER}
                1   | Chỉ đạo  | 8,50 | 15   | 1,03 |
                1.1 | Kế hoạch | 1,50 | chín | 0,50 |
            """),
        )
    )
    said = text(app)
    assert "Phụ lục!D5" in said and "thấy 15" in said  # points above the maximum
    assert "Phụ lục!D6" in said and "chín" in said  # not a number
    assert cards(app)["Lỗi"] == "2"
    assert button(app, "Ghi dữ liệu").disabled
    assert "Chưa ghi được bảng này: sửa 2 lỗi, ngay tại đây hoặc trong tệp rồi thả lại." in said
    assert all(one.value["Cách sửa"].ne("").all() for one in app.table)
    assert batches() == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rỗng.xlsx", b""),
        ("ảnh.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("chữ.xlsx", "STT,Tiêu chí\n1,Chỉ đạo".encode()),
        ("không bảng.xlsx", book("Kính gửi các sở, ban, ngành")),
    ],
)
def test_a_file_without_a_table_says_why_and_offers_no_button(
    empty: Path, name: str, content: bytes
) -> None:
    app = dropped((name, content))
    assert "Không đọc được bảng nào trong tệp này; không có gì được ghi." in text(app)
    assert all(one.value["Cách sửa"].ne("").all() for one in app.table) and len(app.table) == 1
    assert [one for one in app.button if one.label == "Ghi dữ liệu"] == []
    assert "Traceback" not in text(app)


PLAN_ONLY = "UBND TỈNH LÂM ĐỒNG\nKế hoạch cải cách hành chính năm 2022"
ONE_ROW = f"{HEADER}\n1 | CÔNG TÁC CHỈ ĐẠO | 8,50 | 7,47 | 1,03 | Sở Nội vụ"


def test_a_year_that_is_not_printed_is_asked_for_and_checked_again(empty: Path) -> None:
    app = dropped(("kế hoạch.xlsx", book(ONE_ROW, PLAN_ONLY)))
    assert button(app, "Ghi dữ liệu").disabled
    assert "chọn năm đánh giá" in text(app)
    year = next(one for one in app.selectbox if one.label == "Năm đánh giá")
    year.set_value(2020).run()
    assert not button(whole(app), "Ghi dữ liệu").disabled
    # Now that the year is known, so is the criteria set, and what the table lacks of it.
    assert "thấy 8,50" in text(app)
    whole(button(app, "Ghi dữ liệu").click().run())
    assert "PAR Lâm Đồng 2020** · Bảng điểm: **đã ghi 1 dòng" in text(app)


def test_a_correction_of_the_organisation_is_what_gets_written(empty: Path) -> None:
    app = dropped(sample(GIA_LAI))
    of = next(one for one in app.selectbox if one.label == "Cơ quan, địa phương")
    of.set_value("lam-dong").run()
    whole(button(app, "Ghi dữ liệu").click().run())
    assert "SIPAS Lâm Đồng 2022**" in text(app)


# Losses


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
    (link,) = (one.proto for one in app.get("page_link"))
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


# SIPAS


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


# Units


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("mot-minh", "Sở Tài chính một mình chủ trì 3,13 điểm mất"),
        ("chia-deu", "Sở Tài chính chịu 3,275 điểm mất khi chia đều"),
        ("tinh-du", "Sở Tài chính có phần trong 3,42 điểm mất"),
    ],
)
def test_a_unit_in_three_ways_of_counting(samples: Path, way: str, said: str) -> None:
    app = opened(UNITS, **OF_LAM_DONG, cach=way)
    assert said in text(app)
    assert ("không cộng dồn được" in text(app)) == (way == "tinh-du")
    own = opened(UNITS, **OF_LAM_DONG, cach=way, don_vi="Sở Tài chính")
    assert list(cards(own).values()) == ["3,13", "3,275", "3,42"]
    assert "Sở Tài chính chủ trì 5 tiêu chí mất 3,42 điểm, phối hợp 1 tiêu chí" in text(own)


def test_a_unit_that_the_table_does_not_name_says_so(samples: Path) -> None:
    app = opened(UNITS, **OF_LAM_DONG, don_vi="Sở Vũ trụ")
    assert "Đường dẫn nêu đơn vị “Sở Vũ trụ”, chưa có dữ liệu" in text(app)


# Method


def test_the_reconciliation_closes_and_has_exactly_three_findings(samples: Path) -> None:
    app = opened(METHOD, **OF_LAM_DONG)
    said = text(app)
    assert "### 100,00 − 16,07 = 83,93" in said
    (findings,) = (one.value for one in app.table if "Vấn đề" in one.value)
    assert [plain(one).split("**")[1] for one in findings["Vấn đề"]] == [
        "Cấp trên và cấp dưới không khớp",
        "Trùng tên tiêu chí",
        "Lĩnh vực không có trong bảng",
    ]
    assert "37,884" not in said


def test_a_source_link_opens_its_row_of_the_stored_file(samples: Path) -> None:
    link = opened(LOSSES, **OF_LAM_DONG, ma="6.1.2").get("page_link")[0].proto
    address = dict(part.split("=") for part in link.query_string.split("&"))
    app = whole(opened(METHOD, **address))
    grid = app.table[0].value
    assert "▶ 29" in [plain(label) for label in grid.index]
    row = [plain(cell) for cell in grid.loc[grid.index.str.contains("29")].iloc[0]]
    assert row[0] == "6.1.2"
    assert "Sở Tài chính" in row
    assert "lam-dong-par-2020.xlsx › Phụ lục › dòng 29" in text(app)


@pytest.mark.parametrize("row", ["0", "-1", "999999", "x", "29'; drop table batch"])
def test_a_source_row_that_is_not_there_is_no_exception(samples: Path, row: str) -> None:
    link = opened(LOSSES, **OF_LAM_DONG, ma="6.1.2").get("page_link")[0].proto
    address = dict(part.split("=") for part in link.query_string.split("&")) | {"dong": row}
    whole(opened(METHOD, **address))


def test_a_batch_that_is_not_there_says_so(samples: Path) -> None:
    app = whole(opened(METHOD, **OF_LAM_DONG, lan_nap="2020-xyz"))
    assert "Địa chỉ này chỉ tới một lần nạp không còn trong kho" in text(app)


# Text of a file is text

MARKUP = f"""
    {HEADER}
    1   | <script>alert(1)</script> chỉ đạo   | 8,50 | 7,47 | 1,03 |
    1.1 | **đậm** [x](http://ngoai.example)   | 4,00 | 3,47 | 0,53 | <img src=x onerror=alert(1)>
    1.2 | =1+1                                | 4,50 | 4,00 | 0,50 | :material/home: $x$ **Sở**
"""
LIVE = ("<script>alert", "**đậm**", "](http", "<img src", ":material/home: $x$", "**Sở**")


def specs(app: AppTest) -> str:
    """What the charts of a page print; the code that a click reports is not among it."""
    drawn = [json.loads(one.proto.spec) for one in app.get("plotly_chart")]
    for trace in (trace for figure in drawn for trace in figure["data"]):
        trace["customdata"] = [carried[1:] for carried in trace.get("customdata") or ()]
    return json.dumps(drawn, ensure_ascii=False)


def marked_up(app: AppTest) -> str:
    """Everything on a page that is read as Markdown or HTML."""
    cells = [str(cell) for one in app.table for cell in one.value.to_numpy().ravel()]
    labels = [one.proto.label for one in app.get("page_link")]
    labels += [one.label for one in (*app.button, *app.expander)]
    html = [one.proto.body for one in app.get("html") if "<small>" in one.proto.body]
    return "\n".join([shown(app), *cells, *labels, *html])


def test_markup_in_a_file_is_shown_as_it_is_written(empty: Path) -> None:
    app = dropped(("<b>tệp<b>.xlsx", book(MARKUP)))
    seen = [app, whole(button(app, "Ghi dữ liệu").click().run())]
    seen += [opened(page, **OF_LAM_DONG) for page in pages()]
    seen += [opened(LOSSES, **OF_LAM_DONG, ma=code) for code in ("1", "1.1", "1.2")]
    link = seen[-1].get("page_link")[0].proto
    seen.append(opened(METHOD, **dict(part.split("=") for part in link.query_string.split("&"))))
    for page in seen:
        whole(page)
        assert [sign for sign in (*LIVE, "<b>tệp") if sign in marked_up(page)] == []
        assert "<script" not in specs(page) and "<img" not in specs(page)
    criterion = seen[-2]
    assert "=1+1 mất 0,50 điểm" in text(criterion)  # neither computed nor lost
    assert "**đậm** [x](http" in text(seen[-3])


# Tables that are poor


def test_a_table_without_leads_or_maxima_opens_on_every_page(empty: Path) -> None:
    title = "SỞ TƯ PHÁP TỈNH TUYÊN QUANG\nKết quả Chỉ số cải cách hành chính năm 2022"
    rows = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định\n1 | Chỉ đạo | 8 | \n2 | Văn bản | | 3"
    app = dropped(("sở.xlsx", book(rows, title)))
    whole(button(app, "Ghi dữ liệu").click().run())
    for page in pages():
        whole(opened(page))
