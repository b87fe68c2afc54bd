"""The command line: everything the pages do, without a browser."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from scoring.commands.parser import QUESTIONS, parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")  # Windows consoles default to a code page
    return _run(parser().parse_args(arguments))


def _run(args: Namespace) -> int:
    # Imported here: help and usage errors need neither pandas nor DuckDB.
    from scoring.commands import (
        answer,
        batches,
        criteria,
        evidence,
        export,
        files,
        notes,
        progress,
        questions,
        rankings,
        self_scores,
        sheets,
        targets,
        tasks,
        trends,
        units,
        years,
    )
    from scoring.settings import SettingUnreadable, settings
    from scoring.store import StoreError

    known = {
        "check": files.check,
        "load": files.load,
        "history": batches.history,
        "undo": batches.undo,
        "restore": batches.restore,
        "changes": batches.changes,
        "criteria": criteria.criteria,
        "mark": sheets.mark,
        "template": sheets.template,
        "progress": progress.progress,
        "samples": files.samples,
        "scopes": questions.scopes,
        "overview": questions.overview_of,
        "losses": questions.losses,
        "sipas": questions.sipas,
        "unit": questions.unit,
        "trend": questions.trend,
        "years": years.years,
        "link": years.link,
        "rank": rankings.rank,
        "members": rankings.members,
        "indices": trends.indices,
        "self-scores": self_scores.self_scores,
        "targets": targets.targets,
        "notes": notes.notes,
        "commentary": export.commentary,
        "screens": export.screens_of,
        "export": export.export,
        "tasks": tasks.tasks,
        "evidence": evidence.evidence,
        "trends": trends.trends,
        "units": units.units,
        "group": units.group,
        "unit-name": units.unit_name,
        **{name: questions.about_scores(question) for name, (question, _) in QUESTIONS.items()},
    }
    try:
        said = known[args.command](args, settings())
    except (SettingUnreadable, StoreError) as error:
        said = answer.failed(error)
    answer.write(said, as_json=args.json)
    return said.code


if __name__ == "__main__":
    sys.exit(main())
