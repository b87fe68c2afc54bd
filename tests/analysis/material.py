"""Text tables, loaded into a store as an import would load them."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pandas as pd

from scoring.store import Store

LAM_DONG = (Path(__file__).parent / "lam_dong_2020.txt").read_text(encoding="utf-8")
LOADED_AT = datetime(2026, 1, 1, tzinfo=UTC)

Rows = list[dict[str, Any]]

_COLUMNS = {
    "STT": "code",
    "Tiêu chí": "title",
    "Yếu tố": "title",
    "Đơn vị": "title",
    "Điểm chuẩn": "max_points",
    "Điểm thẩm định": "points",
    "Điểm bị mất": "lost_points",
    "Chủ trì": "lead",
    "Phối hợp": "coordinating",
    "Thời gian": "deadline",
    "Kết quả": "percent",
    "Hạng": "rank",
    "Chỉ số": "value",
}
_NUMBERS = {"max_points", "points", "lost_points", "percent", "value"}
_minutes = count()


def read(text: str) -> Rows:
    """The rows of a text table, header first, cells between bars, numbers as printed."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    header = [_COLUMNS[cell.strip()] for cell in lines[0].split("|")]
    return [
        {
            "row": row,
            **{
                name: _cell(name, cell)
                for name, cell in zip(header, _cells(line, len(header)), strict=True)
            },
        }
        for row, line in enumerate(lines[1:], start=2)
    ]


def score_rows(text: str) -> dict[str, pd.DataFrame]:
    """Frames of a score table. A unit with * behind its name is a group; ';' parts units."""
    rows = read(text)
    codes = [row["code"] for row in rows]
    parents = [_parent(code, codes) for code in codes]
    scores = [
        {
            "position": position,
            "code": row["code"],
            "parent": parent,
            "depth": row["code"].count(".") + 1,
            "leaf": row["code"] not in parents,
            "title": row["title"],
            "max_points": row.get("max_points"),
            "self_points": None,
            "points": row.get("points"),
            "lost_points": row.get("lost_points"),
            "row": row["row"],
        }
        for position, (row, parent) in enumerate(zip(rows, parents, strict=True))
    ]
    planned = [row for row in rows if row.get("lead") or row.get("coordinating")]
    return {"score": pd.DataFrame(scores), **_plans(planned)}


def load(
    store: Store, rows: Mapping[str, pd.DataFrame], *, now: datetime = LOADED_AT, **batch: Any
) -> str:
    """Load frames as a batch of its own; `batch` are the columns that matter to the test.

    Nothing is said before `now`: what is said later is never of an earlier moment.
    """
    minute = next(_minutes)
    content = f"tệp {minute}".encode()
    columns = {
        "index_name": "PAR",
        "organisation_name": batch.get("organisation", ""),
        "level": "tỉnh",
        "parent": None,
        "criteria_set": None,
        "total_max": None,
        "printed_max": None,
        "file_name": f"tệp {minute}.xlsx",
        "file_sha256": hashlib.sha256(content).hexdigest(),
        "sheet": "Phụ lục",
        "anchor": "A1",
        "row_count": 0,
        "title": None,
        "source": None,
        "plan": "",
        **batch,
    }
    filled = {name: frame for name, frame in rows.items() if not frame.empty}
    return store.load(columns, filled, content, now=now).batch


def load_scores(store: Store, text: str, **batch: Any) -> str:
    """Load a text table of scores."""
    known = {"kind": "scores", "organisation": "lam-dong", "year": 2020, "total_max": 100.0}
    return load(store, score_rows(text), **{**known, **batch})


def load_satisfaction(store: Store, text: str, targets: Rows = (), **batch: Any) -> str:
    """Load a text table of factors; the factor 'Chung' is the overall row."""
    rows = [
        {
            "position": position,
            "code": row["code"],
            "title": row["title"],
            "overall": row["title"] == "Chung",
            "percent": row["percent"],
            "row": row["row"],
        }
        for position, row in enumerate(read(text))
    ]
    frames = {"satisfaction": pd.DataFrame(rows), "target": pd.DataFrame(list(targets))}
    known = {"kind": "satisfaction", "index_name": "SIPAS", "organisation": "gia-lai"}
    return load(store, frames, **{**known, **batch})


def load_league(store: Store, text: str, **batch: Any) -> str:
    """Load a text table of organisations; ranks as '32/63', codes are the organisations' ids."""
    rows = [
        {
            "position": position,
            "organisation": row["code"],
            "title": row["title"],
            **_rank(row.get("rank")),
            "value": row["value"],
            "source": None,
            "row": row["row"],
        }
        for position, row in enumerate(read(text))
    ]
    frame = pd.DataFrame(rows).astype({"rank": "Int64", "field_size": "Int64"})
    known = {"kind": "league", "organisation": "ca-nuoc"}
    return load(store, {"league": frame}, **{**known, **batch})


def target(code: str, kind: str, amount: float, **columns: Any) -> dict[str, Any]:
    """One row of the table of targets."""
    return {
        "position": int(code),
        "code": code,
        "title": f"Yếu tố {code}",
        "kind": kind,
        "amount": float(amount),
        "percent": True,
        "base_year": None,
        "base_value": None,
        "due_year": None,
        "sentence": f"{kind} {amount}",
        **dict.fromkeys(("measure", "lead", "section", "index_name", "task")),
        "row": 9,
        **columns,
    }


def _cells(line: str, width: int) -> list[str]:
    cells = [cell.strip() for cell in line.split("|")]
    return cells + [""] * (width - len(cells))


def _cell(name: str, text: str) -> Any:
    if not text:
        return None
    return float(text.replace(",", ".")) if name in _NUMBERS else text


def _parent(code: str, codes: list[str]) -> str:
    above = code.rpartition(".")[0]
    while above and above not in codes:
        above = above.rpartition(".")[0]
    return above


def _rank(text: str | None) -> dict[str, int | None]:
    rank, _, field_size = (text or "").partition("/")
    return {
        "rank": int(rank) if rank else None,
        "field_size": int(field_size) if field_size else None,
    }


def _plans(rows: Rows) -> dict[str, pd.DataFrame]:
    tasks = [
        {
            "position": position,
            "code": row["code"],
            "title": row["title"],
            "goal": None,
            "solution": None,
            "product": None,
            "lead": row.get("lead"),
            "coordinating": row.get("coordinating"),
            "deadline": row.get("deadline"),
            "note": None,
            **dict.fromkeys(("section", "purpose", "index_name")),
            "row": row["row"],
        }
        for position, row in enumerate(rows)
    ]
    units = [
        {
            "position": position,
            "role": role,
            "unit": unit.strip().rstrip("*"),
            "unit_group": unit.strip().endswith("*"),
        }
        for position, row in enumerate(rows)
        for role in ("lead", "coordinating")
        for unit in (row.get(role) or "").split(";")
        if unit.strip()
    ]
    return {"task": pd.DataFrame(tasks), "task_unit": pd.DataFrame(units)}
