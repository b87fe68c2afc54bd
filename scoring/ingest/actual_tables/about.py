"""Which indicator, year and measure a row of a file of results is of, as its first key says."""

import json
from dataclasses import astuple, dataclass

from scoring.ingest.handed_out.keys import digest


@dataclass(frozen=True)
class About:
    """What a row is about: the indicator by the name that results are kept under.

    `measure` is percent, points, rank, or what is counted; a percentage is not above `most`.
    """

    organisation: str
    indicator: str
    year: int
    measure: str
    most: float

    @property
    def id(self) -> str:
        """In few letters, other for any change of it."""
        return digest([str(part) for part in astuple(self)])

    @property
    def said(self) -> str:
        """As the first key says it, in JSON."""
        return json.dumps(astuple(self), ensure_ascii=False)


def about_of(said: str) -> About:
    """What a first key says. Raises: ValueError, TypeError for JSON that says nothing of a row."""
    organisation, indicator, year, measure, most = json.loads(said)
    return About(str(organisation), str(indicator), int(year), str(measure), float(most))
