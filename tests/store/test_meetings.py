"""Is a meeting kept whole, with its figures to the byte, and the commentary as last worded?"""

from datetime import date, timedelta

import pandas as pd
import pytest

from scoring.store import Commentary, Meeting, Store
from tests.store.material import FILE, NOON, batch, picture, scores

MEETING = Meeting("lam-dong", 2020, date(2026, 11, 12))
ANSWERS = {"b": b"\x00PAR1\xff", "a": b"answer"}
LATER = NOON + timedelta(hours=1)


def kept(store: Store, meeting: str) -> dict[str, bytes]:
    found = store.query(
        "select key, content from meeting_answer where meeting = $meeting", {"meeting": meeting}
    )
    return {key: bytes(content) for key, content in found.itertuples(index=False)}


def wordings(store: Store) -> pd.DataFrame:
    return store.query("select * from commentary order by decided_at")


def test_a_meeting_is_kept_with_its_figures(store: Store) -> None:
    meeting = store.begin_meeting(MEETING, ANSWERS, now=NOON, who="Thư ký")
    row = store.query("select * from meeting").iloc[0]
    assert (row["id"], row["organisation"], row["year"]) == (meeting, "lam-dong", 2020)
    assert (row["day"].date(), row["who"]) == (MEETING.day, "Thư ký")
    assert kept(store, meeting) == ANSWERS


def test_meetings_of_one_moment_stand_beside_each_other(store: Store) -> None:
    first = store.begin_meeting(MEETING, ANSWERS, now=NOON)
    second = store.begin_meeting(MEETING, {"a": b"other"}, now=NOON)
    assert first != second
    assert (kept(store, first), kept(store, second)) == (ANSWERS, {"a": b"other"})


def test_a_meeting_without_figures_is_refused_and_nothing_stays(store: Store) -> None:
    before = picture(store)
    with pytest.raises(ValueError, match="without figures"):
        store.begin_meeting(MEETING, {}, now=NOON)
    with pytest.raises(ValueError, match="meeting_answer"):
        store.begin_meeting(MEETING, {"a": None}, now=NOON)  # type: ignore[dict-item]
    assert picture(store) == before


def test_each_wording_of_a_commentary_is_kept_a_sentence_a_line(store: Store) -> None:
    said = Commentary("lam-dong", 2020, ["b1", "b2"], ["Câu một.", " Câu \n hai. ", "  "])
    store.word_commentary(said, now=NOON, who="Thư ký")
    store.word_commentary(Commentary("lam-dong", 2020, ["b1"], []), now=LATER)
    assert wordings(store)["text"].tolist() == ["Câu một.\nCâu hai.", ""]
    assert wordings(store)["batches"].tolist() == ["b1\nb2", "b1"]


def test_one_state_does_not_see_what_is_loaded_meanwhile(store: Store) -> None:
    counted = "select count(*) as n from batch"
    with store.one_state() as query:
        assert query(counted, {})["n"].iat[0] == 0
        store.load(batch(), {"score": scores()}, FILE, now=NOON)
        assert query(counted, {})["n"].iat[0] == 0
        with pytest.raises(ValueError, match="not one select"):
            query("delete from batch", {})
    assert store.query(counted)["n"].iat[0] == 1
