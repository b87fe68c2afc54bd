"""Is 0.86 in a column of goals 86 %, as its number format shows it?"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.ingest.score_tables.appearance import Appearance
from scoring.ingest.target_tables.goals import Asked
from scoring.ingest.target_tables.measures import PERCENT

_LARGEST = 2.0  # 150 % stored as 1.5; more is no fraction


@dataclass(frozen=True)
class Fractions:
    """The columns of one table as their number formats show them, looked at where asked."""

    sheet: Sheet
    layout: Layout
    _seen: dict[int, Mapping[int, str]] = field(default_factory=dict, compare=False, repr=False)

    def whole(self, column: int, at: int, cell: Cell, asked: Asked) -> Cell | None:
        """The cell as the spreadsheet shows it: 0.86 under '0%' is '86%'; others as they are.

        Returns: None where 0.86 of an indicator in percent may be 86 % or 0,86 %.
        """
        if type(cell) is not float or not 0 < cell <= _LARGEST:
            return cell
        if "%" in self._formats(column).get(at, ""):
            return f"{round(cell * 100, 8):g}%".replace(".", ",")
        return None if asked.measure == PERCENT and cell <= 1 else cell

    def _formats(self, column: int) -> Mapping[int, str]:
        if column not in self._seen:
            asked = replace(self.layout, columns={"code": column})
            self._seen[column] = Appearance(self.sheet, asked).formats()
        return self._seen[column]
