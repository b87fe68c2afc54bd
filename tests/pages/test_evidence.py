"""Is evidence written, changed, taken back and taken over from a table, and does it count?"""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from scoring import intake
from scoring.analysis.questions import Row, rows
from scoring.store import Evidence, open_store
from tests import databases
from tests.pages.opening import opened, shown
from tests.pages.uploading import OF_LAM_DONG

PAGE = "pages/evidence.py"
OF = {"organisation": "lam-dong", "index_name": "PAR", "year": 2020}
NOW = datetime(2021, 6, 1, tzinfo=UTC)


def said(path: Path, *pieces: Evidence) -> None:
    store = open_store(str(path))
    store.say(list(pieces), now=NOW, who="Người thử")
    store.close()


def kept(path: Path) -> list[Row]:
    store = open_store(str(path))
    found = rows(store.query, "evidence", organisation="lam-dong", year=2020)
    store.close()
    return found


def field(app: AppTest, kind: str, label: str):  # type: ignore[no-untyped-def]
    return next(one for one in getattr(app, kind) if one.label == label)


def press(app: AppTest, label: str) -> AppTest:
    found = next(one for one in app.button if one.label == label)
    return found.click().run()


def test_nothing_is_known_before_anything_was_written(samples: Path) -> None:
    app = opened(PAGE, **OF_LAM_DONG)
    assert [str(one.value) for one in app.exception] == []
    text = shown(app)
    assert "chưa biết 16,084 điểm mất vì thiếu minh chứng hay vì chưa làm được" in text
    assert "7,31 điểm do điều tra xã hội học" in text


def test_the_loss_is_split_by_what_the_evidence_says(samples: Path) -> None:
    said(
        samples,
        Evidence("a", "12/BC-SNV", "missing", code="6.1.2", **OF),
        Evidence("b", "45/KH-UBND", "complete", code="6.3.3", **OF),
    )
    text = shown(opened(PAGE, **OF_LAM_DONG))
    # 16,084 − 1,00 − 1,00 = 14,084
    assert "1,00 mất vì thiếu minh chứng, 1,00 đủ minh chứng mà vẫn mất, 14,084 chưa ghi" in text


def test_the_address_chooses_unit_domain_and_state(samples: Path) -> None:
    said(samples, Evidence("a", "12/BC-SNV", "missing", code="6.1.2", **OF))

    def listed(**address: str) -> list[str]:
        return opened(PAGE, **OF_LAM_DONG, **address).dataframe[0].value["Mã"].tolist()

    assert listed(trang_thai="thieu") == ["6.1.2"]
    assert set(listed(linh_vuc="9")) == {"9.1", "9.2"}
    assert "6.1.2" in listed(don_vi="Sở Tài chính")
    assert "Đường dẫn nêu trạng thái" in shown(opened(PAGE, **OF_LAM_DONG, trang_thai="khac"))


def test_a_piece_is_written_with_its_date_checked(samples: Path) -> None:
    app = opened(PAGE, **OF_LAM_DONG, ma="6.1.2")
    field(app, "radio", "Tình trạng").set_value("missing")
    field(app, "text_input", "Ngày văn bản").set_value("31/02/2020")
    field(app, "text_area", "Ghi chú").set_value("chưa có dấu")
    app = press(app, "Ghi minh chứng")
    assert "phải là một ngày có thật" in shown(app)
    assert field(app, "text_area", "Ghi chú").value == "chưa có dấu"  # nothing typed is lost
    field(app, "text_input", "Ngày văn bản").set_value("15/03/2020")
    app = press(app, "Ghi minh chứng")
    assert [str(one.value) for one in app.exception] == []
    assert "▲ Thiếu minh chứng" in shown(app)
    assert field(app, "text_area", "Ghi chú").value == ""  # an empty form for the next piece
    (one,) = kept(samples)
    assert (one["code"], one["status"], one["remark"]) == ("6.1.2", "missing", "chưa có dấu")
    assert one["issued"].date() == date(2020, 3, 15)
    assert len(one["id"]) == 36


def test_a_number_written_before_is_offered_again(samples: Path) -> None:
    said(samples, Evidence("a", "45/KH-UBND", "complete", code="1.5", **OF))
    app = opened(PAGE, **OF_LAM_DONG, ma="6.1.2")
    assert field(app, "selectbox", "Số văn bản").options == ["45/KH-UBND"]


