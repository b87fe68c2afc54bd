"""Of which organisation and which loaded table does a command speak?

A name is reused after a merger: Lâm Đồng was another province until June 2025.
"""

from scoring import intake
from scoring.analysis import questions
from scoring.ingest.identity.mentions import new_organisation
from scoring.ingest.reference import Organisation, Reference
from scoring.store import Store
from scoring.text.words import nfc


def whose(
    store: Store, reference: Reference, name: str, year: int | None, *loaded: str
) -> Organisation:
    """The organisation that is meant, by name or id: the bearer of the name with something loaded.

    With a year it is the bearer at that time; without one the latest of which any of the questions
    `loaded` tells something, else the latest of all.

    Shape: each of `loaded` takes an organisation.
    """
    bearers = _bearers(store, reference, nfc(name), year)
    return next(
        (
            one
            for one in bearers
            if any(len(questions.ask(store.query, told, organisation=one.id)) for told in loaded)
        ),
        bearers[0],
    )


def score_batch(store: Store, reference: Reference, organisation: str, year: int) -> str | None:
    """The score batch that stands on the pages for an organisation, by name or id, and a year."""
    for one in _bearers(store, reference, nfc(organisation), year):
        for row in questions.rows(store.query, "scopes_of", organisation=one.id):
            if row["year"] == year and row["score_batch"]:
                return str(row["score_batch"])
    return None


def _bearers(store: Store, reference: Reference, name: str, year: int | None) -> list[Organisation]:
    """Who is called so, the latest first; with a year, who was in that year."""
    if registered := reference.organisation(name):
        return [registered]
    # One that the registry does not have is known by its id where it has something itself.
    found = [
        Organisation(name, row["name"], row["level"])
        for row in questions.rows(store.query, "scopes_of", organisation=name)
        if row["level"] is not None
    ][:1]
    found.append(intake.organisation_named(name, reference, year))
    found += reversed(reference.organisations_named(name, year))
    if year is None:
        # What was loaded for a year in which nobody was called so stands under the name's own id.
        found.append(new_organisation(name, reference, None))
    once: dict[str, Organisation] = {}
    for one in found:
        once.setdefault(one.id, one)
    return list(once.values())
