"""How much memory does a process of its own need for one job on one file?

`python -m tests.benchmarks.memory tables FILE` does the job and prints its peak.
"""

import resource
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.measure import Timed


def peak_of(job: str, path: Path) -> Timed:
    """The peak in MB of a new process that does the job named."""

    def once() -> float:
        command = [sys.executable, "-m", __name__, job, str(path)]
        return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    return once


def _tables(content: bytes) -> None:
    from scoring import intake
    from scoring.settings import settings

    reference, _ = intake.reference_of(settings())
    intake.read("gia-lap.xlsx", content, reference, settings())


def _cells(content: bytes) -> None:
    from io import BytesIO

    from python_calamine import CalamineWorkbook

    list(CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python())


def _frame(content: bytes) -> None:
    from io import BytesIO

    import pandas as pd

    pd.read_excel(BytesIO(content), engine="openpyxl")


def _peak() -> float:
    """This program's own peak in MB; ru_maxrss begins with that of the process it was forked of."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
    return int(lines["VmHWM"].split()[0]) / 1024


if __name__ == "__main__":
    # Each job imports what it needs itself: a peer must not pay for our libraries.
    {"tables": _tables, "cells": _cells, "frame": _frame}[sys.argv[1]](
        Path(sys.argv[2]).read_bytes()
    )
    print(_peak())
