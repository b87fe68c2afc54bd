"""Measure everything, print a line for each, keep all of it in build/bench.json.

`python -m tests.benchmarks reading drawing` measures only those parts.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from tests.benchmarks import measure

PARTS = (
    *("reading", "asking", "pages", "large_pages", "starting", "drawing"),
    *("unit_sheets", "slides", "exports"),
)
OUT = Path(__file__).parents[2] / "build" / "bench.json"


def main(chosen: list[str]) -> int:
    """Run the chosen parts. A missed goal is told, not an error: the machine may be busy."""
    found = []
    for part in chosen or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            for one in _measurements(part, Path(folder)):
                print(measure.line(one), flush=True)
                found.append(one)
    measure.write(found, OUT)
    return 0


def _measurements(part: str, folder: Path) -> Iterator[measure.Measurement]:
    # Imported here: an app test needs Streamlit, which reading should not pay for.
    if part not in PARTS:
        raise SystemExit(f"{part}: not one of {', '.join(PARTS)}")
    os.environ["SCORING_DATABASE"] = str(folder / "unused.duckdb")
    yield from import_module(f"tests.benchmarks.{part}").measurements(folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
