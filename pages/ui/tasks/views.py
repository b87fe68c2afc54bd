"""The ways to look at the tasks: a board, a table, by quarter, by unit, and links to settle."""

from collections.abc import Callable

import pandas as pd

from pages.ui import choices
from pages.ui.filters import Scope
from pages.ui.tasks import board as tasks_board
from pages.ui.tasks import links, loads, periods, table
from scoring.text.format import integer

VIEW = "dang"  # in the address
_UNITS, _LINKS = "don-vi", "lien-ket"
_NAMES = {
    "cot": "Theo trạng thái",
    "bang": "Bảng",
    "quy": "Theo quý",
    _UNITS: "Theo đơn vị",
}

Show = Callable[[Scope, pd.DataFrame, pd.DataFrame], None]


def show(scope: Scope, board: pd.DataFrame, tasks: pd.DataFrame, *, members: bool) -> None:
    """The chosen view of the tasks that are asked for, out of those of the whole board.

    `members`: the board names who is meant by the groups.
    """
    doubtful = int((tasks["link"] == "doubtful").sum())
    names = dict(_NAMES)
    if doubtful:
        names[_LINKS] = f"Cần xác nhận tiêu chí ({integer(doubtful)})"
    view = choices.one_of("Cách xem", VIEW, names, usual="cot")
    if view == _UNITS:
        loads.show(scope, board, tasks, members=members)
    else:
        _SHOWN[view](scope, board, tasks)


_SHOWN: dict[str, Show] = {
    "cot": tasks_board.show,
    "bang": table.show,
    "quy": periods.show,
    _LINKS: links.show,
}
