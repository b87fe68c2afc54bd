"""When something happened, as clocks in Việt Nam show it; the store keeps moments in UTC."""

from datetime import UTC, datetime, timedelta, timezone

from scoring.text.format import MISSING, when

AHEAD = timedelta(hours=7)
# Fixed: Việt Nam keeps no summer time, and a server may stand in another zone.
VIETNAM = timezone(AHEAD)


def shown_moment(moment: datetime | None) -> str:
    """A time of the store (UTC, without a zone) in words: '22/11/2026 06:53'; '–' for none."""
    if moment is None or moment != moment:
        return MISSING
    return when(moment.replace(tzinfo=UTC).astimezone(VIETNAM))
