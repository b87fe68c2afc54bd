"""What the columns of a progress file are called, and where they stand after people moved them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from scoring.ingest.cells import text_of
from scoring.ingest.opening.workbook import Cell, column_letter
from scoring.ingest.problems import Place, Problem
from scoring.ingest.progress_tables.keys import SECOND, THIRD, is_mark
from scoring.text.words import fold

KEY = "key"
AMONG_TOLD: Mapping[str, str] = MappingProxyType({"second_key": SECOND, "third_key": THIRD})
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
TOLD = ("state", "percent", "evidence", "remark")  # what a unit fills in
SHOWN = ("plan", "title", "product")  # what a key belongs to
_NEEDED = (*SHOWN, *TOLD)
_CURE = "Đặt lại đúng tên cột như trong tệp đã tải, hoặc tải lại tệp của đơn vị và điền vào đó."


def columns_of(header: Sequence[Cell]) -> dict[str, int]:
    """Where each column stands, by the texts of the header; of two alike, neither is known."""
    texts = [fold(text_of(cell)) for cell in header]
    wanted = {field: fold(name) for field, name in {**NAMES, **AMONG_TOLD}.items()}
    found = {field: texts.index(name) for field, name in wanted.items() if texts.count(name) == 1}
    key = next((at for at, cell in enumerate(header) if is_mark(text_of(cell))), None)
    return found if key is None else found | {KEY: key}


def looks_like_ours(header: Sequence[Cell]) -> bool:
    """Whether a row is the header of such a table, with or without its mark."""
    if sum(type(cell) is str and cell != "" for cell in header) < len(TOLD):
        return False
    return set(TOLD) <= columns_of(header).keys()


def missing_columns(
    header: Sequence[Cell], columns: Mapping[str, int], place: Place
) -> Iterator[Problem]:
    """A problem for every needed column that is not there, or there twice."""
    texts = [fold(text_of(cell)) for cell in header]
    for field in (*_NEEDED, *AMONG_TOLD):
        if field in columns:
            continue
        name = NAMES.get(field) or AMONG_TOLD[field]
        twice = [column_letter(at) for at, text in enumerate(texts) if text == fold(name)]
        shown = f"cột “{name}”" if field in NAMES else f"cột khoá ẩn “{name}”"
        found = f"hai cột cùng tên: {', '.join(twice)}" if twice else "không có"
        yield replace(place.problem("column-missing", shown, found), fix=_CURE)
