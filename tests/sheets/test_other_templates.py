"""Templates of satisfaction, leagues and tasks: read as filled, without a problem."""

import random
from collections.abc import Callable

import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Factor, Reference
from scoring.ingest.table import Table
from scoring.sheets.plan_template import target_template, task_template
from scoring.sheets.template import league_template, satisfaction_template
from tests.sheets.conftest import opened, saved

Office = Callable[[bytes, str, str], bytes]


def sipas(reference: Reference) -> list[Factor]:
    return [one for one in reference.factors if one.index_name == "SIPAS"]


def read(content: bytes, reference: Reference) -> Table:
    (table,) = read_tables("mau.xlsx", content, reference, Limits())
    return table


def test_percentages_and_targets_of_satisfaction_are_read(reference: Reference) -> None:
    percents = {"0": 83.99, "1": 84.04, "2": 85.39, "3": 80.9, "4": 77.89, "5": 70.0, "6": 71.5}
    percents["7"] = 100.0
    content = satisfaction_template(
        sipas(reference), organisation="Gia Lai", year=2022, percents=percents
    )
    book = opened(content)
    book["SIPAS"]["D5"] = "Tăng ít nhất 2% so với năm 2022"
    table = read(saved(book), reference)
    assert table.problems == ()
    assert (table.index, table.organisation and table.organisation.id, table.year) == (
        *("SIPAS", "gia-lai", 2022),
    )
    assert dict(zip(table.frame["code"], table.frame["percent"], strict=True)) == percents
    assert table.frame["overall"].tolist() == [True] + [False] * 7
    (target,) = table.targets.to_dict("records")
    assert (target["kind"], target["amount"], target["due_year"]) == ("rise", 2.0, 2023)


def test_a_factor_that_was_not_asked_for_is_left_out_by_deleting_its_name(
    reference: Reference,
) -> None:
    percents = {factor.code: 80.0 for factor in sipas(reference) if factor.code != "7"}
    book = opened(
        satisfaction_template(
            sipas(reference), organisation="Gia Lai", year=2022, percents=percents
        )
    )
    last = book["SIPAS"]["B12"]
    assert not last.protection.locked
    last.value = None
    table = read(saved(book), reference)
    assert table.problems == ()
    assert table.rows == 7


@pytest.mark.parametrize(
    ("level", "year", "count", "first"),
    [("tỉnh", 2020, 63, ["Bà Rịa - Vũng Tàu"]), ("tỉnh", 2025, 34, ["Bắc Ninh"])],
)
def test_a_league_lists_who_stood_in_the_year(
    level: str, year: int, count: int, first: list[str], reference: Reference
) -> None:
    there = [o for o in reference.organisations if o.level == level and o.stood_in(year)]
    dice = random.Random(year)
    values = {one.id: round(dice.uniform(60, 95), 2) for one in there}
    content = league_template(there, index="PAR", level=level, year=year, values=values)
    table = read(content, reference)
    assert table.problems == ()
    assert (table.index, table.organisation and table.organisation.id, table.year) == (
        *("PAR", "ca-nuoc", year),
    )
    assert table.rows == count
    assert table.frame["title"].tolist()[:2] == ["An Giang", *first][:2]
    read_values = dict(zip(table.frame["organisation"], table.frame["value"], strict=True))
    assert read_values == values
    for value, rank in zip(table.frame["value"], table.frame["rank"], strict=True):
        assert rank == 1 + sum(other > value for other in values.values())


def test_a_league_of_ministries_and_one_of_departments(reference: Reference) -> None:
    for level, area, whose in (("bộ", None, "ca-nuoc"), ("sở", "Lâm Đồng", "lam-dong")):
        there = [o for o in reference.organisations if o.level == level and o.stood_in(2020)]
        if level == "sở":
            there = [one for one in there if one.parent == "lam-dong"] or [
                one for one in reference.organisations if one.level == "sở"
            ][:3]
        values = {one.id: 80.0 + at for at, one in enumerate(there)}
        content = league_template(
            there, index="PAR", level=level, year=2020, organisation=area, values=values
        )
        table = read(content, reference)
        assert table.rows == len(there)
        assert (table.index, table.year, table.level) == ("PAR", 2020, level)
        assert (table.organisation and table.organisation.id) in (whose, f"{whose}-2025")


