"""What is wrong with the values, ranks and averages of a league table."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from scoring.ingest.problems import Problem
from scoring.ingest.result_tables.league_rows import LeagueRows, field_size_of, value_field
from scoring.ingest.result_tables.percents import in_percent
from scoring.ingest.result_tables.ranks import are_bands
from scoring.text import format as fmt
from scoring.text.words import fold

_NAMED = 6  # names said one by one in a note


def row_problems(rows: LeagueRows, at: int) -> Iterator[Problem]:
    """A value that is no number, or no percentage where it should be one."""
    place = rows.place(at, value_field(rows.layout))
    if at in rows.unread:
        yield place.problem("not-a-number", "một số", f"“{rows.unread[at]}”")
    elif in_percent(rows.layout) or at in rows.values.fractions:
        yield from rows.values.problems(at, place)


def rank_problems(rows: LeagueRows) -> Iterator[Problem]:
    """Each rank that is none, or one for the whole column where it holds bands."""
    ranks = [rows.ranks[one] for one in rows.at]
    if are_bands(ranks):
        bands = dict.fromkeys(one.unread for one in ranks if one.unread)
        place = rows.place(rows.at[0], "rank")
        found = "xếp loại: " + ", ".join(f"“{band}”" for band in bands)
        yield place.problem("rank-unreadable", "thứ hạng", found)
        return
    for one, rank in zip(rows.at, ranks, strict=True):
        place = rows.place(one, "rank")
        if rank.unread:
            found = rank.unread if rank.merged else f"“{rank.unread}”"
            yield place.problem("rank-unreadable", "một thứ hạng", found)
        elif rank.merged:
            yield place.problem("rank-shared", f"hạng {rank.rank}", rank.merged)
        elif rank.last:
            yield place.problem("rank-shared", f"hạng {rank.rank}", f"“{rank.rank}-{rank.last}”")


def new_names(rows: LeagueRows) -> Iterator[Problem]:
    """The names that the registry lacks, once: a slip, or a row that is no organisation."""
    pairs = zip(rows.at, rows.named, strict=True)
    new = [one for one, who in pairs if who is None]
    if new and len(new) < len(rows.at):
        names = ", ".join(f"“{rows.titles[one]}”" for one in new[:_NAMED])
        more = f" và {len(new) - _NAMED} tên khác" if len(new) > _NAMED else ""
        place = rows.place(new[0], "organisation")
        yield place.problem("organisation-new", "tên có trong danh mục", names + more)


def average_problems(rows: LeagueRows, frame: pd.DataFrame, tolerance: float) -> Iterator[Problem]:
    """A printed average of a whole table that is not the mean of its rows."""
    whole = len(frame) and frame["value"].notna().all() and field_size_of(frame) == len(frame)
    for at, title in enumerate(rows.titles):
        if not whole or not fold(title).startswith(("trung bình", "bình quân")):
            continue
        mean = round(float(frame["value"].mean()), 6)
        printed = rows.values.numbers[at]
        if not np.isnan(printed) and abs(mean - printed) > tolerance + 1e-6:
            place = rows.place(at, value_field(rows.layout))
            yield place.problem("average-differs", fmt.number(mean, 2), fmt.number(printed, 2))
