"""The codes of a run of rows without one: what the codes around it, sums and looks leave."""

from collections.abc import Iterator

from scoring.ingest.score_tables.known_rows import Inferred, Known
from scoring.ingest.score_tables.structure import BY_SUMS, codes_of, depths, fits
from scoring.text.codes import depth_of, numbered, order_of, parent_of

BY_NEIGHBOURS, BY_LOOK = "thứ tự dòng", "thụt đầu dòng, kiểu chữ như các dòng cùng cấp"


def of_run(known: Known, run: tuple[int, ...]) -> Inferred | None:
    """The one way to number a run that the codes around it, the sums or the looks leave."""
    before = next((code for code in reversed(known.codes[: run[0]]) if numbered(code)), "")
    after = next((code for code in known.codes[run[-1] :] if code), "")
    taken = set(known.codes)
    ways = [way for way in _ways(before, after, len(run)) if taken.isdisjoint(way)]
    told = [_told(known, run, way) for way in ways]
    sure = [way for way, one in zip(ways, told, strict=True) if one]
    open_ways = [way for way, one in zip(ways, told, strict=True) if one is not False]
    if len(sure) == 1:
        return Inferred(run, sure[0], BY_SUMS)
    if not sure and len(open_ways) == 1 and (len(ways) == 1 or len(run) == 1):
        return Inferred(run, open_ways[0], BY_NEIGHBOURS)
    alike = [way for way in sure or open_ways if _looks_alike(known, run, way)]
    if len(alike) == 1 and len(sure or open_ways) > 1:
        return Inferred(run, alike[0], BY_LOOK)
    return None if ways and open_ways else _nested(known, run, before, after)


def _ways(before: str, after: str, rows: int) -> Iterator[tuple[str, ...]]:
    """How a run may be numbered so that it follows the code before it and leads to the next."""
    if not before:
        first, _, last = after.rpartition(".")
        if rows == 1 and last == "1" and first:
            yield (first,)
        if last.isdigit() and int(last) > rows:
            yield tuple(_joined(first, int(last) - rows + one) for one in range(rows))
        return
    ways = [tuple(f"{before}.{one}" for one in range(1, rows + 1))]
    parts = before.split(".")
    for deep in range(len(parts)):
        first = ".".join(parts[:deep])
        ways.append(tuple(_joined(first, int(parts[deep]) + one) for one in range(1, rows + 1)))
    above = parent_of(after)
    if rows == 1 and above and order_of(above) > order_of(before) and (above,) not in ways:
        ways.append((above,))
    yield from (way for way in ways if not after or _leads_to(way[-1], after))


def _joined(above: str, number: int) -> str:
    return f"{above}.{number}" if above else str(number)


def _leads_to(code: str, after: str) -> bool:
    """Whether the next printed code is the one after this one, or the first below it."""
    if parent_of(after) == code:
        return True
    parts = after.split(".")
    shared = code.split(".")[: len(parts)]
    if not parts[-1].isdigit() or len(shared) < len(parts) or shared[:-1] != parts[:-1]:
        return False
    return int(shared[-1]) + 1 == int(parts[-1])


def _told(known: Known, run: tuple[int, ...], way: tuple[str, ...]) -> bool | None:
    """Whether sums speak for a way (True) or against it (False): the parent's, or its own below."""
    values, tolerance = known.printed.values, known.printed.tolerance
    above = parent_of(way[0])
    own = [at for at, code in enumerate(known.codes) if code and parent_of(code) == way[-1]]
    if len(run) == 1 and own:
        return fits(values[run[0]], values[own], tolerance)
    if not above:
        tops = [at for at, code in enumerate(known.codes) if code.isdigit()]
        return False if fits(values[run[-1]], values[tops], tolerance) else None  # a total
    parents = [at for at, code in enumerate(known.codes) if code == above]
    if not parents or _others_within(known, run, above):
        return None
    beside = [at for at, code in enumerate(known.codes) if code and parent_of(code) == above]
    told = fits(values[parents[0]], values[[*beside, *run]], tolerance)
    alone = len(run) == 1 and not beside  # one row that repeats the one above it tells little
    return None if told and alone else told


def _others_within(known: Known, run: tuple[int, ...], above: str) -> bool:
    """Whether more rows without a code stand among those of one parent."""
    inside = [at for at, code in enumerate(known.codes) if f"{code}.".startswith(f"{above}.")]
    after = next((at for at in range(inside[-1] + 1, len(known.codes)) if known.codes[at]), None)
    end = len(known.codes) if after is None else after
    return any(inside[0] < at < end and at not in run for at in known.lost)


def _looks_alike(known: Known, run: tuple[int, ...], way: tuple[str, ...]) -> bool:
    """Whether rows with a code of the same level look like the run, or there are none."""
    level = depth_of(way[0])
    looks = {
        known.look(at) for at, code in enumerate(known.codes) if depth_of(code) == level and code
    }
    return not looks or {known.look(at) for at in run} <= looks


def _nested(known: Known, run: tuple[int, ...], before: str, after: str) -> Inferred | None:
    """Rows of several levels below the code before them, where their tops add up to it."""
    parents = [at for at, code in enumerate(known.codes) if code == before]
    if not parents or len(run) < 3 or (after and not _leads_to(before, after)):
        return None
    found = depths(
        [known.look(at) for at in run],
        known.printed.values[list(run)],
        total=known.printed.values[parents[0]],
        tolerance=known.printed.tolerance,
    )
    if not found:
        return None
    tops = [at for at, deep in zip(run, found[0], strict=True) if deep == 0]
    whole = known.printed.values[parents[0]]
    if not fits(whole, known.printed.values[tops], known.printed.tolerance):
        return None
    return Inferred(run, tuple(codes_of(found[0], before)), found[1])
