"""Headers as people write them: any known name, in any case, normal form and line breaks."""

import csv
import unicodedata
from functools import cache
from pathlib import Path
from random import Random

from scoring.ingest.finding.headers import bare

HEADERS = Path(__file__).parents[2] / "data" / "reference" / "headers.csv"
# Names that other columns of the same table may have too, or that the rows have to prove.
DOUBTFUL = {
    "scores": {"Kết quả", "Thẩm định", "So với điểm chuẩn", "So với điểm tối đa", "Tăng/giảm"},
    "satisfaction": {"Chỉ số", "Chỉ số hài lòng", "Mục tiêu, yêu cầu"},
    "league": set(),
    "tasks": set(),
}
# Names that say of which index the table is, which the made-up tables are not.
OTHER_INDICES = {"league": ("PAPI", "PCI", "SIPAS")}


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """Every name that headers.csv knows of a field."""
    with HEADERS.open(encoding="utf-8", newline="") as file:
        rows = [(row["field"], row["synonym"]) for row in csv.DictReader(file)]
    return {field: tuple(name for one, name in rows if one == field) for field, _ in rows}


def header_names(kind: str, fields: tuple[str, ...], random: Random) -> dict[str, str]:
    """A name for each field of a table, no two alike and none that fits two of its fields."""
    known = synonyms()
    names: dict[str, str] = {}
    for field in fields:
        others = {bare(name) for one in fields if one != field for name in known.get(one, ())}
        others |= {bare(name) for name in names.values()}
        choice = [
            name
            for name in known[field]
            if bare(name) not in others
            and name not in DOUBTFUL[kind]
            and not any(index in name for index in OTHER_INDICES.get(kind, ("PAPI", "PCI")))
            and bare(name)
        ]
        names[field] = random.choice(choice)
    return names


def spelled(text: str, random: Random) -> str:
    """The same name in capitals, in another normal form, over two lines, or with more blanks."""
    forms = random.sample(("upper", "nfd", "break", "blanks", "as it is", "as it is"), 2)
    if "upper" in forms:
        text = text.upper()
    if "break" in forms and " " in text:
        at = random.choice([at for at, letter in enumerate(text) if letter == " "])
        text = f"{text[:at]}\n{text[at + 1 :]}"
    if "blanks" in forms:
        text = f"  {text} "
    return unicodedata.normalize("NFD", text) if "nfd" in forms else text
