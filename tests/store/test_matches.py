"""Is what people say of two years' criteria kept, all of it, with who and when?"""

import pytest

from scoring.store import MatchDecision, Pair, Store
from tests.store.material import FILE, NOON, batch, picture, rows_of, scores

PAIR = Pair("lam-dong", "PAR", "tỉnh", 2019, 2020)
SAID = 'select "old", "new", unprinted, taken_back, who from criterion_match order by decided_at'


def test_decisions_are_appended_and_never_erased(store: Store) -> None:
    link = MatchDecision(["1.1", "1.2"], ["1.1"])
    store.decide_matches(PAIR, [link], now=NOON, who="Lan")
    back = MatchDecision(["1.1", "1.2"], ["1.1"], taken_back=True)
    store.decide_matches(PAIR, [back, MatchDecision(new=["1.3"], unprinted=True)], now=NOON)
    rows = store.query(SAID).astype(object)
    assert rows.where(rows.notna(), None).values.tolist() == [
        ["1.1, 1.2", "1.1", False, False, "Lan"],
        ["1.1, 1.2", "1.1", False, True, None],
        ["", "1.3", True, False, None],
    ]


def test_every_decision_is_an_event_at_a_moment_of_its_own(store: Store) -> None:
    for _ in range(2):
        decisions = [MatchDecision(["1.1"], ["1.2"]), MatchDecision(["2.1"])]
        store.decide_matches(PAIR, decisions, now=NOON, who="Lan")
    moments = rows_of(store, "select count(distinct decided_at) from criterion_match")
    assert moments == [(4,)]
    first = store.query("select action, detail, who from log order by happened_at").iloc[0]
    assert first.tolist() == ["match", "lam-dong PAR tỉnh 2019→2020 1.1 = 1.2", "Lan"]


@pytest.mark.parametrize(
    ("pair", "decision", "named"),
    [
        (Pair("a", "PAR", "tỉnh", 2020, 2020), MatchDecision(["1"]), "2020 is not before 2020"),
        (PAIR, MatchDecision(), "no codes"),
        (PAIR, MatchDecision([" "], ["1"]), "no codes"),
        (PAIR, MatchDecision(["1.1, 1.2"], ["1"]), "no codes"),
        (PAIR, MatchDecision(["1", "1"], ["1"]), "a code twice"),
        (PAIR, MatchDecision(["1"], ["1"], unprinted=True), "printed in both years"),
    ],
)
def test_what_means_nothing_is_refused_and_nothing_kept(
    store: Store, pair: Pair, decision: MatchDecision, named: str
) -> None:
    before = picture(store)
    with pytest.raises(ValueError, match=named):
        store.decide_matches(pair, [MatchDecision(["9"]), decision], now=NOON)
    assert picture(store) == before


def test_decisions_outlive_the_tables_they_are_about(store: Store) -> None:
    loaded = store.load(batch(), {"score": scores()}, FILE, now=NOON)
    store.decide_matches(PAIR, [MatchDecision(["1"], ["1"])], now=NOON)
    store.undo(loaded.batch, now=NOON)
    assert len(rows_of(store, SAID)) == 1
