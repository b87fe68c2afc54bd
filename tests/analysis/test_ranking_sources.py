"""Are sources that disagree both kept, and old members under their own names?"""

from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pytest

from scoring.analysis.messages import ranking as said
from scoring.analysis.messages import ranking_change as since
from scoring.analysis.questions import ask
from scoring.analysis.ranking import disagreeing, field_of, standing
from scoring.analysis.ranking_names import about_today, with_labels, with_other_sources
from tests.analysis.league_rows import BANDS, PAR, rows
from tests.analysis.material import load, load_league


# Hải Phòng's PAR Index of 2023: 91,87 in https://en.baochinhphu.vn/moj-quang-ninh-province-lead-
# public-administrative-reform-index-111240417164329841.htm (Quảng Ninh 92,18 as well), 91,81 in
# https://en.doanhnghiephoinhap.vn/hai-phong-ranks-2nd-out-of-63-provinces-and-cities-in-the-par-
# index-with-91-81.html; both are kept, the one printed first counts.
def test_sources_that_disagree_are_both_kept() -> None:
    league = rows("Quảng Ninh | 1/63 | 92,18\nHải Phòng | 2/63 | 91,87\nHải Phòng | 2/63 | 91,81")
    field = field_of(league)
    held = standing(field, "Hải Phòng", BANDS)
    assert held is not None and (held.value, held.size, field.known) == (91.87, 63, 2)
    (both,) = disagreeing(league)
    assert said.disagreement(both, PAR).replace("\u00a0", " ") == (
        "Hải Phòng có 2 giá trị khác nhau, giữ cả: 91,87 % (nguồn 1, đang dùng) và "
        "91,81 % (nguồn 2)"
    )


def _load_of(store, source: str | None, *values: str, **batch: object) -> str:
    """A league of 2023 as one newspaper prints it."""
    lines = [
        f"{name} | {name} | {at}/63 | {value}"
        for at, (name, value) in enumerate(zip("ABC", values, strict=False), 1)
    ]
    text = "\n".join(["STT | Đơn vị | Hạng | Chỉ số", *lines])
    return load_league(store, text, **{"year": 2023, "source": source, **batch})


def test_a_table_of_another_source_replaces_the_former_and_both_are_shown(store) -> None:
    _load_of(store, "báo một", "92,18", "91,87")
    batch = _load_of(store, "báo hai", "92,18", "91,81", "90,00")
    league = ask(store.query, "ranking_field", batch=batch)
    told = league[["name", "value", "current", "source"]].values.tolist()
    assert told == [
        ["A", 92.18, True, "báo hai"],
        ["B", 91.81, True, "báo hai"],
        ["C", 90.0, True, "báo hai"],
        ["B", 91.87, False, "báo một"],
    ]
    field = field_of(league)
    assert (len(field.members), field.size, field.known) == (3, 63, 3)
    (both,) = disagreeing(league)
    assert [row["value"] for row in both] == [91.81, 91.87]
    labelled = replace(field, members=with_labels(field.members, today=False))
    listed = with_other_sources(labelled, league)
    assert listed["label"].tolist() == ["A", "B", "B (nguồn khác)", "C"]
    (year,) = ask(store.query, "trend_values", organisation="B").itertuples()
    assert (year.percent, year.lowest, year.highest) == (91.81, 91.81, 91.87)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ({"source": "báo một"}, {"source": "báo một"}),  # the same source, mended
        ({"source": None}, {"source": "báo một"}),  # no other source is named
        ({"source": "báo một", "file_name": "x"}, {"source": "báo hai", "file_name": "x"}),
        ({"source": "báo một", "level": "bộ"}, {"source": "báo hai"}),  # another field
    ],
)
def test_a_mended_table_is_no_other_source(store, first, then) -> None:
    _load_of(store, first.pop("source"), "92,18", **first)
    batch = _load_of(store, then.pop("source"), "91,00", **then)
    assert ask(store.query, "ranking_field", batch=batch)["value"].tolist() == [91.0]


def test_a_value_of_another_table_stands_once_beside_two_of_this_one(store) -> None:
    _load_of(store, "báo một", "92,18")
    printed = [
        {"position": at, "organisation": "A", "title": "A", "rank": 1, "field_size": 63}
        | {"value": value, "source": f"báo khác {at}", "row": at}
        for at, value in enumerate((92.0, 92.5))
    ]
    told = {"kind": "league", "organisation": "ca-nuoc", "year": 2023}
    batch = load(store, {"league": pd.DataFrame(printed)}, **told)
    assert ask(store.query, "ranking_field", batch=batch)["value"].tolist() == [92.0, 92.5, 92.18]


