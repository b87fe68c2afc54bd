"""The change on another year: the index, what made it, and which domain moved it."""

from collections.abc import Iterator

from scoring.analysis.messages.years import headline
from scoring.analysis.messages.years_obstacles import obstacle
from scoring.analysis.messages.years_parts import by_domain, fell, improved, split
from scoring.analysis.questions import records
from scoring.analysis.review.gathered import Review
from scoring.analysis.years import effects
from scoring.analysis.years.comparison import Comparison
from scoring.reports.blocks import Chart, Column, Link, Screen, Series, Table, Tone
from scoring.reports.screens.words import label, sources

_NAMED = 3


def change(review: Review) -> Screen | None:
    """What changed since the year that So sánh năm proposes, as far as it compares."""
    compared = review.comparison
    if compared is None:
        return None
    moved = _domains(compared)
    values = (compared.before, compared.after)
    return Screen(
        key="thay-doi",
        topic=f"Thay đổi so với năm {compared.before.year}",
        message=headline(compared),
        sentences=tuple(_sentences(compared)),
        chart=_chart(moved) if moved else _two_values(compared),
        table=_table(moved) if moved else None,
        sources=sources(review, [one.batch or one.league_batch for one in values]),
        links=(Link("pages/years.py", "Mở trang So sánh năm"),),
    )


def _sentences(compared: Comparison) -> Iterator[str]:
    if compared.obstacle:
        yield obstacle(compared)
    if compared.change is not None and compared.domains is not None:
        yield split(compared.change)
        yield by_domain(effects.domain_effects(compared.change, compared.domains))
        yield improved(effects.improved(compared.change, _NAMED))
        yield fell(effects.fell(compared.change, _NAMED))


def _domains(compared: Comparison) -> list[dict[str, object]]:
    if compared.change is None or compared.domains is None:
        return []
    return records(effects.domain_effects(compared.change, compared.domains))


def _chart(moved: list[dict[str, object]]) -> Chart:
    values = tuple(float(str(row["effect"])) for row in moved)
    tones: tuple[Tone, ...] = tuple("loss" if value < 0 else "good" for value in values)
    return Chart(
        form="bars",
        name="Mỗi lĩnh vực làm chỉ số thay đổi bao nhiêu điểm %",
        categories=tuple(label(str(row["code"]), str(row["title"])) for row in moved),
        series=(Series("Tác động", values, "good", tones),),
        kind="change",
        axis="điểm\u00a0%",
    )


def _two_values(compared: Comparison) -> Chart | None:
    """The two values where their change cannot be split."""
    values = compared.before.index_value, compared.after.index_value
    if compared.values_differ or None in values:
        return None
    return Chart(
        form="columns",
        name="Chỉ số của hai năm",
        categories=tuple(str(one.year) for one in (compared.before, compared.after)),
        series=(Series("Chỉ số", values, "total", ("neutral", "total")),),
        kind="percent",
        axis="%",
        start=0.0,
    )


def _table(moved: list[dict[str, object]]) -> Table:
    return Table(
        columns=(
            Column("Lĩnh vực", width=4.0),
            Column("Kết quả thực hiện", "change"),
            Column("Trọng số", "change"),
            Column("Thay tiêu chí", "change"),
            Column("Cộng", "change"),
        ),
        rows=tuple(
            (
                f"{row['code']} {row['title']}".strip(),
                *(float(str(row[name])) for name in ("performance", "weights", "structure")),
                float(str(row["effect"])),
            )
            for row in moved
        ),
    )
