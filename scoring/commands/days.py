"""Which day does a command count at? The one that is asked for, else today in Việt Nam."""

from datetime import UTC, date, datetime

from scoring.text.moments import VIETNAM


def asked_day(text: str | None) -> date | None:
    """The day written as 2021-11-20; None where it is no day."""
    if text is None:
        return datetime.now(UTC).astimezone(VIETNAM).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
