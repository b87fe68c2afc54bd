"""Do the decisions' own counts and points add up, and do the shipped sets agree with them?

structures.txt and domains.txt hold what was published of each decision: how many domains, criteria
and sub-criteria it has, and the domains where they were listed. Most give no period, so that they
are no rows of criteria_sets.csv, which needs one.
"""

from pathlib import Path

import pytest

from scoring.ingest.reference import Reference

HERE = Path(__file__).parent
Row = dict[str, str]


def read(name: str) -> list[Row]:
    head, *lines = (HERE / name).read_text(encoding="utf-8").strip().splitlines()
    names = [cell.strip() for cell in head.split("|")]
    return [
        dict(zip(names, (cell.strip() for cell in line.split("|")), strict=True)) for line in lines
    ]


STRUCTURES = {(row["decision"], row["level"]): row for row in read("structures.txt")}
DOMAINS = read("domains.txt")
LISTED = sorted({(row["decision"], row["level"]) for row in DOMAINS})
# The page on QĐ 2948 states 38 criteria and lists 39: both are kept as they are published.
STATED_OTHERWISE = {("QĐ 2948/QĐ-BNV", "tỉnh", "criteria"): 39}


def domains(decision: str, level: str) -> list[Row]:
    return [row for row in DOMAINS if (row["decision"], row["level"]) == (decision, level)]


@pytest.mark.parametrize(("decision", "level"), LISTED)
def test_the_domains_listed_add_up_to_the_counts_stated(decision: str, level: str) -> None:
    stated, listed = STRUCTURES[decision, level], domains(decision, level)
    assert len(listed) == int(stated["domains"])
    for column in ("criteria", "sub_criteria"):
        expected = STATED_OTHERWISE.get((decision, level, column), int(stated[column]))
        assert sum(int(row[column]) for row in listed) == expected


def test_the_points_of_qd_2948_make_100() -> None:
    points = [float(row["max_points"]) for row in domains("QĐ 2948/QĐ-BNV", "tỉnh")]
    assert points == [10, 10, 14.5, 11, 16, 7, 16, 15.5]
    assert sum(points) == 100


def test_provinces_have_eight_domains_and_ministries_seven() -> None:
    assert {row["level"]: row["domains"] for row in STRUCTURES.values()} == {
        "tỉnh": "8",
        "bộ": "7",
        "sở": "7",
    }
    assert all(row["source"].startswith("https://") for row in STRUCTURES.values())


def test_the_set_of_2020_is_surveyed_as_it_was_published(reference: Reference) -> None:
    published = STRUCTURES["PAR INDEX 2020", "tỉnh"]
    assert float(published["appraised"]) + float(published["surveyed"]) == 100  # 66.5 + 33.5
    known = reference.criteria_set("PAR", "tỉnh", 2020)
    assert known is not None and known.total == float(published["total"])
    surveyed = [
        one.max_points
        for code, one in known.criteria.items()
        if "." not in code and known.kind(code) == "survey"
    ]
    assert sum(points or 0 for points in surveyed) == float(published["surveyed"])


def test_the_set_of_2022_is_that_of_its_decision(reference: Reference) -> None:
    published = STRUCTURES["QĐ 876/QĐ-BNV 10/11/2022", "tỉnh"]
    known = reference.criteria_set("PAR", "tỉnh", 2022)
    assert known is not None and known.total == float(published["total"])
    assert known.decision == "Quyết định số 876/QĐ-BNV ngày 10/11/2022"
    assert known.source == published["source"]
