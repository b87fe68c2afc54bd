"""What is said of a year: as people worded it for these very figures, else what the rules say."""

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.analysis.messages.commentary import commentary, of_the_day
from scoring.analysis.questions import Query, Row, rows
from scoring.analysis.review.gathered import Review


@dataclass(frozen=True)
class Worded:
    """The latest wording of a year's commentary, and the batches that it is about."""

    sentences: tuple[str, ...]
    batches: frozenset[str]
    row: Row

    def fits(self, review: Review) -> bool:
        """Whether it was written for the batches of a review."""
        return self.batches == set(batches_of(review))


def worded(query: Query, organisation: str, year: int) -> Worded | None:
    """How people worded it last; None where nobody did or they went back to the rules."""
    return of_rows(rows(query, "commentary", organisation=organisation, year=year))


def of_rows(found: Iterable[Row]) -> Worded | None:
    """The wording of the rows of the question commentary."""
    last = next(iter(found), None)
    if last is None or not last["text"]:
        return None
    return Worded(tuple(last["text"].splitlines()), frozenset(last["batches"].splitlines()), last)


def commentary_of(review: Review, saved: Worded | None) -> tuple[str, ...]:
    """The sentences that screens, slides and documents say.

    What was worded for other batches may name figures that are no more: then the rules speak. What
    is late or due is always told as it stands on the day.
    """
    own = own_words(review, saved)
    return tuple(commentary(review)) if own is None else (*own, *of_the_day(review))


def own_words(review: Review, saved: Worded | None) -> tuple[str, ...] | None:
    """The sentences as people worded them for these very figures; None where the rules speak."""
    return saved.sentences if saved is not None and saved.fits(review) else None


def batches_of(review: Review) -> tuple[str, ...]:
    """The ids of the batches that the sentences of a review speak of, in their order.

    What is sent in during the year, and results of targets, change no sentence that is kept.
    """
    return tuple(str(row["batch"]) for row in review.batches if row["batch"] in review.spoken)
