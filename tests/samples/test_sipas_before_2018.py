"""Is a published table that is known in part read as it is: equal points, English names, no middle?

https://huggingface.co/datasets/letrinhan/vn-sipas-provincial, the rows that its preview shows.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

import pandas as pd
import pytest

from scoring import intake
from scoring.analysis.questions import ask
from scoring.analysis.ranking import Field, field_of, standing
from scoring.settings import settings
from scoring.store import Store, open_store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
NO_BANDS = pd.DataFrame(columns=["band", "lower", "upper", "source"])

# Rank of 63, province as spelled there, percent.
SEEN = {
    2015: """
        1;Da Nang;95.99
        2;Ca Mau;89.86
        3;Quang Ninh;85.18
        4;Ha Tinh;84.94
        5;Lai Chau;84.94
        6;Ho Chi Minh City;84.51
        7;Ha Noi;83.83
        10;Hung Yen;73.51
    """,
    2017: """
        1;Vinh Phuc;95.75
        2;Ninh Binh;95.1
        3;Thai Nguyen;94.04
        4;Bac Giang;93.14
        5;Quang Ninh;92.88
        6;Hai Duong;92.18
        7;An Giang;90.85
        8;Bac Lieu;89.66
        9;Hai Phong;88.92
        10;Dong Nai;88.7
        11;Ben Tre;88.49
    """,
}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    yield opened
    opened.close()


def field(store: Store, year: int) -> Field:
    """The rows as a file of that newspaper would print them, read and loaded."""
    reference, _ = intake.reference_of(settings())
    lines = [line.strip().split(";") for line in SEEN[year].strip().splitlines()]
    rows = "\n".join(f"{rank}/63;{name};{value}" for rank, name, value in lines)
    content = f"Chỉ số SIPAS năm {year} của các tỉnh\nHạng;Tỉnh, thành phố;SIPAS (%)\n{rows}\n"
    (table,) = intake.read(f"sipas-{year}.csv", content.encode(), reference, settings())
    assert (table.kind, table.index, table.year) == ("league", "SIPAS", year)
    batch = intake.load(store, table, content.encode(), reference, NOON).batch
    return field_of(ask(store.query, "ranking_field", batch=batch))


def test_two_with_equal_points_at_ranks_4_and_5_are_on_a_par(store: Store) -> None:
    whole = field(store, 2015)
    ha_tinh, lai_chau = (standing(whole, who, NO_BANDS) for who in ("ha-tinh", "lai-chau"))
    assert ha_tinh is not None and lai_chau is not None
    assert (ha_tinh.value, ha_tinh.rank, lai_chau.value, lai_chau.rank) == (84.94, 4, 84.94, 5)
    assert (lai_chau.first_place, lai_chau.last_place) == (4, 5)
    assert (ha_tinh.first_place, ha_tinh.last_place) == (4, 5)


def test_of_63_provinces_eight_are_known_so_there_is_no_middle(store: Store) -> None:
    whole = field(store, 2015)
    assert (whole.size, whole.known, whole.complete) == (63, 8, False)
    held = standing(whole, "hung-yen", NO_BANDS)
    assert held is not None and held.best is not None
    assert (held.median, held.mean, held.following) == (None, None, None)  # 8 and 9 are not known
    assert (held.best.names, held.best.points) == (("Da Nang",), 22.48)  # 95,99 − 73,51


def test_each_name_in_english_letters_is_a_province_of_its_time(store: Store) -> None:
    for year in SEEN:
        known = {one.id for one in intake.reference_of(settings())[0].organisations}
        assert set(field(store, year).members["organisation"]) <= known
