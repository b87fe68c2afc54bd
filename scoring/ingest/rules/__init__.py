"""Every problem code with its severity, its name on screen and its cure.

Codes are stable: programs and tests rely on them. Wording may improve.
"""

from scoring.ingest.rules.files import FILES
from scoring.ingest.rules.reference_files import REFERENCE_FILES
from scoring.ingest.rules.results import RESULTS
from scoring.ingest.rules.rule import ERROR, NOTE, WARNING, Rule, Severity
from scoring.ingest.rules.scores import SCORES
from scoring.ingest.rules.tables import COLUMNS, IDENTITY, LOADED
from scoring.ingest.rules.tasks import TASKS

__all__ = ["CATALOGUE", "ERROR", "NOTE", "WARNING", "Rule", "Severity"]

CATALOGUE: dict[str, Rule] = {
    code: rule
    for rules in (FILES, IDENTITY, COLUMNS, LOADED, SCORES, TASKS, RESULTS, REFERENCE_FILES)
    for code, rule in rules.items()
}
