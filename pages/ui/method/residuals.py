"""Does a sum close, and if not, does rounding explain what is left over?"""

import pandas as pd

from scoring.settings import settings

CLOSES = "✓ Khớp"
ROUNDED = "≈ Do làm tròn"
DIFFERS = "⚠ Lệch"
UNKNOWN = "– Thiếu số"


def state(residual: float | None) -> str:
    """What is left over, judged with the tolerance of the settings: icon and word."""
    if residual is None or pd.isna(residual):
        return UNKNOWN
    if residual == 0:
        return CLOSES
    return ROUNDED if abs(residual) <= settings().tolerance else DIFFERS
