"""A warm process that forks a child for each line it reads: the child imports, and may be killed.

Everything is imported and read before the fork; only the child opens a database. A line is a JSON
object: `address`, `number` (of the file), and either `after` (seconds from the fork at which it is
killed; null: never) or `commit` and `into` (seconds after the beginning of that commit). The answer
is a line too: `killed`, `seconds`, `commits` (seconds from the fork: begin and end of each).
"""

import json
import os
import select
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from scoring import intake
from scoring.ingest.corrections import Correction
from scoring.ingest.reference import Reference
from scoring.ingest.said import Said
from scoring.ingest.table import Table
from scoring.settings import settings
from scoring.store import open_store
from tests.benchmarks import synthetic

ROWS = 600
FILES = 3
SAID = Said(
    organisation=None,
    units=(("Sở Nội vu", "Sở Nội vụ"),),
    corrections=(Correction("Phụ lục", 9, "F", "cũ", "mới"),),
)

Material = tuple[Reference, list[tuple[Table, bytes]]]


def material(folder: Path) -> Material:
    """The reference and a few made-up tables of one organisation and year, read as any file."""
    reference, _ = intake.reference_of(settings())
    named = intake.organisation_named(synthetic.ORGANISATION, reference, synthetic.YEAR)
    tables = []
    for seed in range(FILES):
        path = synthetic.write(folder / f"gia-lap-{seed}.xlsx", ROWS, seed=seed, text=False)
        content = path.read_bytes()
        (table,) = intake.read(path.name, content, reference, settings())
        said = Said(organisation=named)
        tables.append((intake.read_again(table, content, reference, settings(), said), content))
    return reference, tables


def work(address: str, number: int, of: Material) -> None:
    """Load, take back and bring back one table: three transactions."""
    reference, tables = of
    store = open_store(address)
    store.replace_reference(reference.frames(), reference.digest)
    table, content = tables[number % FILES]
    done = intake.load(store, table, content, reference, intake.now(), who="Lan", said=SAID)
    store.undo(done.batch, now=intake.now(), who="Minh")
    store.restore(done.batch, now=intake.now(), who="Hoa")
    store.close()


def child(address: str, number: int, of: Material, commits: int) -> None:
    """Work, and tell the parent where each commit begins and ends."""

    def see(frame: object, event: str, arg: Any) -> None:
        if event in ("c_call", "c_return") and getattr(arg, "__name__", "") == "commit":
            os.write(commits, b"<" if event == "c_call" else b">")

    code = 1
    sys.setprofile(see)
    try:
        work(address, number, of)
        code = 0
    finally:
        sys.setprofile(None)
        if code:
            traceback.print_exc()
        os._exit(code)


def answer(asked: dict[str, Any], of: Material) -> dict[str, Any]:
    """Fork a child, kill it when it is time, and say what happened."""
    reading, writing = os.pipe()
    begun = time.monotonic()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        child(asked["address"], asked["number"], of, writing)
    os.close(writing)
    seen: list[tuple[str, float]] = []
    if "commit" in asked:
        while sum(sign == "<" for sign, _ in seen) < asked["commit"] and _see(reading, seen, begun):
            pass
        time.sleep(asked["into"])
        os.kill(pid, signal.SIGKILL)
    elif asked["after"] is not None:
        time.sleep(asked["after"])
        os.kill(pid, signal.SIGKILL)
    while _see(reading, seen, begun):
        pass
    os.close(reading)
    _, status = os.waitpid(pid, 0)
    killed = os.WIFSIGNALED(status)
    failed = not killed and os.WEXITSTATUS(status) != 0
    return {
        "killed": killed,
        "failed": failed,
        "seconds": time.monotonic() - begun,
        "commits": seen,
    }


def _see(reading: int, seen: list[tuple[str, float]], begun: float) -> bool:
    """Wait for the next sign of the child; False when it has ended."""
    select.select([reading], [], [])
    signs = os.read(reading, 100).decode()
    seen.extend((sign, time.monotonic() - begun) for sign in signs)
    return bool(signs)


def main() -> None:
    """Answer line by line until the input ends."""
    of = material(Path(sys.argv[1]))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(line), of)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
