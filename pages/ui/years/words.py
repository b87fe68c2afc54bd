"""What a person says of two years' criteria, written down with who and when."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from pages.ui import answers, tables, who
from scoring.analysis.messages import years_parts as said_parts
from scoring.analysis.questions import records
from scoring.analysis.years.comparison import Comparison, words_of
from scoring.analysis.years.decided import Word, codes
from scoring.analysis.years.matches import DROPPED, NEW, UNPRINTED, Decision, Match
from scoring.analysis.years.tables import YearTable
from scoring.store import MatchDecision, Pair
from scoring.text.moments import shown_moment

_HISTORY_COLUMNS = {
    "at": tables.text("Lúc", width=140),
    "who": tables.text("Người", width=140),
    "told": tables.text("Quyết định"),
}


def decide(
    compared: Comparison, decisions: Sequence[MatchDecision], *, shared: bool = False
) -> None:
    """Write decisions down; every page follows at once."""
    after = compared.after
    pair = Pair(
        organisation="" if shared else after.organisation,
        index_name=after.index_name,
        level=after.level,
        year_before=compared.before.year,
        year_after=after.year,
    )
    answers.store().decide_matches(pair, decisions, now=datetime.now(UTC), who=who.name())
    answers.forget()
    st.toast("Đã ghi quyết định", icon=":material/check:")


def confirm(compared: Comparison, matches: Sequence[Match]) -> None:
    """Decide proposals as they are."""
    decide(
        compared,
        [MatchDecision(one.old, one.new, unprinted=one.relation == UNPRINTED) for one in matches],
    )


def refuse(compared: Comparison, match: Match) -> None:
    """Decide that a pair is none, or that what one year does not print was not there."""
    sides = [MatchDecision(old=match.old), MatchDecision(new=match.new)]
    decide(compared, [one for one in sides if one.old or one.new])


def refusal(match: Match) -> str:
    """What the button says that refuses a proposal."""
    if match.old and match.new:
        return "Không phải một"
    return "Tiêu chí bị bỏ" if match.old else "Tiêu chí mới"


def take_back(compared: Comparison, word: Word) -> None:
    """Nothing is decided about its criteria any more; that it was stays in the history."""
    back = MatchDecision(word.old, word.new, unprinted=word.unprinted, taken_back=True)
    decide(compared, [back], shared=word.shared)


def told(word: Decision) -> str:
    """A decision in words: '1.1, 1.2 → 1.1', '2.3: bỏ'."""
    if word.old and word.new:
        return f"{', '.join(word.old)} → {', '.join(word.new)}"
    relation = UNPRINTED if word.unprinted else DROPPED if word.old else NEW
    return f"{', '.join(word.old or word.new)}: {said_parts.RELATIONS[relation]}"


def history(compared: Comparison) -> None:
    """Every word that was ever said of the two years, also those taken back."""
    words = words_of(answers.ask, compared.before, compared.after)
    if words.empty:
        return
    words = words.sort_values("decided_at", ascending=False, kind="stable")
    rows = [
        {
            "at": shown_moment(row["decided_at"]),
            "who": row["who"] or "không ghi tên",
            "told": _line(row),
        }
        for row in records(words)
    ]
    with tables.folded("moi-quyet-dinh", "Mọi lần quyết định, kể cả đã bỏ") as is_open:
        if is_open:
            tables.table(pd.DataFrame(rows), _HISTORY_COLUMNS, alt="Lịch sử quyết định", wide=True)


def named(table: YearTable, of: Sequence[str]) -> str:
    """Criteria with their codes and names: '1.2 Chế độ báo cáo'; '' for none."""
    return "; ".join(f"{code} {table.names[code]}" for code in of)


def _line(row: dict[str, object]) -> str:
    word = Decision(codes(str(row["old"])), codes(str(row["new"])), bool(row["unprinted"]))
    marks = ("dùng chung" if row["shared"] else "", "bỏ quyết định" if row["taken_back"] else "")
    return " · ".join(part for part in (told(word), *marks) if part)
