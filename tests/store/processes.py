"""Two analysts in two processes, asked at the same moment."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.store.analyst import WHO

Analysts = Callable[[str, int, Sequence[str]], dict[str, str]]


def two_processes(*options: str) -> Iterator[Analysts]:
    """Ask those named to load a year's table into a database; gives what each one answered."""
    both = {
        who: subprocess.Popen(
            [sys.executable, "-m", "tests.store.analyst", who, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        for who in WHO
    }

    def ask(address: str, year: int, names: Sequence[str] = WHO) -> dict[str, str]:
        asked = {who: both[who] for who in names}
        for one in asked.values():
            assert one.stdin is not None
            one.stdin.write(json.dumps([address, year]) + "\n")
            one.stdin.flush()
        return {who: json.loads(one.stdout.readline()) for who, one in asked.items() if one.stdout}

    yield ask
    for one in both.values():
        one.communicate()
