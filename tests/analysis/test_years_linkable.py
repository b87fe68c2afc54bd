"""Are the criteria that wait for a partner offered first when years are linked by hand?"""

from scoring.analysis.years.linkable import ALONE, DOUBTFUL, SETTLED, sides
from scoring.analysis.years.matches import DROPPED, NEW, RENAMED, SAME, Match

MATCHES = (
    Match(("1.1",), ("1.1",), SAME, 100.0),
    Match(("1.2",), ("1.3",), RENAMED, 71.0, doubtful=True),
    Match(("1.4",), ("1.5",), RENAMED, 71.0, doubtful=True, decided=True),
    Match(("2.1", "2.2"), (), DROPPED, 0.0),
    Match((), ("3.1",), NEW, 0.0),
)


def test_those_without_a_partner_come_first_then_the_doubtful() -> None:
    old, new = sides(MATCHES, settled=False)
    assert list(old.items()) == [("2.1", ALONE), ("2.2", ALONE), ("1.2", DOUBTFUL)]
    assert list(new.items()) == [("3.1", ALONE), ("1.3", DOUBTFUL)]


def test_asked_for_every_criterion_is_offered_once() -> None:
    old, new = sides(MATCHES, settled=True)
    assert list(old) == ["2.1", "2.2", "1.2", "1.1", "1.4"]
    assert new["1.5"] == new["1.1"] == SETTLED
    assert len(old) == 5 and len(new) == 4
