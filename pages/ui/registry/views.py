"""The ways to look at the registry: units, groups, unknown names, mergers."""

from collections.abc import Callable

from pages.ui import choices
from pages.ui.filters import Scope
from pages.ui.registry import groups, mergers, units, unknown
from pages.ui.registry.head import Book
from scoring.text.format import integer

VIEW = "muc"  # in the address

Show = Callable[[Scope, Book], None]
_SHOWN: dict[str, Show] = {
    "don-vi": units.show,
    "nhom": groups.show,
    "chua-biet": unknown.show,
    "sap-nhap": mergers.show,
}


def show(scope: Scope, book: Book) -> None:
    """The chosen part of the registry."""
    named = int((~book.units["unit_group"].astype(bool)).sum())
    names = {
        "don-vi": f"Đơn vị ({integer(named)})",
        "nhom": f"Nhóm ({integer(len(book.groups))})",
        "chua-biet": f"Tên chưa biết ({integer(len(book.unknown))})",
        "sap-nhap": f"Sáp nhập ({integer(len(book.mergers))})",
    }
    usual = "sap-nhap" if book.units.empty else "don-vi"
    view = choices.one_of("Mục", VIEW, names, usual=usual)
    _SHOWN[view](scope, book)
