"""How much did the index of one organisation change between two years: points, then the rank?"""

from scoring.analysis.years.comparison import Comparison
from scoring.analysis.years.year_values import YearValue
from scoring.text.format import integer, number, rank


def headline(compared: Comparison) -> str:
    """'Điểm tăng 3,27 (80,66 → 83,93), hạng tăng 8 bậc (40/63 → 32/63)'."""
    return f"{_values(compared)}, {_ranks(compared)}{_why(compared)}"


def field(compared: Comparison) -> str | None:
    """How the others moved: why a rank may fall while the points rise; None where unknown."""
    told = compared.field
    if told is None or not told.others or told.mean_change is None:
        return None
    size = compared.after.field_size
    if size is not None and not compared.field_known:
        known = f"{integer(told.others)} trong {integer(size - 1)} đơn vị khác"
        return f"Mới biết điểm cả hai năm của {known}, nên chưa biết bao nhiêu đơn vị vượt lên"
    moved = _moved(told.mean_change, _unit(compared))
    passing = [
        f"{integer(told.passed_by)} đơn vị vượt lên trên" if told.passed_by else "",
        f"vượt qua được {integer(told.passed)} đơn vị" if told.passed else "",
    ]
    said = ", ".join(one for one in passing if one) or "không ai vượt qua ai"
    return f"{integer(told.others)} đơn vị khác {moved} bình quân; {said}"


def signed(rise: float, digits: int = 2) -> str:
    """'+1,20', '−0,35', '0,00'."""
    text = number(rise, digits)
    return f"+{text}" if rise > 0 and any(digit in text for digit in "123456789") else text


def year_name(value: YearValue) -> str:
    """'2019', '2024 · Đắk Nông (trước khi sắp xếp)'."""
    if value.kin == "own":
        return str(value.year)
    when = "trước" if value.kin == "before" else "sau"
    return f"{value.year} · {value.name} ({when} khi sắp xếp)"


def _values(compared: Comparison) -> str:
    before, after, rise = compared.before, compared.after, compared.rise
    if rise is None:
        if before.index_value is None and after.index_value is None:
            return "Chưa biết chỉ số của cả hai năm"
        return "; ".join(
            f"chưa biết chỉ số của {one.name} năm {one.year}"
            if one.index_value is None
            else f"{one.name} năm {one.year}: {number(one.index_value)}"
            for one in sorted((before, after), key=lambda one: one.index_value is None)
        )
    span = f"{number(before.index_value)} → {number(after.index_value)}"
    what = "Điểm" if _unit(compared) == "điểm" else "Chỉ số"
    return f"{what} {_moved(rise, '' if what == 'Điểm' else _unit(compared))} ({span})"


def _ranks(compared: Comparison) -> str:
    before, after, places = compared.before, compared.after, compared.places
    held = [rank(one.rank, one.field_size) for one in (before, after)]
    if places:
        return f"hạng {'tăng' if places > 0 else 'giảm'} {abs(places)} bậc ({held[0]} → {held[1]})"
    if places == 0:
        return f"hạng giữ nguyên {held[1]}"
    if before.rank is None and after.rank is None:
        return "chưa có thứ hạng"
    if before.rank is None or after.rank is None:
        known = before if after.rank is None else after
        return f"mới biết hạng năm {known.year}: {rank(known.rank, known.field_size)}"
    if compared.values_differ:
        return f"hạng {held[0]} và {held[1]}"
    return f"hạng {held[0]} → {held[1]}, không nói tăng hay giảm vì số đơn vị xếp hạng khác nhau"


def _why(compared: Comparison) -> str:
    """Why more points brought no better rank; '' where they did, or the field is not known."""
    told, places = compared.field, compared.places
    rose = compared.rise is not None and compared.rise > 0
    if told is None or not compared.field_known or not rose or places is None or places > 0:
        return ""
    if told.passed_by:
        return f" vì {integer(told.passed_by)} đơn vị vượt lên"
    if told.mean_change is not None and told.mean_change > 0:
        return f" vì các đơn vị khác cũng {_moved(told.mean_change, '')} bình quân"
    return ""


def _moved(rise: float, unit: str) -> str:
    amount = number(abs(rise))
    if not any(digit in amount for digit in "123456789"):
        return "không đổi"
    return f"{'tăng' if rise > 0 else 'giảm'} {amount} {unit}".strip()


def _unit(compared: Comparison) -> str:
    """Points and percentage points are the same where the total maximum is 100."""
    totals = {compared.before.total_max, compared.after.total_max} - {None, 100}
    return "điểm\u00a0%" if totals else "điểm"
