"""A button that hands out a file, made when somebody asks for it."""

from collections.abc import Callable
from pathlib import PurePath
from typing import Any

import streamlit as st

_TYPES = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    ".xls": "application/vnd.ms-excel",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".html": "text/html",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".csv": "text/csv",
    ".ics": "text/calendar",
}


def offer(
    label: str,
    make: Callable[[], bytes],
    file_name: str,
    *,
    key: str,
    icon: str = ":material/download:",
    **more: Any,
) -> None:
    """The button; the browser is told the type of file by the ending of its name."""
    st.download_button(
        label,
        data=make,
        file_name=file_name,
        mime=_TYPES.get(PurePath(file_name).suffix.lower(), "application/octet-stream"),
        icon=icon,
        on_click="ignore",
        key=key,
        **more,
    )
