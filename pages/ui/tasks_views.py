"""The ways to look at the tasks: a board, a table, by quarter, by unit, and links to settle."""

from collections.abc import Callable

import pandas as pd

from pages.ui import choices, tasks_board, tasks_links, tasks_loads, tasks_periods, tasks_table
from pages.ui.filters import Scope
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
        tasks_loads.show(scope, board, tasks, members=members)
    else:
        _SHOWN[view](scope, board, tasks)


_SHOWN: dict[str, Show] = {
    "cot": tasks_board.show,
    "bang": tasks_table.show,
    "quy": tasks_periods.show,
    _LINKS: tasks_links.show,
}
