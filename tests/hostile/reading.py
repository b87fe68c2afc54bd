"""The program that reads hostile files one after another and tells what came of each.

It answers each file with one line of JSON: the exit code that `check` would give, the problems,
the cells read, seconds of its own and its children's work, the memory's peak, and everything that
a reader of files has no reason to do: files written or opened elsewhere, programs, connections.
"""

import gc
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

import openpyxl  # noqa: F401  asks the machine for its list of file types, once, when imported

from scoring.commands.files import described
from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import load_reference

ROOT = Path(__file__).resolve().parents[2]
_ALLOWED = tuple({str(ROOT), sys.prefix, sys.base_prefix, "/proc/", "/usr/lib", "/dev/null"})
_FORBIDDEN = ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "socket.", "shutil.")
_CHANGING = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod")
_WRITING = 0o1 | 0o2 | 0o100 | 0o1000  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC
_HARD_LIMIT = 3 * 2**30  # the promise is a third of it; more is never taken from the machine


class Watch:
    """What the process did besides reading the bytes it was given."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.on = False

    def __call__(self, event: str, details: tuple[Any, ...]) -> None:
        if not self.on:
            return
        if event.startswith((*_FORBIDDEN, *_CHANGING)):
            self.seen.append(f"{event} {details!r:.200}")
        elif event == "open" and isinstance(details[0], str | bytes):
            path = details[0] if isinstance(details[0], str) else details[0].decode()
            if details[2] & _WRITING or not path.startswith(_ALLOWED):
                self.seen.append(f"{event} {details!r:.200}")
        elif event == "subprocess.Popen" and "reading_apart.py" not in str(details[1]):
            self.seen.append(f"{event} {details!r:.200}")


def main() -> None:
    """Read cases from standard input until it ends."""
    resource.setrlimit(resource.RLIMIT_AS, (_HARD_LIMIT, _HARD_LIMIT))
    reference, _ = load_reference(ROOT / "data" / "reference")
    watch = Watch()
    sys.addaudithook(watch)
    while head := sys.stdin.buffer.readline():
        case = json.loads(head)
        content = sys.stdin.buffer.read(case["size"])
        answer = _answer(case, content, reference, watch)
        del content
        sys.stdout.write(json.dumps(answer, allow_nan=False) + "\n")
        sys.stdout.flush()


def _answer(case: dict[str, Any], content: bytes, reference: Any, watch: Watch) -> dict[str, Any]:
    gc.collect()
    _forget_peak()
    watch.seen, watch.on = [], case["watched"]
    start = _work()
    tables = read_tables(case["name"], content, reference, Limits())
    value = json.loads(json.dumps([described(table) for table in tables], allow_nan=False))
    seconds, watch.on = _work() - start, False
    return {
        "code": max(table.exit_code for table in tables),
        "problems": [one for table in value for one in table["problems"]],
        "values": [row for table in value for row in table["values"]],
        "seconds": seconds,
        "peak": _peak(),
        "apart": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024,
        "done": watch.seen,
    }


def _work() -> float:
    of_children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + of_children.ru_utime + of_children.ru_stime


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    main()
