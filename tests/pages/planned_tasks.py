"""A made-up plan of four tasks under the dashboard, and how its page is opened and read."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from streamlit.testing.v1 import AppTest

from scoring.store import Progress, open_store
from tests.analysis.material import load_scores
from tests.analysis.plans.material import load_plan
from tests.analysis.plans.test_summary import SCORES
from tests.pages.opening import opened

TASKS = "pages/tasks.py"
HERE = {"co_quan": "lam-dong", "nam": "2021", "ngay": "2021-11-20"}
NOW = datetime(2026, 1, 2, tzinfo=UTC)  # the plan is loaded on the day before
LATER = "2026-06-01"
PLAN = (
    {
        "title": "Công khai TTHC",
        "lead": "Sở Nội vụ",
        "coordinating": "Sở Tài chính",
        "deadline": "Quý I/2021",
        "purpose": "mend",
        "section": "Phần A",
        "product": "Báo cáo <b>đậm</b>",
    },
    {
        "title": "Giải quyết các hồ sơ đúng hạn",
        "lead": "Các sở, ban, ngành*",
        "deadline": "Quý IV/2021",
    },
    {"title": "Trồng cây", "lead": "Sở Xây dựng", "deadline": "Càng sớm càng tốt"},
    {"title": "Sáng kiến trong cải cách", "lead": "Sở Xây dựng", "deadline": "Hằng quý"},
)


def four_tasks(path: Path) -> Sequence[str]:
    """Load the plan, its fourth task reported long ago; the ids of its tasks."""
    store = open_store(str(path))
    load_scores(store, SCORES, organisation_name="Lâm Đồng")
    ids = load_plan(store, *PLAN, plan="1/KH", organisation_name="Lâm Đồng")
    store.say([Progress(ids[3], "doing", 40.0, "Báo cáo 7", unit="Sở Xây dựng")], now=NOW)
    store.close()
    return ids


def at(**more: str) -> AppTest:
    app = opened(TASKS, **HERE | more)
    assert [str(one.value) for one in app.exception] == []
    return app


def told(path: Path, table: str) -> list[tuple]:
    frame = open_store(str(path)).query(f"select * from {table}")
    return [tuple(row) for row in frame.astype(object).where(frame.notna(), None).values.tolist()]


def names(app: AppTest) -> list[str]:
    return [row["Nhiệm vụ"] for row in app.dataframe[0].value.to_dict("records")]
