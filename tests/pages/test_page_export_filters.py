"""Is what a page is filtered by told in its workbook and on paper, and nothing else on paper?"""

import io
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from scoring.store import Actual, Remark, open_store
from tests.analysis.plans.material import load_targets
from tests.pages.conftest import Handed
from tests.pages.opening import opened
from tests.pages.test_page_export import LABEL, PLAN
from tests.pages.uploading import OF_LAM_DONG

NOW = datetime(2026, 1, 5, tzinfo=UTC)
OF_TARGETS = (
    "Tiếp tục duy trì, nâng cao các tiêu chí, tiêu chí thành phần đã thực hiện tốt, đạt hiệu quả"
)


def on_paper(app: AppTest) -> list[str]:
    """What paper says of the choices that narrow the page down."""
    return [one.proto.body for one in app.get("html") if 'class="dang-loc"' in one.proto.body]


def noted(downloads: dict[str, Handed]) -> str:
    """What the workbook of the opened page says of its choices."""
    book = openpyxl.load_workbook(io.BytesIO(downloads[LABEL].make()))
    return str(book.worksheets[0]["A2"].value)


@pytest.mark.parametrize(
    ("page", "address", "said"),
    [
        ("losses", OF_LAM_DONG | {"ma": "6.1"}, "Tiêu chí: 6.1"),
        ("units", OF_LAM_DONG | {"don_vi": "Sở Tài chính"}, "Đơn vị: Sở Tài chính"),
        (
            "tasks",
            PLAN | {"trang_thai": "qua-han", "ngay": "2024-06-01"},
            "Trạng thái: Quá hạn · Tính đến ngày 01/06/2024",
        ),
        ("evidence", OF_LAM_DONG | {"linh_vuc": "6"}, "Lĩnh vực: 6 Tài chính công"),
        ("targets", PLAN | {"nhom": OF_TARGETS}, f"Nhóm: {OF_TARGETS}"),
    ],
)
def test_what_narrows_a_page_down_is_in_its_workbook_and_on_paper(
    samples: Path, downloads: dict[str, Handed], page: str, address: dict[str, str], said: str
) -> None:
    app = opened(f"pages/{page}.py", **address)
    assert on_paper(app) == [f'<p class="dang-loc">Đang lọc: {said}</p>']
    for one in said.split(" · "):
        assert one in noted(downloads)


def test_the_state_of_the_targets_is_in_their_workbook_and_on_paper(
    empty: Path, downloads: dict[str, Handed]
) -> None:
    store = open_store(str(empty))
    targets = [{"title": one, "due_year": 2026, "amount": 80.0} for one in ("Một", "Hai")]
    load_targets(store, *targets, organisation="lam-dong", organisation_name="Lâm Đồng")
    store.say([Actual("lam-dong", "Một", 2026, 81.0, "Báo cáo 12")], now=NOW)
    store.close()
    of_2026 = {"co_quan": "lam-dong", "nam": "2022", "nam_xet": "2026"}
    app = opened("pages/targets.py", **of_2026, trang_thai="dat")
    assert on_paper(app) == ['<p class="dang-loc">Đang lọc: Trạng thái: ✓ Đạt</p>']
    assert "Trạng thái: ✓ Đạt" in noted(downloads)


@pytest.mark.parametrize(
    ("page", "subject"),
    [("losses", ""), ("ranking", "Chỉ số: PAR"), ("years", "Hai năm:"), ("tasks", "")],
)
def test_nothing_is_said_on_paper_of_a_page_as_it_opens(
    samples: Path, downloads: dict[str, Handed], page: str, subject: str
) -> None:
    assert on_paper(opened(f"pages/{page}.py", **OF_LAM_DONG)) == []
    assert subject in noted(downloads)


def test_words_looked_for_in_notes_are_on_paper_as_they_were_typed(samples: Path) -> None:
    store = open_store(str(samples))
    store.say(
        [Remark(id="00000001-0000", organisation="lam-dong", year=2020, text="một")],
        now=NOW,
    )
    store.close()
    app = opened("pages/notes.py", **OF_LAM_DONG, tim="<i>một", loai="ghi-chu", moi_nam="1")
    said = "Loại: Ghi chú · Mọi năm · Có từ: &lt;i&gt;một"
    assert on_paper(app) == [f'<p class="dang-loc">Đang lọc: {said}</p>']
    assert on_paper(opened("pages/notes.py", **OF_LAM_DONG)) == []
