"""What a file of results is: its columns, the signs it is told by, and how its problems are put."""

from collections.abc import Mapping
from types import MappingProxyType

from scoring.ingest.actual_tables.about import about_of
from scoring.ingest.handed_out.form import Codes, Form, Words
from scoring.ingest.handed_out.rows import LONGEST

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "code": "STT",
        "title": "Chỉ tiêu",
        "year": "Năm của kết quả",
        "goal": "Mức phải đạt (như văn bản)",
        "due": "Năm phải đạt",
        "measure": "Đơn vị tính",
        "asked": "Cần đạt trong năm",
        "published": "Bảng đã nạp ghi",
        "value": "Kết quả đạt được",
        "source": "Nguồn (văn bản, báo cáo)",
    }
)
FORM = Form(
    kind="actuals",
    sign="#ket-qua",
    key="kqct",
    ids="[0-9a-f]+",
    names=NAMES,
    shown=("title", "year", "measure"),
    told=("value", "source"),
    free=("source",),
    sure=("year", "asked", "value", "source"),
    columns=(
        *("organisation", "indicator", "year", "code", "title", "measure"),
        *("value", "source", "row"),
    ),
    numbers=MappingProxyType({"value": "float64", "row": "int64", "year": "int64"}),
    codes=Codes(
        mark_missing="actual-mark-missing",
        key_missing="actual-key-missing",
        key_damaged="actual-key-damaged",
        rows_mixed="actual-rows-mixed",
        below="actual-below",
        unchanged="actual-unchanged",
    ),
    words=Words(
        file="tệp kết quả",
        title="Kết quả chỉ tiêu của",
        columns="Đặt lại đúng tên cột như trong tệp đã tải, hoặc tải lại tệp và điền vào đó.",
        row="dòng của một chỉ tiêu trong tệp",
        together="kết quả đứng cùng dòng với chỉ tiêu của nó",
        another="của một dòng khác",
        shown="chỉ tiêu, năm, đơn vị tính như lúc tải tệp",
        news="ít nhất một chỉ tiêu có kết quả mới",
        fill="Điền kết quả đạt được của ít nhất một chỉ tiêu.",
    ),
    id_of=lambda said: about_of(said).id,
    longest=LONGEST,
)
