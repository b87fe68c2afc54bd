"""What is said of a league: the place, the way up, and what cannot be told?"""

from collections.abc import Sequence

import pandas as pd

from scoring.analysis.messages.ranking_words import Measure, names
from scoring.analysis.questions import Row, records
from scoring.analysis.ranking import Field, Standing, Step
from scoring.text.format import integer, percent, rank
from scoring.text.titles import sentence_case


def place(found: Standing, measure: Measure) -> str:
    """'83,93 %, hạng 32/63': the value first, the rank second, always of how many."""
    if found.rank is None:
        among = "" if found.size is None else f" trong {integer(found.size)} đơn vị"
        return f"{measure.value(found.value)}, chưa có thứ hạng{among}"
    counted = "" if found.printed else " (xếp theo điểm, bảng không ghi hạng)"
    return f"{measure.value(found.value)}, hạng {rank(found.rank, found.size)}{counted}"


def following(found: Standing, measure: Measure) -> str:
    """'còn 0,03 điểm đến Bộ Tài chính (89,18 %)'; why not where that is not known."""
    step = found.following
    if step is not None:
        return f"còn {measure.gap(step.points)} đến {_named(step)} ({measure.value(step.value)})"
    if found.rank == 1:
        return "đang dẫn đầu"
    return "chưa biết điểm của đơn vị xếp ngay trên"


def best(found: Standing, measure: Measure) -> str:
    """'kém Bộ Tư pháp (89,95 %) 2,91 điểm'."""
    step = found.best
    if step is None:
        return "chưa biết điểm của đơn vị đứng đầu"
    if step.points <= 0:
        return "đang dẫn đầu"
    return f"kém {_named(step)} ({measure.value(step.value)}) {measure.gap(step.points)}"


def against(step: Step | None, what: str, measure: Measure) -> str:
    """'cao hơn trung vị (85,83 %) 1,21 điểm'."""
    if step is None:
        return f"không lấy được {what}: chưa biết điểm của mọi đơn vị"
    held = f"{what} ({measure.value(step.value)})"
    if round(step.points, 2) == 0:
        return f"bằng {held}"
    side = "thấp hơn" if step.points > 0 else "cao hơn"
    return f"{side} {held} {measure.gap(step.points)}"


def to_band(found: Standing, year: int, measure: Measure) -> str:
    """'còn 6,07 điểm đến nhóm A (từ 90 %)'."""
    if found.next_band is not None and found.to_next_band is not None:
        above = f"nhóm {found.next_band.name} (từ {measure.bound(found.next_band.lower)})"
        return f"còn {measure.gap(found.to_next_band)} đến {above}"
    if found.band is not None:
        if found.band.upper is None:
            return f"đã ở nhóm cao nhất đã công bố: {found.band.name}"
        return f"trên nhóm {found.band.name} chưa có giới hạn nào được công bố"
    return f"chưa có khung xếp nhóm năm {year}"


def rounding(found: Standing, field: Field, measure: Measure) -> str | None:
    """What a few places are worth where values differ by no more than rounding explains."""
    within = measure.gap(field.tolerance)
    if found.within_rounding:
        near = names(found.within_rounding)
        return (
            f"{found.name} và {near} hơn kém nhau không quá {within}, tức trong mức làm tròn: "
            f"hạng {found.first_place} đến {found.last_place} ở đây coi như ngang nhau"
        )
    if found.value is None or not field.complete:
        return None
    return f"Không đơn vị nào cách {found.name} trong mức làm tròn {within}"


def incomplete(field: Field) -> str | None:
    """Why there is no mean and no median; None where every value is known."""
    if field.complete:
        return None
    if field.size is None:
        return "Bảng chỉ nêu một đơn vị, không ghi cả nhóm có bao nhiêu, nên chưa so với ai được"
    return (
        f"Mới biết điểm của {integer(field.known)} trên {integer(field.size)} đơn vị, nên không "
        "lấy được trung bình và trung vị; đơn vị xếp ngay trên, ngay dưới có thể chưa có trong bảng"
    )


def field(found: Field, measure: Measure) -> str:
    """'17 đơn vị, trung bình 84,38 %, từ 78,03 % đến 89,95 %'; only the range where some lack."""
    values = found.members["value"].dropna()
    if values.empty:
        return f"{integer(found.size)} đơn vị, bảng chỉ ghi thứ hạng"
    span = f"từ {measure.value(values.min())} đến {measure.value(values.max())}"
    if len(values) == 1:
        span = measure.value(values.iloc[0])
    if found.size is None:
        return f"Mới biết một đơn vị, {span}; bảng không ghi cả nhóm có bao nhiêu đơn vị"
    if not found.complete:
        return f"Biết điểm của {integer(found.known)}/{integer(found.size)} đơn vị, {span}"
    mean, median = measure.value(values.mean()), measure.value(values.median())
    return f"{integer(found.size)} đơn vị: trung bình {mean}, trung vị {median}, {span}"


def disagreement(rows: Sequence[Row], measure: Measure) -> str:
    """'Hải Phòng: 91,87 % (nguồn A, đang dùng) và 91,81 % (nguồn B)'."""
    told = [
        f"{measure.value(row['value'])} ({row['source'] or 'không ghi nguồn'}"
        f"{', đang dùng' if row['current'] else ''})"
        for row in rows
    ]
    return f"{rows[0]['name']} có {len(rows)} giá trị khác nhau, giữ cả: {' và '.join(told)}"


def domains(rows: pd.DataFrame, peers: int) -> str:
    """In how many domains the organisation is under the first quartile of its peers."""
    known = [row for row in records(rows) if row["own"] is not None]
    low = [row for row in known if row["own"] < row["q1"]]
    if not low:
        return f"Không lĩnh vực nào ở nhóm một phần tư thấp nhất của {integer(peers)} đơn vị"
    furthest = min(low, key=lambda row: row["own"] - row["median"])
    return (
        f"{len(low)} trên {len(known)} lĩnh vực ở nhóm một phần tư thấp nhất của {integer(peers)} "
        f"đơn vị; xa trung vị nhất: {sentence_case(furthest['short_title'])} "
        f"({percent(furthest['own'], 1)}, trung vị {percent(furthest['median'], 1)})"
    )


def limits(bands: pd.DataFrame, measure: Measure) -> list[tuple[str, float]]:
    """The lower limits of the bands with their words: 'A: từ 90 %', from `ranking_bands`."""
    lowest = [row for row in records(bands) if row["lower"] is not None]
    return [(f"{row['band']}: từ {measure.bound(row['lower'])}", row["lower"]) for row in lowest]


def median_of(found: Field) -> float | None:
    """The median of a field whose values are all known; None otherwise."""
    return float(found.members["value"].median()) if found.complete else None


def _named(step: Step) -> str:
    return names(step.names)
