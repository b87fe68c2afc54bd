"""How is one thing timed against another, and how is the outcome told?"""

import gc
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

Timed = Callable[[], float]


@dataclass(frozen=True)
class Measurement:
    """One median beside its peer's, taken in the same run."""

    name: str
    value: float
    unit: str
    peer: str
    peer_value: float
    ratio: float
    goal: float | None  # the ratio is to stay at or under it; None: told, not judged
    met: bool | None


def against(
    name: str,
    ours: Timed,
    peer: str,
    theirs: Timed,
    *,
    rounds: int = 5,
    goal: float | None = None,
    unit: str = "s",
) -> Measurement:
    """Measure both in turns, A B A B, after one round of each that is not counted."""
    ours()
    theirs()
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    value, peer_value = (median(column) for column in zip(*pairs, strict=True))
    ratio = value / peer_value
    met = None if goal is None else ratio <= goal
    return Measurement(
        name, round(value, 4), unit, peer, round(peer_value, 4), round(ratio, 3), goal, met
    )


def seconds(action: Callable[[], object]) -> Timed:
    """How long one call of `action` takes; earlier garbage is not on its bill."""

    def once() -> float:
        gc.collect()
        start = time.perf_counter()
        action()
        return time.perf_counter() - start

    return once


def line(one: Measurement) -> str:
    """A measurement as one line for people."""
    goal = f"  mục tiêu ≤ {one.goal or 0:.3g}: "
    judged = {None: "", True: f"{goal}đạt", False: f"{goal}KHÔNG"}
    return (
        f"{one.name}: {one.value:.3f} {one.unit} / {one.peer}: {one.peer_value:.3f} {one.unit}"
        f" = {one.ratio:.2f}{judged[one.met]}"
    )


def write(found: Iterable[Measurement], path: Path) -> None:
    """Keep the measurements for programs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    told = [asdict(one) for one in found]
    path.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
