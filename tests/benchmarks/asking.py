"""How long does each question take over 10 thousand, 4 million and 40 million made-up scores?

`SCORING_BENCH_SIZES=10k,4m` leaves the largest out. The databases are those of national.py, built
once under build/national; caches are warm, the first round is not counted. A question's draws go
through all sizes in turn, so that a busy moment of the machine strikes each of them.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from hashlib import sha256
from math import ceil
from os import environ
from pathlib import Path
from statistics import median

from scoring import intake
from scoring.analysis import questions
from scoring.settings import settings
from scoring.store import Store, open_store
from tests.benchmarks import national, parameters
from tests.benchmarks.measure import Measurement, Timed, against
from tests.benchmarks.parameters import Drawn
from tests.benchmarks.plain_pandas import ANSWERS, Frames, frames_of, same

SIZES = {"10k": "10 nghìn", "4m": "4 triệu", "40m": "40 triệu"}
JUDGED, IN_MEMORY = "4m", ("10k", "4m")
MOST_MS, MOST_GROWTH = 150.0, 5.0
ROUNDS, FEWEST = 40, 5
# Lists of everything there is, which no page asks: they are measured, and judged by the questions
# that are built on them.
WHOLE = ("scopes", "score_totals", "shown_batch")
PATIENCE = 20.0  # seconds for one question over all sizes; a slow one is asked less often

_BUILT = Path(__file__).parents[2] / "build" / "national"
_RECIPE = [
    *(Path(national.__file__).with_suffix(end) for end in (".py", ".sql")),
    *sorted((Path(questions.FOLDER).parent / "store" / "schema").glob("*.sql")),
]


def measurements(folder: Path) -> Iterator[Measurement]:
    """Every question by size, then a few against pandas.

    Raises: KeyError for a size or a parameter that is not known.
    """
    with ExitStack() as opened:
        stores = {size: opened.enter_context(closing(_store(size))) for size in chosen()}
        drawn = {size: parameters.drawn(store, ROUNDS) for size, store in stores.items()}
        for name in questions.names():
            yield from _growth(name, _asked(name, stores, drawn))
        for size in (size for size in IN_MEMORY if size in stores):
            frames = frames_of(stores[size])
            for name in ANSWERS:
                yield _against_pandas(name, size, stores[size], drawn[size], frames)


def chosen() -> list[str]:
    """The sizes to measure, the smallest first."""
    wanted = environ.get("SCORING_BENCH_SIZES", ",".join(SIZES)).split(",")
    if unknown := set(wanted) - set(SIZES):
        raise KeyError(f"{', '.join(sorted(unknown))}: not one of {', '.join(SIZES)}")
    return [size for size in SIZES if size in wanted]


def built(size: str) -> Path:
    """The database of one size, with the reference files, built where there is none yet."""
    recipe = sha256(b"".join(path.read_bytes() for path in _RECIPE)).hexdigest()[:12]
    path = _BUILT / f"{size}-{recipe}.duckdb"
    if not path.exists():
        _BUILT.mkdir(parents=True, exist_ok=True)
        for outdated in _BUILT.glob(f"{size}-*"):
            outdated.unlink()
        begun = path.with_suffix(".begun")
        national.build(begun, national.SIZES[size])
        begun.rename(path)
    return path


def _store(size: str) -> Store:
    store = open_store(str(built(size)))
    reference, _ = intake.reference_of(settings())
    store.replace_reference(reference.frames(), reference.digest)
    return store


def _asked(
    name: str, stores: Mapping[str, Store], drawn: Mapping[str, Sequence[Drawn]]
) -> dict[str, list[float]]:
    """Milliseconds of each draw by size, in turns."""
    taken: dict[str, list[float]] = {size: [] for size in stores}
    start = time.perf_counter()
    for turn in range(-1, ROUNDS):
        for size, store in stores.items():
            spent = _ask(name, store, drawn[size][turn])
            if turn >= 0:
                taken[size].append(spent)
        if turn + 1 >= FEWEST and time.perf_counter() - start > PATIENCE:
            break
    return taken


def _ask(name: str, store: Store, one: Drawn) -> float:
    asked = parameters.arguments(name, one)
    start = time.perf_counter()
    questions.ask(store.query, name, **asked)
    return 1000 * (time.perf_counter() - start)


def _growth(name: str, taken: Mapping[str, Sequence[float]]) -> Iterator[Measurement]:
    """p50 and p95 of one question by size: beside the smallest size, and beside the limit."""
    smallest = next(iter(taken))
    for size, spent in taken.items():
        judged = size == JUDGED and name not in WHOLE
        told = f"Câu hỏi {name}, {SIZES[size]} dòng điểm"
        if size != smallest:
            for part, of in (("p50", median), ("p95", p95)):
                peer = f"{part} ở {SIZES[smallest]} dòng"
                goal = MOST_GROWTH if judged and part == "p95" else None
                yield _beside(f"{told}: {part}", of(spent), peer, of(taken[smallest]), goal)
        yield _beside(f"{told}: p95", p95(spent), "giới hạn", MOST_MS, 1.0 if judged else None)


def _beside(
    name: str, value: float, peer: str, peer_value: float, goal: float | None
) -> Measurement:
    ratio = value / peer_value
    met = None if goal is None else ratio <= goal
    return Measurement(
        name, round(value, 2), "ms", peer, round(peer_value, 2), round(ratio, 3), goal, met
    )


def p95(taken: Sequence[float]) -> float:
    """The time that 95 of 100 draws stay within."""
    return sorted(taken)[ceil(0.95 * len(taken)) - 1]


def _against_pandas(
    name: str, size: str, store: Store, drawn: Sequence[Drawn], frames: Frames
) -> Measurement:
    """One question beside the same in pandas over frames that are in memory already."""
    for one in drawn[:FEWEST]:
        same(name, questions.ask(store.query, name, **parameters.arguments(name, one)), frames, one)
    turns = _turns(drawn), _turns(drawn)

    def theirs() -> float:
        start = time.perf_counter()
        ANSWERS[name](frames, next(turns[1]))
        return 1000 * (time.perf_counter() - start)

    ours: Timed = lambda: _ask(name, store, next(turns[0]))  # noqa: E731
    told = f"Câu hỏi {name}, {SIZES[size]} dòng điểm"
    peer = "pandas, bảng ở sẵn trong bộ nhớ"
    return against(told, ours, peer, theirs, rounds=15, unit="ms")


def _turns(drawn: Sequence[Drawn]) -> Iterator[Drawn]:
    while True:
        yield from drawn
