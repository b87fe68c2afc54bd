"""Every problem code with its severity, its name on screen and its cure.

Codes are stable: programs and tests rely on them. Wording may improve.
"""

from scoring.ingest.rules.actuals import ACTUALS
from scoring.ingest.rules.files import FILES
from scoring.ingest.rules.progress import PROGRESS
from scoring.ingest.rules.reference_files import REFERENCE_FILES
from scoring.ingest.rules.results import RESULTS
from scoring.ingest.rules.rule import ERROR, NOTE, WARNING, Rule, Severity
from scoring.ingest.rules.scores import SCORES
from scoring.ingest.rules.tables import COLUMNS, IDENTITY, LOADED
from scoring.ingest.rules.targets import TARGETS
from scoring.ingest.rules.tasks import TASKS

__all__ = ["CATALOGUE", "ERROR", "NOTE", "WARNING", "Rule", "Severity"]

_OF_TABLES = (SCORES, TASKS, TARGETS, PROGRESS, ACTUALS, RESULTS)
_ALL = (FILES, IDENTITY, COLUMNS, LOADED, *_OF_TABLES, REFERENCE_FILES)
CATALOGUE: dict[str, Rule] = {code: rule for rules in _ALL for code, rule in rules.items()}
