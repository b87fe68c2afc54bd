"""Which loaded table does a command speak of?"""

from scoring import intake
from scoring.analysis import questions
from scoring.ingest.reference import Reference
from scoring.store import Store


def score_batch(store: Store, reference: Reference, organisation: str, year: int) -> str | None:
    """The score batch that stands on the pages for an organisation, by name or id, and a year."""
    named = {one.id for one in reference.organisations_named(organisation, year)}
    named |= {organisation, intake.organisation_named(organisation, reference, year).id}
    for one in sorted(named):
        for row in questions.rows(store.query, "scopes_of", organisation=one):
            if row["year"] == year and row["score_batch"]:
                return str(row["score_batch"])
    return None
