"""The plans that are being written in this session: of each organisation one of each kind."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from pages.ui import answers
from pages.ui.filters import Scope
from scoring.analysis.plans import drafts
from scoring.ingest.reference import Organisation

PAGE = "pages/plan_editor.py"
KINDS = {"tasks": "Nhiệm vụ", "targets": "Chỉ tiêu"}
KIND = "loai"  # in the address
_DRAFTS = "soan_ke_hoach"

Name = tuple[str, str, int]  # what tells the plans of an organisation apart: number, index, year


@dataclass(frozen=True, eq=False)
class Draft:
    """What was begun, and what was typed since.

    Shape: `base` is what the grid began with, `typed` the grid as it is now; `version` tells one
        beginning from the next; `origin` says what it began from, `began` which plan that was.
    """

    organisation: Organisation
    kind: str
    year: int
    index: str
    base: pd.DataFrame
    typed: pd.DataFrame
    number: str = ""
    origin: str = "trang trống"
    began: Name | None = None
    version: int = 0

    @property
    def key(self) -> str:
        """Tells the widgets of this draft from those of every other."""
        return f"soan-{self.organisation.id}-{self.kind}-{self.version}"

    @property
    def name(self) -> Name:
        """Which plan of the organisation it is to be."""
        return (self.number, self.index, self.year)


def of(scope: Scope, kind: str) -> Draft:
    """The draft of an organisation, an empty one where none was begun."""
    if (scope.organisation, kind) not in _all():
        begin(scope, kind, drafts.empty(kind))
    return _all()[scope.organisation, kind]


def begin(scope: Scope, kind: str, rows: pd.DataFrame, **more: Any) -> None:
    """Begin anew with these rows; what was typed before is dropped.

    `more` are fields of the draft; the year is that after the one chosen, the index PAR.
    """
    before = _all().get((scope.organisation, kind))
    fields: dict[str, Any] = {"year": scope.year + 1, "index": "PAR"} | more
    _all()[scope.organisation, kind] = Draft(
        organisation=organisation_of(scope),
        kind=kind,
        base=rows,
        typed=rows,
        version=before.version + 1 if before else 0,
        **fields,
    )


def change(draft: Draft, **changes: Any) -> Draft:
    """The draft with other fields, kept in the place of the one before."""
    changed = replace(draft, **changes)
    _all()[draft.organisation.id, draft.kind] = changed
    return changed


def organisation_of(scope: Scope) -> Organisation:
    """Whose plan it is: the registry's, else as the tables that are loaded name it."""
    known = answers.reference().organisation(scope.organisation)
    if known:
        return known
    parents = answers.ask("scopes_of", organisation=scope.organisation)["parent"].dropna()
    parent = str(parents.iat[0]) if len(parents) else None
    return Organisation(scope.organisation, scope.name, scope.level, parent)


def _all() -> dict[tuple[str, str], Draft]:
    kept: dict[tuple[str, str], Draft] = st.session_state.setdefault(_DRAFTS, {})
    return kept