def test_ranks_compute_themselves_in_a_spreadsheet(reference: Reference, office: Office) -> None:
    there = [o for o in reference.organisations if o.level == "tỉnh" and o.stood_in(2020)][:4]
    book = opened(league_template(there, index="PAR", level="tỉnh", year=2020))
    sheet = book["Xếp hạng"]
    assert sheet["D5"].protection.locked
    sheet["C5"], sheet["C6"], sheet["C8"] = 80, 90, 80  # the third has no result
    table = read(office(saved(book), "xlsx", "xlsx"), reference)
    assert table.problems == ()
    assert table.frame["rank"].tolist() == [2, 1, 2]


def test_tasks_are_read_with_who_and_by_when(reference: Reference) -> None:
    units = ("Sở Nội vụ", "Sở Tài chính")
    made = task_template(organisation="Lâm Đồng", year=2021, plan="6006/KH-UBND", units=units)
    book = opened(made)
    sheet = book["Nhiệm vụ"]
    for cell, text in {
        "B5": "Rà soát thủ tục hành chính",
        "C5": "100% hồ sơ đúng hạn",
        "D5": "Báo cáo",
        "E5": "Sở Nội vụ",
        "F5": "Sở Tài chính; Sở Tư pháp",
        "G5": "Quý I/2021",
        "H5": "Duy trì",
    }.items():
        assert not sheet[cell].protection.locked
        sheet[cell] = text
    table = read(saved(book), reference)
    assert table.problems == ()
    assert (table.kind, table.index, table.year) == ("tasks", "PAR", 2021)
    assert table.plan == "6006/KH-UBND"
    (task,) = table.frame.to_dict("records")
    assert (task["code"], task["title"], task["lead"], task["deadline"]) == (
        *("1", "Rà soát thủ tục hành chính", "Sở Nội vụ", "Quý I/2021"),
    )
    assert (task["goal"], task["product"], task["purpose"]) == (
        *("100% hồ sơ đúng hạn", "Báo cáo", "keep"),
    )
    lists = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert lists["E5 F5" if "E5 F5" in lists else "E5"] == "'Đơn vị'!$A$2:$A$3"


def test_targets_are_read_with_their_years_and_what_they_start_from(reference: Reference) -> None:
    book = opened(target_template(organisation="Lâm Đồng", year=2023, plan="12/KH-UBND"))
    sheet = book["Chỉ tiêu"]
    assert [sheet.cell(4, column).value for column in range(4, 8)] == [
        *("Kết quả năm 2022", "Chỉ tiêu năm 2023", "Chỉ tiêu năm 2025", "Chỉ tiêu năm 2030"),
    ]
    for cell, text in {
        "B5": "Hồ sơ trực tuyến",
        "C5": "%",
        "D5": "60",
        "F5": "80",
        "G5": "100",
        "H5": "Sở Nội vụ",
        "B6": "Hài lòng về tiếp cận dịch vụ",
        "D6": "83,99%",
        "E6": "tăng 2%",
        "H6": "Sở Nội vụ",
    }.items():
        assert not sheet[cell].protection.locked
        sheet[cell] = text
    table = read(saved(book), reference)
    assert table.problems == ()
    assert (table.kind, table.year, table.plan) == ("targets", 2023, "12/KH-UBND")
    found = table.frame[["title", "kind", "amount", "base_value", "due_year"]]
    assert found.astype(object).values.tolist() == [
        ["Hồ sơ trực tuyến", "at_least", 80.0, 60.0, 2025],
        ["Hồ sơ trực tuyến", "at_least", 100.0, 60.0, 2030],
        ["Hài lòng về tiếp cận dịch vụ", "rise", 2.0, 83.99, 2023],
    ]


def test_percentages_are_checked(reference: Reference) -> None:
    sheet = opened(satisfaction_template(sipas(reference), organisation="Gia Lai", year=2022))[
        "SIPAS"
    ]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert (rules["C5"].type, rules["C5"].formula1, rules["C5"].formula2) == ("decimal", "0", "100")
    assert sheet.protection.sheet
