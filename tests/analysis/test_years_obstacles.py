"""Is it said, in one sentence, why two years cannot be compared?"""

from dataclasses import dataclass
from datetime import date
from functools import partial

import pandas as pd
import pytest

from scoring.analysis import questions
from scoring.analysis.messages import years as said
from scoring.analysis.messages import years_obstacles as said_obstacles
from scoring.analysis.years.comparison import compare
from scoring.analysis.years.year_values import beside, chosen_year, years_of
from scoring.store import Store
from tests.analysis.conftest import Two
from tests.analysis.made_up_years import OF_2022, OF_2023, PROVINCE, load_years
from tests.analysis.material import load_league, load_scores


@pytest.mark.parametrize(
    ("changed", "obstacle", "words"),
    [
        ({"index_name": "DTI"}, "other-index", "hai chỉ số khác nhau, không so sánh được"),
        ({"level": "huyện"}, "other-level", "được chấm ở cấp huyện, năm 2023 ở cấp tỉnh"),
        ({"total_max": None}, "no-total", "năm 2022 không cho biết tổng điểm chuẩn"),
        (
            {"text": OF_2022.replace("| 25         | 3", "| 25 | ")},
            "rows-unknown",
            "1 dòng đầu của",
        ),
        (
            {"text": "STT | Tiêu chí | Điểm chuẩn | Điểm bị mất\n7 | Khác hẳn | 100 | 9"},
            "nothing-common",
            "Không tiêu chí nào của hai năm khớp nhau",
        ),
    ],
)
def test_each_obstacle_is_said_in_one_sentence(
    two: Two, store: Store, changed: dict[str, object], obstacle: str, words: str
) -> None:
    who = {"organisation": PROVINCE, "organisation_name": "Giả lập"}
    told = {"text": OF_2022, "year": 2022, **who, **changed}
    load_scores(store, **told)
    load_scores(store, OF_2023, year=2023, **who)
    compared = two()
    assert compared.obstacle == obstacle
    assert compared.change is None
    assert words in said_obstacles.obstacle(compared)
    assert (compared.rise is None) == (obstacle not in ("nothing-common",))


def _merged(store: Store, steps: list[tuple[str, str]]) -> None:
    rows = [
        {"old": old, "new": new, "since": date(2025, 7, 1), "scope": "tỉnh", "source": "NQ"}
        for old, new in steps
    ]
    names = ("organisation", "organisation_alias", "criteria_set", "criterion", "band")
    frames = {name: store.query(f"select * from {name}") for name in names}
    store.replace_reference(frames | {"successor": pd.DataFrame(rows)}, "merged")
    for year, code, rank in ((2024, "cu", "3/63"), (2025, "moi", "2/34")):
        row = f"STT | Đơn vị | Hạng | Chỉ số\n{code} | {code} | {rank} | {year - 1940}"
        load_league(store, row, year=year)


def test_a_merged_organisation_is_not_compared_with_what_went_into_it(
    two: Two, store: Store
) -> None:
    _merged(store, [("cu", "moi"), ("khac", "moi")])
    compared = two("moi", 2025)
    assert compared.before.slug == "2024.cu"
    assert (compared.obstacle, compared.rise, compared.places) == ("merged", None, None)
    assert said_obstacles.obstacle(compared) == (
        "cu năm 2024 và moi năm 2025 là hai đơn vị khác nhau, trước và sau sắp xếp ngày 01/07/2025:"
        " chỉ đặt cạnh nhau, không tính tăng giảm"
    )
    assert said.headline(compared) == ("cu năm 2024: 84,00; moi năm 2025: 85,00, hạng 3/63 và 2/34")
    assert two("cu", 2024).obstacle == "merged"  # nor the other way round


def test_one_that_was_parted_is_not_compared_with_what_a_part_of_it_became(
    two: Two, store: Store
) -> None:
    _merged(store, [("cu", "moi"), ("cu", "khac")])
    assert two("moi", 2025).obstacle == "merged"
    assert two("cu", 2024).obstacle == "merged"


def test_one_that_only_changed_its_name_is_compared(two: Two, store: Store) -> None:
    _merged(store, [("cu", "moi")])
    compared = two("moi", 2025)
    assert (compared.values_differ, compared.rise) == ("", 1)


@dataclass(frozen=True)
class Break:
    """As a row of data/reference/breaks.csv."""

    index_name: str
    level: str | None
    year: int
    reason: str
    source: str = ""


@pytest.mark.parametrize(
    ("year", "level", "broken"), [(2023, None, True), (2024, None, False), (2023, "bộ", False)]
)
def test_years_of_two_series_stand_beside_each_other(
    store: Store, year: int, level: str | None, broken: bool
) -> None:
    load_years(store)
    ask = partial(questions.ask, store.query)
    before, after = (
        next(one for one in years_of(ask, PROVINCE) if one.year == wanted)
        for wanted in (2022, 2023)
    )
    compared = compare(ask, before, after, [Break("PAR", level, year, "từ năm 2023 đo khác")])
    assert (compared.rise is None, compared.change is None) == (broken, broken)
    assert compared.obstacle == ("series-break" if broken else "")
    if broken:
        assert said_obstacles.obstacle(compared) == (
            "Năm 2022 và năm 2023 không cùng một chuỗi số liệu, từ năm 2023 đo khác:"
            " chỉ đặt cạnh nhau, không tính tăng giảm"
        )
        assert said.headline(compared).endswith("hạng 12/34 và 13/34")


def test_the_usual_year_is_the_latest_earlier_one_that_compares(two: Two, store: Store) -> None:
    load_years(store)
    who = {"organisation": PROVINCE, "organisation_name": "Giả lập"}
    load_scores(store, OF_2022, year=2020, **who)
    load_scores(store, OF_2022, year=2024, index_name="DTI", **who)
    ask = partial(questions.ask, store.query)
    values = years_of(ask, PROVINCE)
    for year, offered in (
        (2022, ["2021", "2020", "2023", "2024"]),
        (2020, ["2021", "2022", "2023", "2024"]),
    ):
        chosen = chosen_year(values, year, "PAR")
        assert chosen is not None
        assert [one.slug for one in beside(values, chosen)] == offered
    assert chosen_year(values, 2024, "PAR") is None
    chosen = chosen_year(values, 2024, "DTI")
    assert chosen is not None
    load_scores(store, OF_2022, year=2019, index_name="DTI", **who)
    offered = [one.slug for one in beside(years_of(ask, PROVINCE), chosen)]
    assert offered == ["2019", "2023", "2022", "2021", "2020"]  # what compares goes first
