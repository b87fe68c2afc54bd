"""Who runs a command: the name that the history keeps."""

import getpass

from scoring.settings import Settings


def who(settings: Settings) -> str:
    """The name that was set, else the system's user; '' where the system does not know."""
    if settings.user:
        return settings.user
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
