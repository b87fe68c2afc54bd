"""Which colour says what on a slide? The colours of the charts on the pages."""

from scoring.reports.blocks import Tone

COLOURS: dict[Tone, str] = {
    "loss": "D55E00",
    "good": "00795A",
    "total": "0072B2",
    "neutral": "7F8C99",
    "accent": "E69F00",
    "track": "D5D9DD",
}
PURPLE = "A44A80"
INK = "222B33"
PAPER = "FFFFFF"
LINES = "D9DDE1"  # of a grid that must not be louder than what it is behind
_LIGHT: frozenset[Tone] = frozenset(("accent", "track"))


def on(tone: Tone) -> str:
    """The colour of a text that stands on a bar of this tone."""
    return INK if tone in _LIGHT else PAPER
