"""What a unit wrote into the four cells of a task."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from scoring.ingest.cells import text_of
from scoring.ingest.handed_out.stretch import free_text
from scoring.ingest.opening.workbook import Cell
from scoring.ingest.problems import Place, Problem
from scoring.ingest.progress_tables.words import OVERDUE, WORDS, nearest, state_of
from scoring.text.numbers import NotANumber, parse_number
from scoring.text.words import fold

_WHOLE = 100.0
_PERCENT = "số từ 0 đến 100"


@dataclass(frozen=True)
class Told:
    """What is told of a task; None where nothing is."""

    state: str | None = None
    percent: float | None = None
    evidence: str | None = None
    remark: str | None = None

    @property
    def nothing(self) -> bool:
        """Whether all four cells are blank."""
        return self == Told()

    @property
    def texts(self) -> tuple[str, ...]:
        """The four as texts, to tell whether anything was changed."""
        percent = "" if self.percent is None else f"{self.percent:.6g}"
        return (self.state or "", percent, self.evidence or "", self.remark or "")


def read_told(cells: Mapping[str, Cell], places: Mapping[str, Place]) -> tuple[Told, list[Problem]]:
    """What the four cells of a row say, and what is wrong with them."""
    problems: list[Problem] = []
    state, wrong = _state(cells["state"], places["state"])
    problems += wrong
    percent, wrong = _percent(cells["percent"], places["percent"])
    problems += wrong
    texts = {name: free_text(cells[name]) for name in ("evidence", "remark")}
    told = Told(state, percent, texts["evidence"], texts["remark"])
    return told, problems


def beside(told: Told, places: Mapping[str, Place]) -> Iterator[Problem]:
    """What of it does not go together."""
    if told.state is None:
        expected = f"một trong các trạng thái: {', '.join(WORDS.values())}"
        yield places["state"].problem("progress-state-missing", expected, "ô trống")
    elif told.percent is not None and _odd(told.state, told.percent):
        found = f"“{WORDS[told.state]}” và {short(told.percent)} %"
        expected = "trạng thái và % hoàn thành khớp nhau"
        yield places["percent"].problem("progress-percent-state", expected, found)


def _odd(state: str, percent: float) -> bool:
    if state == "done":
        return percent < _WHOLE
    return percent == _WHOLE if state == "doing" else state == "not_started" and percent > 0


def _state(cell: Cell, place: Place) -> tuple[str | None, list[Problem]]:
    text = text_of(cell)
    if not text:
        return None, []
    state = state_of(text)
    if state is not None:
        return state, []
    expected = f"một trong các trạng thái: {', '.join(WORDS.values())}"
    found = place.problem("progress-state-unknown", expected, f"“{text}”")
    offered = f"Chọn lại trong danh sách của ô; gần nhất là “{nearest(text)}”."
    if fold(text) == OVERDUE:
        offered = (
            f"“{OVERDUE}” do phần mềm tính từ thời hạn: chọn “{WORDS['not_started']}” hoặc "
            f"“{WORDS['doing']}”."
        )
    return None, [replace(found, fix=offered)]


def _percent(cell: Cell, place: Place) -> tuple[float | None, list[Problem]]:
    try:
        value = parse_number(cell)
    except NotANumber:
        value = float("nan")
    text = text_of(cell)
    if value is None and not any(letter.isalnum() for letter in text):
        return None, []
    # 40% typed into a cell of numbers is kept as 0.4: nothing tells it from 0.4 %.
    fraction = type(cell) is not str and value is not None and 0 < value <= 1
    if value is None or not 0 <= value <= _WHOLE or (fraction and value < 1):
        found = f"“{text}”" if type(cell) is str or value is None else short(value)
        return None, [place.problem("progress-percent", _PERCENT, found)]
    if fraction:
        return value, [place.problem("progress-percent-doubtful", _PERCENT, "1: 1 % hay 100 %")]
    return value, []


def short(value: float) -> str:
    """A percentage with no more decimals than it has: 40, 37,5."""
    return f"{value:.6g}".replace(".", ",")
