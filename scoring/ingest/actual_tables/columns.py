"""What the columns of a file of results are called, and where they stand now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from scoring.ingest.actual_tables.keys import SECOND, THIRD, is_mark
from scoring.ingest.cells import text_of
from scoring.ingest.opening.workbook import Cell, column_letter
from scoring.ingest.problems import Place, Problem
from scoring.text.words import fold

KEY = "key"
AMONG_TOLD: Mapping[str, str] = MappingProxyType({"second_key": SECOND, "third_key": THIRD})
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
TOLD = ("value", "source")  # what is filled in
SHOWN = ("title", "year", "measure")  # what a key belongs to
_SURE = ("year", "asked", "value", "source")  # no other table has all of these
_NEEDED = (*SHOWN, *TOLD)
_CURE = "Đặt lại đúng tên cột như trong tệp đã tải, hoặc tải lại tệp và điền vào đó."


def columns_of(header: Sequence[Cell]) -> dict[str, int]:
    """Where each column stands, by the texts of the header; of two alike, neither is known."""
    texts = [fold(text_of(cell)) for cell in header]
    wanted = {field: fold(name) for field, name in {**NAMES, **AMONG_TOLD}.items()}
    found = {field: texts.index(name) for field, name in wanted.items() if texts.count(name) == 1}
    key = next((at for at, cell in enumerate(header) if is_mark(text_of(cell))), None)
    return found if key is None else found | {KEY: key}


def looks_like_ours(header: Sequence[Cell]) -> bool:
    """Whether a row is the header of such a table, with or without its mark."""
    if sum(type(cell) is str and cell != "" for cell in header) < len(_SURE):
        return False
    return set(_SURE) <= columns_of(header).keys()


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
