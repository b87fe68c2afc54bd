"""The sentences of a year: read, worded anew, and given back to the rules."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

import streamlit as st

from pages.ui import answers, today, who
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from scoring.analysis.messages.commentary import of_results, of_the_day
from scoring.analysis.review.gathered import Review
from scoring.analysis.review.worded import Worded, batches_of, own_words
from scoring.store import Commentary, StoreError
from scoring.text.format import integer
from scoring.text.moments import shown_moment

LONGEST = 6000  # characters of all sentences
_KEY = "nhan-xet"


@dataclass(frozen=True)
class Told:
    """The sentences of the rules and those that people worded last, of one review.

    Shape: `generated` without what is late or due, which is told as of the day and not worded.
    """

    review: Review
    generated: tuple[str, ...]
    saved: Worded | None

    @property
    def counts(self) -> tuple[str, ...]:
        """Those that screens and documents say, as far as people may word them."""
        return own_words(self.review, self.saved) or self.generated

    @property
    def worded(self) -> bool:
        """Whether what counts is what people worded."""
        return self.saved is not None and self.saved.fits(self.review)


def known(scope: Scope) -> Told:
    """What there is to say of a year."""
    review = answers.review(scope.organisation, scope.year, today.today())
    return Told(review, tuple(of_results(review)), answers.worded(scope.organisation, scope.year))


def edit(scope: Scope, told: Told) -> None:
    """The field with one sentence a line, and what can be done with it."""
    _whose(scope, told)
    key = _key(scope, told)
    st.text_area(
        "Nhận xét, mỗi dòng một câu",
        value="\n".join(told.counts),
        key=key,
        height=320,
        max_chars=LONGEST,
        placeholder="Chưa có số liệu để tự sinh câu nào; gõ nhận xét tại đây.",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button(
            "Ghi nhận xét",
            type="primary",
            icon=":material/save:",
            key=f"{_KEY}-ghi",
            on_click=_save_field,
            args=(scope, told, key),
        )
        if told.worded:
            st.button(
                "Dùng lại câu tự sinh",
                icon=":material/undo:",
                key=f"{_KEY}-tu-sinh",
                on_click=save,
                args=(scope, told, (), "Đã dùng lại câu tự sinh"),
            )
        with st.container(width=320):
            who.ask_again(f"{_KEY}-nguoi")
    st.caption(
        "Ba câu đầu lên màn Tổng quan khi trình chiếu và trên slide; các câu còn lại vào lời dẫn. "
        "Kế hoạch và báo cáo dùng cùng những câu này. Cuộc họp đã bắt đầu giữ câu của lúc bắt đầu."
    )
    if due := of_the_day(told.review):
        st.caption(f"Câu cuối luôn theo ngày xem: {literal(' '.join(due))}")
    if told.worded:
        with st.expander("Câu tự sinh từ số liệu hiện nay", icon=":material/auto_awesome:"):
            sentences(told.generated)


def sentences(told: tuple[str, ...]) -> None:
    """Sentences as they are, one below the other."""
    st.markdown("\n".join(f"- {literal(one)}" for one in told))


def save(scope: Scope, told: Told, lines: tuple[str, ...], toast: str) -> None:
    """Keep these sentences with the batches that they are about; without any the rules speak."""
    said = Commentary(scope.organisation, scope.year, batches_of(told.review), lines)
    try:
        answers.store().word_commentary(said, now=datetime.now(UTC), who=who.name())
    except StoreError as refused:
        st.toast(literal(str(refused)), icon=":material/error:")
        return
    answers.forget()
    st.toast(toast, icon=":material/check:")


def _save_field(scope: Scope, told: Told, key: str) -> None:
    typed = str(st.session_state[key]).splitlines()
    lines = tuple(line for one in typed if (line := " ".join(one.split())))
    if lines == told.counts:
        st.toast("Nhận xét không đổi", icon=":material/info:")
        return
    if not lines:
        save(scope, told, (), "Đã dùng lại câu tự sinh")
        st.session_state[key] = "\n".join(told.generated)
        return
    save(scope, told, lines, f"Đã ghi {integer(len(lines))} câu")


def _whose(scope: Scope, told: Told) -> None:
    """By rules, or worded by whom and when."""
    of_year = f"**{literal(scope.name)}**, năm **{scope.year}**"
    if not told.counts:
        st.markdown(f"{of_year}: chưa có số liệu để tự sinh câu nào")
        return
    if told.saved is None or not told.worded:
        st.markdown(f"{of_year}: câu tự sinh theo quy tắc từ số liệu đã nạp")
        return
    row = told.saved.row
    by = f", {literal(row['who'])}" if row["who"] else ""
    st.markdown(f"{of_year}: câu đã sửa lúc {literal(shown_moment(row['decided_at']))}{by}")


def _key(scope: Scope, told: Told) -> str:
    """Another field for other sentences: a word that was typed is never shown over new figures."""
    digest = sha256("\n".join(told.counts).encode()).hexdigest()[:12]
    return f"{_KEY}-{scope.organisation}-{scope.year}-{digest}"
