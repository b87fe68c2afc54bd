"""Is what people decided about the criteria of two years kept to?"""

from datetime import UTC, datetime
from functools import partial

from scoring.analysis import questions
from scoring.analysis.years import comparison
from scoring.store import MatchDecision, Pair, Store
from tests.analysis.conftest import Two
from tests.analysis.made_up_years import OF_2022, OF_2023, PROVINCE, load_years
from tests.analysis.material import load_scores
from tests.analysis.year_tables import told

PAIR = Pair(PROVINCE, "PAR", "tỉnh", 2022, 2023)


NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_decision_counts_at_once_and_can_be_taken_back(two: Two, store: Store) -> None:
    load_years(store)
    link = MatchDecision(["4.1", "4.2"], ["4.1"])
    store.decide_matches(PAIR, [link], now=NOON, who="Lan")
    compared = two()
    assert told(compared)[("4.1, 4.2", "4.1")] == "merged"
    (word,) = compared.words
    assert (word.who, word.shared) == ("Lan", False)
    assert compared.change is not None and abs(compared.change.residual) < 1e-9
    back = MatchDecision(["4.1", "4.2"], ["4.1"], taken_back=True)
    store.decide_matches(PAIR, [back], now=NOON, who="Minh")
    assert ("4.2", "") in told(two())
    assert (
        len(
            comparison.words_of(
                partial(questions.ask, store.query), compared.before, compared.after
            )
        )
        == 2
    )


def test_the_latest_word_on_a_criterion_counts(two: Two, store: Store) -> None:
    load_years(store)
    first, second = MatchDecision(["1.3"], ["1.3"]), MatchDecision(["1.4"], ["1.3"])
    store.decide_matches(PAIR, [first, second, MatchDecision(["4.2"])], now=NOON)
    compared = two()
    assert [word.old for word in compared.words] == [("4.2",), ("1.4",)]
    assert told(compared)[("1.3", "")] == "dropped"


def test_a_word_for_all_counts_where_both_sets_are_known_and_none_of_its_own_is(
    two: Two, store: Store
) -> None:
    load_years(store)
    everyone = Pair("", "PAR", "tỉnh", 2022, 2023)
    store.decide_matches(everyone, [MatchDecision(["4.1", "4.2"], ["4.1"])], now=NOON)
    assert two().words == ()  # no criteria sets
    who = {"organisation": PROVINCE, "organisation_name": "Giả lập"}
    for year, text in ((2022, OF_2022), (2023, OF_2023)):
        load_scores(store, text, year=year, criteria_set=f"bộ-{year}", **who)
    assert [word.shared for word in two().words] == [True]
    store.decide_matches(PAIR, [MatchDecision(["4.2"])], now=NOON)
    assert [(word.old, word.shared) for word in two().words] == [(("4.2",), False)]


def test_an_own_word_goes_before_a_later_one_for_all(two: Two, store: Store) -> None:
    who = {"organisation": PROVINCE, "organisation_name": "Giả lập"}
    for year, text in ((2022, OF_2022), (2023, OF_2023)):
        load_scores(store, text, year=year, criteria_set=f"bộ-{year}", **who)
    store.decide_matches(PAIR, [MatchDecision(["4.2"])], now=NOON)
    everyone = Pair("", "PAR", "tỉnh", 2022, 2023)
    store.decide_matches(everyone, [MatchDecision(["4.1", "4.2"], ["4.1"])], now=NOON)
    assert [(word.old, word.shared) for word in two().words] == [(("4.2",), False)]
