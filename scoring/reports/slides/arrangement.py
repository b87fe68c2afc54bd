"""One screen on its slides: what stands where, what goes on over the next, what the notes take.

A table that only repeats what its chart names goes into the notes; another stands beside the chart
when it is short, else on slides of its own.
"""

from pptx.slide import Slide

from scoring.reports.blocks import Chart, Screen, Table, written
from scoring.reports.slides import cards, charts, notes, prose, table_parts, tables
from scoring.reports.slides.layout import Ground
from scoring.reports.slides.pages import page

_GAP = 10.0  # points between two things on a slide
_CHART_SHARE = 0.5  # of the width, with a table beside it
_LEAST_CHART = 220.0  # points high
_LEAST_TABLE = 0.5  # of a slide's room, to start a table under something else
_CUT = "…"
_NOTHING = "Chưa có số liệu."


def slides(ground: Ground, screen: Screen) -> None:
    """Append the slides of a screen to the deck."""
    _Screen(ground, screen).lay()


class _Screen:
    """A screen while its slides are laid: where the next thing goes, and what was cut short."""

    def __init__(self, ground: Ground, screen: Screen) -> None:
        self.ground, self.screen = ground, screen
        self.cut: list[str] = []
        self.made: list[Slide] = []
        self.room = ground.area
        self.gap = _GAP * ground.scale
        table = screen.table if screen.table and screen.table.columns else None
        chart = screen.chart
        self.drawn = charts.parts(chart) if chart else []
        told = bool(chart and table and self.drawn and repeats(chart, table))
        self.in_notes = table if told else None
        self.table = None if told or table is None or not table.rows else table

    def lay(self) -> None:
        self._next()
        self._figures()
        self._sentences()
        self._charts()
        self._table()
        if self.free and (self.screen.chart or self.screen.table):
            prose.prose(self.made[-1], self.room, [_NOTHING], self.ground.points(18))
        for at, slide in enumerate(self.made):
            whole = notes.lines(self.screen, self.in_notes, self.cut)
            sources = [f"Nguồn số liệu: {one}" for one in self.screen.sources]
            notes.speak(slide, whole if at == 0 else sources)

    def _next(self) -> Slide:
        """A new slide, with all of its room free."""
        slide, cut = page(
            self.ground, self.screen.message, self.screen.sources, continued=bool(self.made)
        )
        self.cut += cut
        self.made.append(slide)
        self.room, self.free = self.ground.area, True
        return slide

    def _taken(self, points: float) -> None:
        self.room, self.free = self.room.below(points + self.gap), False

    def _figures(self) -> None:
        if self.screen.figures:
            high, cut = cards.cards(self.ground, self.made[-1], self.room, self.screen.figures)
            self.cut += cut
            self._taken(high - self.gap)

    def _sentences(self) -> None:
        """Over what follows when they are short, beside the chart when that is all, else alone."""
        told = self.screen.sentences
        if not told:
            return
        ground = self.ground
        over = prose.over(ground, told, self.room)
        if (self.drawn or self.table) and over:
            prose.prose(self.made[-1], self.room.upper(over[1]), told, over[0])
            self._taken(over[1])
            return
        if self.drawn:
            left, right = self.room.beside(0.6, self.gap)
            size = prose.inside(ground, told, right)
            if size and not self.table:
                prose.prose(self.made[-1], right, told, size)
                self.room = left
                return
        self._alone(told)

    def _alone(self, told: tuple[str, ...]) -> None:
        size = prose.inside(self.ground, told, self.room, alone=True)
        if not size and not self.free:
            self._next()
        size, pieces = prose.parts(self.ground, told, self.room)
        for at, piece in enumerate(pieces):
            if at:
                self._next()
            prose.prose(self.made[-1], self.room, piece, size)
            self.free = False
        if self.drawn or self.table:
            self._next()

    def _charts(self) -> None:
        for at, (chart, limits) in enumerate(self.drawn):
            if at or self.room.points_high < _LEAST_CHART * self.ground.scale:
                self._next()
            place = self.room
            if self.table and len(self.drawn) == 1:
                left, right = place.beside(_CHART_SHARE, self.gap)
                part = table_parts.on_one(self.ground, self.table, right)
                if part:
                    tables.draw(self.ground, self.made[-1], right, part, self.table.columns)
                    self.table, place = None, left
            charts.draw(self.ground, self.made[-1], place, chart, limits)
            self.free = False

    def _table(self) -> None:
        table = self.table
        if table is None:
            return
        here = self.room.points_high >= _LEAST_TABLE * self.ground.area.points_high
        if self.drawn or not here:
            self._next()
        found, cut = table_parts.parts(self.ground, table, self.room, self.ground.area)
        self.cut += cut
        for at, part in enumerate(found):
            if at:
                self._next()
            tables.draw(self.ground, self.made[-1], self.room, part, table.columns)
            self.free = False


def repeats(chart: Chart, table: Table) -> bool:
    """Whether the chart names every row of the table: by its code, or as far as names go."""
    named = [name.removesuffix(_CUT).strip().casefold() for name in chart.categories]
    starts = tuple(name for name in named if name)
    codes = {_code(name) for name in starts} - {""}
    rows = [written(row[0], table.columns[0].kind).casefold() for row in table.rows]
    return all(_code(row) in codes or row.startswith(starts) for row in rows)


def _code(text: str) -> str:
    """'9.1' of '9.1 Ứng dụng …'; '' where it does not start with one."""
    first = text.partition(" ")[0]
    return first if first[:1].isdigit() else ""
