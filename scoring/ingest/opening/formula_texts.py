"""The texts of formulas without value, those that a group of cells shares moved to their cell."""

from collections.abc import Mapping

from scoring.ingest.opening.addresses import cell_name
from scoring.ingest.opening.reach import Position
from scoring.ingest.opening.sheet_cells import Cells

UNKNOWN = "="  # a formula whose text the file does not hold
_LONGEST = 8_192  # characters of a formula, in every spreadsheet program


def formula_texts(cells: Cells) -> Mapping[Position, str]:
    """Each formula as its cell shows it: '=C9-D9'."""
    if not cells.formulas:
        return {}
    return {
        at: f"={formula.text}"
        if formula.text
        else _shared(at, cells.masters.get(formula.group or ""))
        for at, formula in cells.formulas.items()
    }


def _shared(at: Position, master: tuple[Position, str] | None) -> str:
    # Imported here: files in which no formula lacks its value need no openpyxl.
    from openpyxl.formula.tokenizer import TokenizerError
    from openpyxl.formula.translate import Translator, TranslatorError

    if master is None or len(master[1]) > _LONGEST:
        return UNKNOWN
    origin, text = master
    try:
        return str(Translator(f"={text}", cell_name(*origin)).translate_formula(cell_name(*at)))
    except (TokenizerError, TranslatorError, ValueError, IndexError):
        return UNKNOWN
