"""Are reference tables rewritten only when their files changed, and decisions only added?"""

import pytest

from scoring.store import Remembered, Store
from tests.store.material import FILE, NOON, batch, picture, reference, rows_of, scores


def test_reference_tables_follow_the_digest(store: Store) -> None:
    assert store.replace_reference(reference("Lâm Đồng"), "first")
    before = picture(store)
    assert not store.replace_reference(reference("unread"), "first")
    assert picture(store) == before
    assert store.replace_reference(reference("Lâm Đồng cũ"), "second")
    assert rows_of(store, "select id, name from organisation") == [("lam-dong", "Lâm Đồng cũ")]
    assert rows_of(store, "from reference_state") == [("second",)]


def test_reference_tables_come_all_or_not_at_all(store: Store) -> None:
    store.replace_reference(reference(), "first")
    before = picture(store)
    frames = reference("Khác")
    with pytest.raises(ValueError, match="band"):
        store.replace_reference({n: f for n, f in frames.items() if n != "band"}, "second")
    with pytest.raises(ValueError, match="band"):
        store.replace_reference(frames | {"band": frames["band"].assign(lower="x")}, "second")
    assert picture(store) == before


def test_reference_dates_and_blanks_come_back(store: Store) -> None:
    store.replace_reference(reference(), "first")
    back = store.query("select valid_from, valid_to, parent from organisation").iloc[0]
    assert str(back["valid_to"].date()) == "2025-06-30"
    assert back[["valid_from", "parent"]].isna().all()


def test_decisions_on_a_kind_are_kept_all(store: Store) -> None:
    store.set_kind("par-tinh-2020", "9.1", "survey", now=NOON)
    store.set_kind("par-tinh-2020", "9.1", "impact", now=NOON)
    kept = store.query("select code, kind from criterion_kind order by decided_at")
    assert kept.values.tolist() == [["9.1", "survey"], ["9.1", "impact"]]
    assert store.query("select action from log")["action"].tolist() == ["kind", "kind"]


def test_undo_leaves_decisions_and_reference_alone(store: Store) -> None:
    store.replace_reference(reference(), "first")
    store.set_kind("par-tinh-2020", "9.1", "survey", now=NOON)
    loaded = store.load(batch(), {"score": scores()}, FILE, now=NOON)
    store.undo(loaded.batch, now=NOON)
    assert len(rows_of(store, "from criterion_kind")) == 1
    assert len(rows_of(store, "from criterion")) == 1


def test_the_log_says_who(store: Store) -> None:
    store.set_kind("par-tinh-2020", "9.1", "survey", now=NOON, who="Lan")
    store.set_kind("par-tinh-2020", "9.1", "impact", now=NOON)
    kept = store.query("select who from log order by happened_at")["who"]
    assert [None if who != who else who for who in kept] == ["Lan", None]


def latest(store: Store) -> list[tuple[object, ...]]:
    return rows_of(
        store,
        "select shape, field, header, who from remembered_column qualify row_number() over "
        "(partition by shape, field order by decided_at desc) = 1",
    )


def test_what_people_say_of_a_shape_is_appended_and_the_latest_wins(store: Store) -> None:
    def load(header: str, year: int, who: str) -> None:
        said = Remembered((("stt|điểm", "points", header),), (("Sở KHĐT", "Sở Kế hoạch"),))
        store.load(batch(year=year), {"score": scores()}, FILE, now=NOON, who=who, said=said)

    load("Điểm", 2018, "Lan")
    load("Điểm", 2019, "Minh")  # nothing new: Lan said so already
    assert latest(store) == [("stt|điểm", "points", "Điểm", "Lan")]
    assert len(rows_of(store, "from remembered_column")) == 1
    load("", 2020, "Minh")
    load("Điểm", 2021, "Hoa")
    assert latest(store) == [("stt|điểm", "points", "Điểm", "Hoa")]
    assert len(rows_of(store, "from remembered_column")) == 3
    assert rows_of(store, "select printed, unit, who from remembered_unit") == [
        ("Sở KHĐT", "Sở Kế hoạch", "Lan")
    ]


def test_what_is_said_is_kept_though_the_table_is_there_already(store: Store) -> None:
    store.load(batch(), {"score": scores()}, FILE, now=NOON)
    said = Remembered(units=(("Sở KHĐT", "Sở Kế hoạch"),))
    assert store.load(batch(), {"score": scores()}, FILE, now=NOON, said=said).already
    assert len(rows_of(store, "from remembered_unit")) == 1


def test_nothing_is_remembered_of_a_load_that_fails(store: Store) -> None:
    said = Remembered(units=(("Sở KHĐT", "Sở Kế hoạch"),))
    with pytest.raises(ValueError, match="score"):
        store.load(batch(), {"score": scores().assign(title=None)}, FILE, now=NOON, said=said)
    assert rows_of(store, "from remembered_unit") == []
