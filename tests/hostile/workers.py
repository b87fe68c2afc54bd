"""Processes that read hostile files, watched from outside: killed when they take too long."""

import json
import selectors
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from tests.hostile.cases import Case

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2
SECONDS = 40.0  # by the clock, on a busy machine; the promise of ten is held in seconds of work


@dataclass(frozen=True)
class Outcome:
    """What came of one file; `died` says how the reading process ended, where it did."""

    case: Case
    answer: dict[str, Any] | None
    died: str = ""


def outcomes(cases: Iterable[Case]) -> list[Outcome]:
    """What comes of each file, read by a few processes that each read many."""
    waiting: Queue[Case] = Queue()
    for case in cases:
        waiting.put(case)
    with ThreadPoolExecutor(WORKERS) as pool:
        done = pool.map(lambda _: list(_read_all(waiting)), range(WORKERS))
        return [one for some in done for one in some]


def _read_all(waiting: "Queue[Case]") -> Iterator[Outcome]:
    process = _started()
    try:
        while True:
            try:
                case = waiting.get_nowait()
            except Empty:
                return
            outcome = _read(process, case)
            yield outcome
            if outcome.died:
                process.kill()
                process.wait()
                process = _started()
    finally:
        process.kill()
        process.wait()


def _started() -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.reading"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    _warm(process)
    return process


def _warm(process: "subprocess.Popen[bytes]") -> None:
    """Let it import what it needs, which is none of a file's doing."""
    from tests.hostile.bases import bases

    for name, content in bases().items():
        outcome = _read(process, Case(name, content, ""), watched=False)
        assert outcome.answer is not None, outcome.died


def _read(process: "subprocess.Popen[bytes]", case: Case, *, watched: bool = True) -> Outcome:
    head = {"name": case.name, "size": len(case.content), "watched": watched}
    assert process.stdin is not None and process.stdout is not None
    try:
        process.stdin.write(json.dumps(head).encode() + b"\n" + case.content)
        process.stdin.flush()
    except BrokenPipeError:
        return Outcome(case, None, _last_words(process))
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        if not selector.select(SECONDS):
            return Outcome(case, None, f"no answer after {SECONDS} s")
    line = process.stdout.readline()
    return Outcome(case, json.loads(line)) if line else Outcome(case, None, _last_words(process))


def _last_words(process: "subprocess.Popen[bytes]") -> str:
    process.kill()
    _, said = process.communicate()
    return f"exit {process.returncode}: {said[-2000:].decode(errors='replace')}"
