"""One criterion or task: what it lost, its evidence, and the form to add, change or take back."""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from pages.ui import answers, choices, drill, filters, sources
from pages.ui.evidence import form
from pages.ui.evidence.form import EDITED
from pages.ui.evidence.parts import listed
from pages.ui.evidence.shown import Shown
from pages.ui.losses import criterion
from pages.ui.plain_text import literal
from pages.ui.tasks.words import PAGE as TASKS_PAGE
from pages.ui.tasks.words import TASK, go
from scoring.analysis.messages import evidence as said
from scoring.analysis.messages import tasks as said_of_tasks
from scoring.analysis.plans.evidence import by_code, pieces_of, state_of
from scoring.analysis.questions import Row, records
from scoring.text.format import points

_PICK = "ghi-cho"
_MOST = 500  # criteria, and tasks, that can be picked from; a table or a link opens the others


@dataclass(frozen=True)
class Subject:
    """The criterion or the task that is looked at."""

    code: str = ""
    task: str = ""


def chosen(shown: Shown) -> Subject | None:
    """What the address names: a task first, then a criterion; None for neither."""
    if st.query_params.get(TASK):
        task = choices.asked(TASK, set(shown.tasks["task"]), "nhiệm vụ")
        return Subject(task=task) if task else None
    # A piece may have been written for a row that the table loaded since does not print.
    known = {row["code"] for row in shown.rows if row["code"]}
    known |= set(shown.losses["code"]) if len(shown.losses) else set()
    code = choices.asked(drill.CODE, known, "tiêu chí")
    return Subject(code=code) if code else None


def pick(shown: Shown) -> None:
    """The choice of any criterion or task, to write evidence of it."""
    names = _names(shown)
    if not names:
        return
    st.session_state[_PICK] = None
    st.selectbox(
        "Ghi minh chứng cho",
        list(names),
        key=_PICK,
        format_func=lambda one: names[one],
        placeholder="Chọn hoặc gõ tên tiêu chí, nhiệm vụ",
        on_change=lambda: go(*str(st.session_state[_PICK]).split("=", 1)),
    )


def _names(shown: Shown) -> dict[str, str]:
    """What evidence can be of, by its choice in the address; criteria that lost most first."""
    names: dict[str, str] = {}
    if len(shown.losses):
        leaves = shown.losses[shown.losses["leaf"]]
        for row in leaves.nlargest(_MOST, "lost_points").sort_values("position").itertuples():
            names[f"{drill.CODE}={row.code}"] = f"{row.code} {row.short_title}"
    tasks = answers.ask("tasks", organisation=shown.scope.organisation)
    # Beside a score table the task is the criterion's own row.
    for task in records(tasks[tasks["kind"] != "scores"].head(_MOST)):
        title = said_of_tasks.short(said_of_tasks.name(task))
        names[f"{TASK}={task['task']}"] = f"Nhiệm vụ: {title}"
    return names


def show(shown: Shown, subject: Subject) -> None:
    """Everything about the one, with the way back."""
    st.button(
        "Tất cả minh chứng", icon=":material/arrow_back:", on_click=_back, key="ve-minh-chung"
    )
    pieces = _of_task(shown, subject.task) if subject.task else _of_criterion(shown, subject.code)
    left, right = st.columns([3, 2], gap="medium")
    own = [piece for piece in pieces if _is_own(piece, subject)]
    with left:
        take_back = partial(form.take_back, shown)
        listed(pieces, own=own, on_edit=_edit, on_take_back=take_back)
    with right, st.container(border=True):
        edited = next((one for one in own if one["id"] == st.query_params.get(EDITED)), None)
        form.form(shown, code=subject.code, task=subject.task, edited=edited)


def _of_criterion(shown: Shown, code: str) -> list[Row]:
    """Head of a criterion; gives the pieces that count for it."""
    if shown.code_title(code) is None:
        st.subheader(literal(f"{code} (bảng điểm đang xem không in tiêu chí này)"), anchor=False)
        return [piece for piece in shown.rows if piece["code"] == code]
    row = shown.losses[shown.losses["code"] == code].iloc[0]
    at, pieces = pieces_of(by_code(shown.rows), code)
    st.subheader(
        literal(f"{code} {row['short_title']} mất {points(row['lost_points'])} điểm"), anchor=False
    )
    word = said.state(dict(row) | {"state": state_of(pieces)})
    above = f", ghi ở dòng {at}" if pieces and at != code else ""
    lead = row["lead"] if isinstance(row["lead"], str) else "không ghi"
    of_max = f"trên {points(row['max_points'])} điểm chuẩn"
    st.markdown(literal(f"{word}{above} · {of_max} · chủ trì: {lead}"))
    st.page_link(
        drill.LOSSES_PAGE,
        label="Xem điểm bị mất của tiêu chí",
        icon=":material/trending_down:",
        query_params=filters.address(shown.scope, **{drill.CODE: code}),
    )
    criterion.source(row)
    return pieces


def _of_task(shown: Shown, task: str) -> list[Row]:
    """Head of a task; gives its pieces."""
    (row,) = records(shown.tasks[shown.tasks["task"] == task])
    st.subheader(literal(said_of_tasks.name(row)), anchor=False)
    about = said_of_tasks.criterion(row) if row["lost_points"] is not None else ""
    st.markdown(
        literal(
            f"Nhiệm vụ gắn với {about}, mất {points(row['lost_points'])} điểm năm "
            f"{row['stake_year']}"
            if about
            else "Nhiệm vụ chưa gắn với tiêu chí nào, nên minh chứng chưa tính vào điểm mất nào."
        )
    )
    st.page_link(
        TASKS_PAGE,
        label="Mở nhiệm vụ",
        icon=":material/checklist:",
        query_params=filters.address(shown.scope, **{TASK: task}),
    )
    sources.link(row["batch"], row["file_name"], row["sheet"], row["row"])
    return [piece for piece in shown.rows if piece["task"] == task]


def _is_own(piece: Row, subject: Subject) -> bool:
    """Whether the piece was written for what is looked at, and not for a task or a row above."""
    if subject.task:
        return bool(piece["task"] == subject.task)
    return piece["task"] is None and piece["code"] == subject.code


def _edit(piece: str) -> None:
    go(EDITED, piece)


def _back() -> None:
    for key in (drill.CODE, TASK, EDITED):
        go(key, "")
