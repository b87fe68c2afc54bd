"""What does the home page remind of on a day, and does each line lead to its task?"""

from collections.abc import Callable, Iterator
from pathlib import Path

from streamlit.testing.v1.element_tree import Block

from tests.pages.opening import opened

HOME = "pages/overview.py"
OF_HA_NOI = {"co_quan": "so-van-hoa-va-the-thao-ha-noi", "nam": "2022"}


def buttons(block: Block) -> Iterator[str]:
    """The words on the buttons that open something."""
    for child in block.children.values():
        if isinstance(child, Block):
            if child.type == "popover":
                yield child.proto.popover.label
            yield from buttons(child)


def reminders(**address: str) -> list[str]:
    return [one for one in buttons(opened(HOME, **address).main) if one.startswith("Cần nhắc")]


def test_what_is_overdue_on_a_day_is_counted_beside_the_title(
    database: Callable[[str], Path],
) -> None:
    database("samples")
    # Of the appendix: 15/02, the end of February, and five of the first quarter.
    assert reminders(**OF_HA_NOI, ngay="2022-04-20") == ["Cần nhắc: 7"]
    assert reminders(**OF_HA_NOI, ngay="2022-01-10") == []


def test_who_has_no_plans_is_reminded_of_nothing(database: Callable[[str], Path]) -> None:
    database("samples")
    assert reminders(co_quan="bo-noi-vu", nam="2023") == []
