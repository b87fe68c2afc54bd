"""What does a plan begin from, and how is each typed row read and doubted?"""

from datetime import date

import pandas as pd
import pytest

from scoring.analysis.messages import plans as words
from scoring.analysis.messages.tasks import PURPOSES
from scoring.analysis.plans import drafts
from scoring.analysis.plans.draft_readings import Reading, by_place, read_targets, read_tasks
from scoring.text.units import UnitNames

NAMES = UnitNames(frozenset({"Sở Tài chính", "Sở Nội vụ"}), frozenset(), {})
READ = {"title", "solution", "goal", "product", "lead", "coordinating", "deadline", "note"}


def losses(*rows: tuple[str, bool, float | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["code", "leaf", "lost_points"])
    return frame.assign(title="Tiêu chí " + frame["code"], lead="Sở Nội vụ", coordinating=None)


def one(**cells: str) -> Reading:
    """A typed row as it is read, when the reader reads every cell as it was typed."""
    ((at, row),) = drafts.said(drafts.empty("tasks", [cells]))
    read = drafts.printed("tasks", row) | {"purpose": None}
    return read_tasks([(at, row)], {0: read}, 2023, NAMES)[0]


def doubts(reading: Reading) -> list[str]:
    return [doubt for doubt, _ in reading.doubts]


def test_a_plan_begins_with_the_leaves_that_lost_points_and_no_others() -> None:
    draft = drafts.of_losses(
        losses(("1", False, 2.0), ("1.1", True, 2.0), ("1.2", True, 0.0), ("1.3", True, None)),
        "Khắc phục",
    )
    assert draft[["code", "about", "lead", "goal", "task"]].to_numpy().tolist() == [
        ["1.1", "Tiêu chí 1.1", "Sở Nội vụ", "", ""]
    ]


def test_a_title_alone_is_the_task_unless_it_names_a_criterion() -> None:
    blank = dict.fromkeys((*READ, "section", "purpose", "code"))
    tasks = pd.DataFrame(
        [
            blank | {"title": "Công khai thủ tục hành chính"},
            blank | {"title": "Họp giao ban"},
            blank | {"title": "Việc khác", "solution": "Làm thế này", "purpose": "keep"},
        ]
    )
    draft = drafts.of_tasks(tasks, ["Công khai TTHC"], PURPOSES)
    assert draft[["about", "task", "purpose"]].to_numpy().tolist() == [
        ["Công khai thủ tục hành chính", "", ""],
        ["", "Họp giao ban", ""],
        ["Việc khác", "Làm thế này", "Duy trì"],
    ]


def test_blank_rows_are_left_out_and_rows_without_a_number_get_the_next() -> None:
    draft = drafts.empty("tasks", [{"code": "3.2", "task": "a"}, {"code": "7"}, {"task": " b "}])
    found = drafts.said(draft)
    assert [(at, row["code"], row["task"]) for at, row in found] == [(0, "3.2", "a"), (2, "4", "b")]


def test_the_base_of_another_year_goes_into_the_words_of_the_goal() -> None:
    row = {
        "code": "1",
        "section": None,
        "title": "SIPAS",
        "measure": "%",
        "lead": None,
        "percent": True,
        "base_value": 83.99,
        "due_year": 2023,
        "sentence": "tăng 2%",
    }
    targets = pd.DataFrame([row | {"base_year": 2020}, row | {"base_year": 2022}])
    draft = drafts.of_targets(targets, 2023)
    assert draft["aim"].tolist() == ["tăng 2% (năm 2020 là 83,99%)", "tăng 2%"]
    assert draft["base"].tolist() == ["", "83,99"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"task": "Rà soát", "lead": "Sở Nội vụ", "deadline": "Quý I/2023"}, []),
        ({"about": "Tiêu chí", "lead": "Sở Nội vụ", "deadline": "Quý I/2023"}, ["no_task"]),
        ({"task": "Rà soát", "deadline": "sớm", "lead": "Sở Nội vụ"}, ["unclear"]),
        ({"task": "Rà soát"}, ["no_lead", "no_deadline"]),
        ({"task": "Rà soát", "lead": "Phòng Lạ", "deadline": "2023"}, ["unit_unknown"]),
        ({"task": "Rà soát", "lead": "Các sở, ban, ngành", "deadline": "2023"}, ["group_only"]),
    ],
)
def test_each_doubt_is_told(cells: dict[str, str], expected: list[str]) -> None:
    assert doubts(one(**cells)) == expected


def test_what_is_typed_is_shown_as_it_is_read() -> None:
    found = one(
        task="Rà soát",
        lead="Sở Tài chính, Sở Nội vụ",
        deadline="Quý I/2023",
        goal="đạt từ 90% trở lên",
    )
    assert words.due(found.due) == "đến hết 31/03/2023"
    assert words.units(found.leads) == "Sở Tài chính; Sở Nội vụ"
    assert words.goals(found.goals).replace("\u00a0", " ") == "đạt tối thiểu 90 % vào năm 2023"
    assert words.doubts(found) == ""


def test_a_row_that_the_reader_leaves_out_or_reads_otherwise_is_told() -> None:
    rows = drafts.said(
        drafts.empty("tasks", [{"task": "a", "lead": "Sở Nội vụ"}, {"task": "b", "lead": "nt"}])
    )
    read = drafts.printed("tasks", rows[1][1]) | {"lead": "Sở Nội vụ", "purpose": None}
    first, second = read_tasks(rows, {1: read}, 2023, NAMES)
    assert "unread" in doubts(first)
    assert ("otherwise", "Sở Nội vụ") in second.doubts


def test_a_target_without_a_level_or_a_year_is_told() -> None:
    cells = [{"title": "SIPAS", "aim": "25% - 35%"}, {"title": "PAR", "aim": "86%"}]
    rows = drafts.said(drafts.empty("targets", cells))
    blank = dict.fromkeys(("base_year", "base_value", "due_year", "section", "lead", "measure"))
    frame = pd.DataFrame(
        [
            blank | {"row": 5, "title": "SIPAS", "kind": None, "amount": None, "percent": False},
            blank | {"row": 6, "title": "PAR", "kind": "at_least", "amount": 86.0, "percent": True},
        ]
    ).assign(sentence="")
    found = read_targets(rows, by_place(frame, {5: 0, 6: 1}), NAMES)
    assert [doubts(reading) for reading in found] == [["aim_unread"], ["no_due"]]


def test_conclusions_become_rows_with_the_mark_that_finds_them_again() -> None:
    note = {"note": "1a2b3c4d5e6f", "title": None, "text": "Trình\nphương án", "unit": "Sở Nội vụ"}
    (row,) = drafts.of_conclusions([note], date(2023, 3, 5)).to_dict("records")
    assert row["section"] == "Kết luận họp ngày 05/03/2023"
    assert (row["task"], row["lead"], row["note"]) == (
        *("Trình phương án", "Sở Nội vụ"),
        "[KL-1a2b3c4d]",
    )
