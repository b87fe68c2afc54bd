"""What does each card and each chart say, in one Vietnamese sentence?"""

from scoring.analysis.messages.index import (
    against_field,
    band,
    index_change,
    index_source,
    lost,
    place,
    zeros,
)
from scoring.analysis.messages.losses import (
    NO_LOSS,
    UNKNOWN_KIND,
    absent_domain,
    kinds,
    pareto,
    under,
    waterfall,
)
from scoring.analysis.messages.satisfaction import (
    NO_TARGET,
    beside_overall,
    factors,
    questions,
    satisfaction,
    trend,
    with_standing,
)
from scoring.analysis.messages.units import (
    NO_NAMED_LEAD,
    UNIT_COLUMNS,
    UNIT_MODES,
    group_only,
    unit,
    units,
)

__all__ = [
    "NO_LOSS",
    "NO_NAMED_LEAD",
    "NO_TARGET",
    "UNIT_COLUMNS",
    "UNIT_MODES",
    "UNKNOWN_KIND",
    "absent_domain",
    "against_field",
    "band",
    "beside_overall",
    "factors",
    "group_only",
    "index_change",
    "index_source",
    "kinds",
    "lost",
    "pareto",
    "place",
    "questions",
    "satisfaction",
    "trend",
    "under",
    "unit",
    "units",
    "waterfall",
    "with_standing",
    "zeros",
]