def test_what_was_undone_is_no_other_source(store) -> None:
    wrong = _load_of(store, "báo một", "92,18")
    batch = _load_of(store, "báo hai", "91,00")
    store.undo(wrong, now=datetime(2026, 1, 2, tzinfo=UTC))
    assert ask(store.query, "ranking_field", batch=batch)["value"].tolist() == [91.0]


@pytest.mark.parametrize(("values", "counts"), [((91.87, 91.81), 91.87), ((None, 91.81), 91.81)])
def test_the_first_value_printed_counts(store, values, counts) -> None:
    printed = [
        {"position": at, "organisation": "a", "title": "A", "rank": 2, "field_size": 63}
        | {"value": value, "source": f"báo {at}", "row": at}
        for at, value in enumerate(values)
    ]
    told = {"kind": "league", "organisation": "ca-nuoc", "year": 2023}
    batch = load(store, {"league": pd.DataFrame(printed)}, **told)
    found = ask(store.query, "ranking_field", batch=batch)
    assert found.loc[found["current"], "value"].tolist() == [counts]
    assert len(found) == 2


def test_values_of_other_sources_follow_the_one_that_counts() -> None:
    league = rows("A | 1/2 | 92\nB | 2/2 | 91,87\nB | 2/2 | 91,81")
    field = field_of(league)
    labelled = replace(field, members=with_labels(field.members, today=False))
    listed = with_other_sources(labelled, league)
    assert listed["label"].tolist() == ["A", "B", "B (nguồn khác)"]
    assert listed["value"].tolist() == [92.0, 91.87, 91.81]


def test_old_provinces_keep_their_own_rows_under_the_names_of_today(store) -> None:
    _merge(store)
    text = """
        STT     | Đơn vị   | Hạng  | Chỉ số
        gia-lai | Gia Lai  | 10/63 | 84,00
        binh-dinh | Bình Định | 12/63 | 83,00
        ha-noi  | Hà Nội   | 1/63  | 90,00
    """
    batch = load_league(store, text, year=2023)
    rows_ = ask(store.query, "ranking_field", batch=batch)
    then = with_labels(rows_, today=False)["label"].tolist()
    now = with_labels(rows_, today=True)
    assert then == ["Gia Lai", "Bình Định", "Hà Nội"]
    assert now["label"].tolist() == [
        "Gia Lai (nay là Gia Lai mới)",
        "Bình Định (nay thuộc Gia Lai)",
        "Hà Nội",
    ]
    assert now["value"].tolist() == [84.0, 83.0, 90.0]  # nothing is averaged
    assert "không lấy trung bình" in about_today(rows_)


def test_a_merged_province_has_the_lines_of_those_it_came_from(store) -> None:
    _merge(store)
    former = "STT | Đơn vị | Hạng | Chỉ số\ngia-lai | Gia Lai | 10/63 | 84,00"
    load_league(store, former, year=2024)
    load_league(
        store, "STT | Đơn vị | Hạng | Chỉ số\ngia-lai-2025 | Gia Lai | 11/34 | 86,00", year=2025
    )
    places = ask(store.query, "ranking_places", organisation="gia-lai-2025")
    told = [(row.year, row.own, row.field_size) for row in places.itertuples()]
    assert told == [(2024, False, 63), (2025, True, 34)]
    assert since.no_year_before(2024, "Gia Lai", ["Gia Lai", "Bình Định"]) == (
        "Không so với năm 2024: khi đó Gia Lai và Bình Định còn là các đơn vị riêng, "
        "chưa sắp xếp thành Gia Lai"
    )


def _merge(store) -> None:
    """Gia Lai and Bình Định went into a new Gia Lai on 1 July 2025."""
    tables = ("organisation", "organisation_alias", "criteria_set", "criterion", "band")
    frames = {name: store.query(f"select * from {name}") for name in tables}
    heir = {"id": "gia-lai-2025", "name": "Gia Lai", "level": "tỉnh"}
    frames["organisation"] = pd.concat(
        [frames["organisation"].astype(object), pd.DataFrame([heir])], ignore_index=True
    )
    frames["successor"] = pd.DataFrame(
        [
            {
                "old": old,
                "new": "gia-lai-2025",
                "since": "2025-07-01",
                "scope": "tỉnh",
                "source": "",
            }
            for old in ("gia-lai", "binh-dinh")
        ]
    )
    store.replace_reference(frames, "merged")
