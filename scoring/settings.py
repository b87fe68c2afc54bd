"""Where things are and how much is allowed: the only reader of the environment."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


class SettingUnreadable(Exception):
    """A setting cannot be used; the text is a Vietnamese sentence with the cure."""


@dataclass(frozen=True)
class Settings:
    """The settings of one process; each comes from SCORING_<NAME IN CAPITALS>."""

    database: str = str(ROOT / "data" / "scoring.duckdb")  # a file, or a DuckLake address
    reference: Path = ROOT / "data" / "reference"  # criteria sets, names, bands
    samples: Path = ROOT / "data" / "samples"  # published tables to try with
    tolerance: float = 0.01  # points between parts and total that rounding explains
    max_file_mb: int = 50  # of one uploaded file
    max_unpacked_mb: int = 200  # of its content once unpacked
    max_cells: int = 3_000_000  # of one file, blank ones included
    max_rows: int = 100_000  # of one sheet
    max_columns: int = 1_000  # of one sheet
    user: str = ""  # who is named in the history


def settings() -> Settings:
    """The settings as the environment has them now.

    Raises: SettingUnreadable for a number that cannot be read.
    """
    given = {
        name: os.environ[f"SCORING_{name.upper()}"]
        for name in Settings.__annotations__
        if os.environ.get(f"SCORING_{name.upper()}")
    }
    kinds = {
        "reference": Path,
        "samples": Path,
        "tolerance": float,
        "max_file_mb": int,
        "max_unpacked_mb": int,
        "max_cells": int,
        "max_rows": int,
        "max_columns": int,
    }
    return Settings(
        **{name: _read(name, value, kinds.get(name, str)) for name, value in given.items()}
    )


def _read(name: str, value: str, kind: Callable[[str], Any]) -> Any:
    try:
        return kind(value)
    except ValueError as error:
        raise SettingUnreadable(
            f"Cấu hình SCORING_{name.upper()} cần một số, thấy “{value}”. Sửa lại rồi chạy lại."
        ) from error
