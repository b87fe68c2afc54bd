"""What a progress file is: its columns, the signs it is told by, and how its problems are put."""

from collections.abc import Mapping
from types import MappingProxyType

from scoring.ingest.handed_out.form import Codes, Form, Words

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "code": "STT",
        "plan": "Kế hoạch",
        "title": "Nhiệm vụ",
        "product": "Sản phẩm",
        "role": "Vai trò",
        "deadline": "Thời hạn (như văn bản)",
        "due": "Hạn (phần mềm đọc)",
        "status": "Trạng thái hiện nay",
        "state": "Trạng thái báo cáo",
        "percent": "% hoàn thành",
        "evidence": "Minh chứng (số, ngày văn bản)",
        "remark": "Ghi chú của đơn vị",
    }
)
TOLD = ("state", "percent", "evidence", "remark")
FORM = Form(
    kind="progress",
    sign="#tien-do",
    key="nv",
    ids=r"[^:\s]+",
    names=NAMES,
    shown=("plan", "title", "product"),
    told=TOLD,
    free=("evidence", "remark"),
    sure=TOLD,
    columns=("task", "code", "title", *TOLD, "unit", "row"),
    numbers=MappingProxyType({"percent": "float64", "row": "int64"}),
    codes=Codes(
        mark_missing="progress-mark-missing",
        key_missing="progress-key-missing",
        key_damaged="progress-key-damaged",
        rows_mixed="progress-rows-mixed",
        below="progress-below",
        unchanged="progress-unchanged",
    ),
    words=Words(
        file="tệp tiến độ",
        title="Tiến độ của",
        columns=(
            "Đặt lại đúng tên cột như trong tệp đã tải, hoặc tải lại tệp của đơn vị và điền vào đó."
        ),
        row="dòng của một nhiệm vụ trong tệp",
        together="nội dung báo cáo đứng cùng dòng với nhiệm vụ của nó",
        another="của một nhiệm vụ khác",
        shown="kế hoạch, nhiệm vụ, sản phẩm như lúc tải tệp",
        news="ít nhất một nhiệm vụ có báo cáo mới",
        fill="Điền trạng thái, % hoàn thành, minh chứng hoặc ghi chú của ít nhất một nhiệm vụ.",
    ),
    by_unit=True,
)
