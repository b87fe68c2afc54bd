"""What is said of an index value: its change, place, band, and what would raise it?"""

from scoring.analysis.cards import Band, IndexCard, Place, ZeroCard
from scoring.text.format import change, number, percent, points, rank

INDEX_NAMES = {"PAR": "Chỉ số CCHC (PAR Index)"}


def index_name(name: str) -> str:
    """The index as it is called on screens: 'Chỉ số CCHC (PAR Index)'."""
    return INDEX_NAMES.get(name, name)


def index_change(card: IndexCard) -> str:
    """'+3,27 điểm so với năm 2019 (80,66 %)'; of two years one of which is not known, which."""
    if card.value is None and card.previous_value is not None:
        before = f"năm {card.previous_year}: {percent(card.previous_value)}"
        return f"chưa có chỉ số năm {card.previous_year + 1} ({before})"
    if card.change is None:
        return f"chưa có số liệu năm {card.previous_year} để so sánh"
    before = f"so với năm {card.previous_year} ({percent(card.previous_value)})"
    return f"{_index_difference(card, card.change)} {before}"


def index_source(card: IndexCard) -> str | None:
    """Where the value comes from when it is not this year's score table, or differs from it."""
    if card.origin == "league":
        return "Chỉ số lấy từ bảng xếp hạng; chưa nạp bảng điểm"
    if card.top_rows_unknown:
        return f"Chưa tính được chỉ số: {card.top_rows_unknown} dòng đầu không có điểm bị mất"
    if card.league_value is not None and percent(card.league_value) != percent(card.value):
        return (
            f"Bảng xếp hạng ghi {percent(card.league_value)}, bảng điểm cho {percent(card.value)}"
        )
    return None


def lost(card: IndexCard) -> str:
    """'Mất 16,07 trên 100,00 điểm'."""
    if card.lost is None or card.total_max is None:
        return "Chưa rõ điểm bị mất"
    return f"Mất {points(card.lost)} trên {points(card.total_max)} điểm"


def place(now: Place | None, before: Place | None, previous_year: int) -> str:
    """'Hạng 32/63 (năm 2019: 40/63)'."""
    if now is None or now.rank is None:
        return "Chưa có thứ hạng"
    held = f"Hạng {rank(now.rank, now.field_size)}"
    if before is None or before.rank is None:
        return held
    return f"{held} (năm {previous_year}: {rank(before.rank, before.field_size)})"


def against_field(card: IndexCard) -> str | None:
    """'+5,57 điểm so với trung bình 84,38 %'; None unless the whole field is known."""
    if card.value is None or card.place is None or card.place.mean is None:
        return None
    difference = _index_difference(card, card.value - card.place.mean)
    return f"{difference} so với trung bình {percent(card.place.mean)}"


def band(found: Band | None, year: int) -> str:
    """'Nhóm B: từ 80 % đến dưới 90 %'."""
    if found is None:
        return f"Chưa có khung xếp nhóm năm {year}"
    if found.upper is None:
        return f"Nhóm {found.name}: từ {_percent(found.lower)} trở lên"
    if found.lower is None:
        return f"Nhóm {found.name}: dưới {_percent(found.upper)}"
    return f"Nhóm {found.name}: từ {_percent(found.lower)} đến dưới {_percent(found.upper)}"


def zeros(card: ZeroCard | None, index: IndexCard) -> str:
    """What recovering every zero-scored leaf would give, against the next band's bound."""
    if card is None:
        return "Không tiêu chí nào bị 0 điểm"
    said = f"{card.count} tiêu chí bị 0 điểm, mất {points(card.recoverable)} điểm"
    if card.index_after is None:
        return said
    return f"{said}; lấy lại hết thì chỉ số là {percent(card.index_after)}{_to_bound(card, index)}"


def _to_bound(card: ZeroCard, index: IndexCard) -> str:
    upper = None if index.band is None else index.band.upper
    if upper is None or card.index_after is None:
        return ""
    missing = round(upper - card.index_after, 10)
    if missing <= 0:
        return f", đủ mức {_percent(upper)}"
    return f", vẫn thiếu {points(missing)} {_index_unit(index)} để lên {_percent(upper)}"


def _index_unit(card: IndexCard) -> str:
    """Points and percentage points are the same where the total maximum is 100."""
    return "điểm" if card.total_max in (None, 100) else "điểm\u00a0%"


def _index_difference(card: IndexCard, difference: float) -> str:
    """A change of the index with two decimals, as indices are published."""
    return change(round(difference, 2), _index_unit(card))


def _percent(bound: float | None) -> str:
    return f"{trimmed(bound)}\u00a0%"


def trimmed(value: float | None) -> str:
    """'2' of 2.0 and '2,5' of 2.5: a bound or an amount as people write it."""
    written = number(value)
    return written.rstrip("0").rstrip(",") if "," in written else written