def test_a_piece_is_taken_back(samples: Path) -> None:
    said(samples, Evidence("a", "45/KH-UBND", "complete", code="6.1.2", page="2", **OF))
    app = press(opened(PAGE, **OF_LAM_DONG, ma="6.1.2"), "Gỡ minh chứng này")
    assert "Chưa ghi minh chứng nào" in shown(app)
    assert kept(samples) == []


def test_a_piece_is_changed(samples: Path) -> None:
    said(samples, Evidence("a", "45/KH-UBND", "complete", code="6.1.2", page="2", **OF))
    app = press(opened(PAGE, **OF_LAM_DONG, ma="6.1.2"), "Sửa")
    assert field(app, "selectbox", "Số văn bản").value == "45/KH-UBND"
    assert field(app, "text_input", "Trang").value == "2"
    field(app, "radio", "Tình trạng").set_value("to_explain")
    app = press(app, "Ghi thay đổi")
    (one,) = kept(samples)
    assert (one["id"], one["status"], one["page"]) == ("a", "to_explain", "2")


def test_evidence_of_a_task_is_told_on_its_criterion(samples: Path) -> None:
    store = open_store(str(samples))
    tasks = rows(store.query, "tasks", organisation="lam-dong")
    task = next(row["task"] for row in tasks if row["code"] == "6.1.3")
    store.close()
    said(samples, Evidence("a", "77/BC-STC", "to_explain", task=task))
    text = shown(opened("pages/losses.py", **OF_LAM_DONG, ma="6.1.3"))
    assert "Cần giải trình" in text and "77/BC" in text
    assert "Cần giải trình" in shown(opened(PAGE, **OF_LAM_DONG, ma="6.1.3"))
    assert "Cần giải trình" in shown(opened(PAGE, **OF_LAM_DONG, nhiem_vu=task))


def test_a_criterion_that_is_printed_no_more_still_opens(samples: Path) -> None:
    said(samples, Evidence("a", "45/KH-UBND", "complete", code="99.9", **OF))
    app = opened(PAGE, **OF_LAM_DONG, ma="99.9")
    assert "không in tiêu chí này" in shown(app)
    press(app, "Gỡ minh chứng này")
    assert kept(samples) == []


@pytest.fixture
def self_scored(empty: Path, tmp_path: Path) -> Path:
    """A made-up self-scoring table with a column of evidence, under the dashboard."""
    book = Workbook()
    sheet = book.active
    for line in (
        ["Bảng tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm 2020 tỉnh Lâm Đồng"],
        ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm tự đánh giá", "Điểm thẩm định", "Minh chứng"],
        ["1", "Chỉ đạo điều hành", 2, 2, 1, ""],
        ["1.1", "Kế hoạch", 1, 1, 0, "45/KH-UBND ngày 01/02/2020, trang 2"],
        ["1.2", "Báo cáo", 1, 1, 1, "Ảnh chụp màn hình"],
    ):
        sheet.append(line)
    path = tmp_path / "tu-cham.xlsx"
    book.save(path)
    known = databases.of(empty)
    store, reference, _ = intake.open_everything(known)
    content = path.read_bytes()
    (table,) = intake.read(path.name, content, reference, known)
    assert "evidence" in table.columns
    intake.load(store, table, content, reference, NOW)
    store.close()
    return empty


def test_what_a_table_names_is_offered_to_be_taken_over(self_scored: Path) -> None:
    app = opened(PAGE, **OF_LAM_DONG, xem="tu-bang")
    assert [str(one.value) for one in app.exception] == []
    text = shown(app)
    assert "Đọc được 1 văn bản trong cột F" in text
    (grid,) = app.data_editor
    app.session_state[grid.key] = {
        "edited_rows": {0: {"taken": True, "status": "Thiếu"}},
        "added_rows": [],
        "deleted_rows": [],
    }
    press(app, "Ghi các dòng đã đánh dấu")
    (one,) = kept(self_scored)
    assert (one["code"], one["number"], one["status"]) == ("1.1", "45/KH-UBND", "missing")
    assert (one["issued"].date(), one["page"]) == (date(2020, 2, 1), "2")


def test_a_table_without_such_a_column_says_which_one_it_lacks(samples: Path) -> None:
    text = shown(opened(PAGE, **OF_LAM_DONG, xem="tu-bang"))
    assert "không có cột **Tài liệu kiểm chứng**" in text
