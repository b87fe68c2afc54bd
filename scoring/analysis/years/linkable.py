"""Which criteria of two years are left to be linked by hand, and how does each stand?"""

from collections.abc import Iterator, Mapping, Sequence

from scoring.analysis.years.matches import Match

ALONE, DOUBTFUL, SETTLED = "alone", "doubtful", "settled"

Open = Mapping[str, str]  # a criterion's code → how it stands, in the order to offer


def sides(matches: Sequence[Match], *, settled: bool) -> tuple[Open, Open]:
    """The criteria of the earlier and of the later year: those without a partner first, then those
    of doubtful pairs, and with `settled` the others as well; each in the order of the matches.
    """
    kinds = (ALONE, DOUBTFUL, SETTLED) if settled else (ALONE, DOUBTFUL)
    old, new = (
        {code: kind for kind in kinds for code, found in _standing(matches, side) if found == kind}
        for side in ("old", "new")
    )
    return old, new


def _standing(matches: Sequence[Match], side: str) -> Iterator[tuple[str, str]]:
    for match in matches:
        if not (match.old and match.new):
            kind = ALONE
        else:
            kind = DOUBTFUL if match.doubtful and not match.decided else SETTLED
        for code in getattr(match, side):
            yield code, kind
