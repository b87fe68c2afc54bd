"""When something happened, as clocks in Việt Nam show it."""

from datetime import UTC, datetime, timedelta, timezone

import pandas as pd

from scoring.text.format import when

# Fixed: Việt Nam keeps no summer time, and a server may stand in another zone.
VIETNAM = timezone(timedelta(hours=7))


def shown_moment(moment: datetime) -> str:
    """A time of the store (UTC, without a zone) in words: '22/11/2026 06:53'."""
    return when(pd.Timestamp(moment).tz_localize(UTC).tz_convert(VIETNAM).to_pydatetime())
