"""A store in memory, and the reference rows that the questions ask of."""

from collections.abc import Callable, Iterator
from functools import partial

import pandas as pd
import pytest

from scoring.analysis import questions
from scoring.analysis.years.comparison import Comparison, compare
from scoring.analysis.years.year_values import beside, chosen_year, in_order, years_of
from scoring.store import Store, open_store
from tests.analysis.made_up_years import PROVINCE
from tests.analysis.material import LAM_DONG, load_league, load_scores, read

Two = Callable[..., Comparison]

_SHORT_TITLES = {
    "6": "Tài chính công",
    "9": "Điều tra xã hội học",
    "9.2": "Lãnh đạo các cấp",
}
_KINDS = {"8": "impact", "9": "survey"}


@pytest.fixture
def store() -> Iterator[Store]:
    yield from _opened()


@pytest.fixture(scope="session")
def read_only_store() -> Iterator[Store]:
    """For tests that load nothing: as `store`, with Lâm Đồng in it."""
    yield from _opened()


@pytest.fixture(scope="session")
def lam_dong_read(read_only_store: Store) -> str:
    return _load_lam_dong(read_only_store)


@pytest.fixture
def lam_dong(store: Store) -> str:
    """The batch of Lâm Đồng's 37 rows, with the league tables of two years beside it."""
    return _load_lam_dong(store)


@pytest.fixture
def two(store: Store) -> Two:
    """Two years of one organisation, as a page lays them beside each other."""

    def laid(organisation: str = PROVINCE, year: int = 2023, slug: str | None = None) -> Comparison:
        ask = partial(questions.ask, store.query)
        values = years_of(ask, organisation)
        chosen = chosen_year(values, year, "PAR")
        assert chosen is not None
        others = beside(values, chosen)
        other = next(one for one in others if slug in (None, one.slug))
        return compare(ask, *in_order(other, chosen))

    return laid


def _opened() -> Iterator[Store]:
    store = open_store(":memory:")
    store.replace_reference(_reference(), "one")
    yield store
    store.close()


def _load_lam_dong(store: Store) -> str:
    load_league(
        store, "STT | Đơn vị | Hạng | Chỉ số\nlam-dong | Lâm Đồng | 40/63 | 80,66", year=2019
    )
    load_league(
        store, "STT | Đơn vị | Hạng | Chỉ số\nlam-dong | Lâm Đồng | 32/63 | 83,93", year=2020
    )
    return load_scores(store, LAM_DONG, organisation_name="Lâm Đồng", criteria_set="par-tinh-2020")


def _reference() -> dict[str, pd.DataFrame]:
    return {
        "organisation": pd.DataFrame(
            [
                _organisation("lam-dong", "Lâm Đồng", "tỉnh"),
                _organisation("gia-lai", "Gia Lai", "tỉnh"),
                _organisation("bo-noi-vu", "Bộ Nội vụ", "bộ"),
            ]
        ),
        "organisation_alias": pd.DataFrame(columns=["alias", "organisation"]),
        "successor": pd.DataFrame(columns=["old", "new", "since", "scope", "source"]),
        "criteria_set": pd.DataFrame(
            [
                {
                    "id": "par-tinh-2020",
                    "index_name": "PAR",
                    "level": "tỉnh",
                    "from_year": 2020,
                    "to_year": 2020,
                    "total": 100.0,
                    "decision": None,
                    "title": "Bộ tiêu chí cấp tỉnh năm 2020",
                    "source": "KH 6006/KH-UBND",
                }
            ]
        ),
        "criterion": _criteria(),
        "band": pd.DataFrame(
            [_band("A", 90.0, None), _band("B", 80.0, 90.0), _band("C", 70.0, 80.0)]
        ),
    }


def _organisation(id_: str, name: str, level: str) -> dict[str, object]:
    return {
        "id": id_,
        "name": name,
        "level": level,
        "parent": None,
        "valid_from": None,
        "valid_to": None,
    }


def _criteria() -> pd.DataFrame:
    printed = [(row["code"], row["title"], row["max_points"]) for row in read(LAM_DONG)]
    absent = ("2", "Xây dựng và tổ chức thực hiện văn bản QPPL tại tỉnh", None)
    return pd.DataFrame(
        [
            {
                "criteria_set": "par-tinh-2020",
                "code": code,
                "title": title,
                "short_title": _SHORT_TITLES.get(code),
                "max_points": points,
                "kind": None if "." in code else _KINDS.get(code, "control"),
            }
            for code, title, points in [*printed, absent]
        ]
    )


def _band(name: str, lower: float, upper: float | None) -> dict[str, object]:
    return {
        "index_name": "PAR",
        "level": "tỉnh",
        "year": 2020,
        "band": name,
        "lower": lower,
        "upper": upper,
        "source": "báo chí",
    }
