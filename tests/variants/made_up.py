"""Tables of any size and any numbers, made up from a seed: parents are their children's sums."""

from collections.abc import Iterator
from random import Random

from tests.variants.clean import MINISTRIES, Clean, Key, Value

WORDS = ("Kế hoạch", "Báo cáo", "Kiểm tra", "Rà soát", "Tập huấn", "Công khai", "Thẩm tra")
_TITLE = "BẢNG ĐIỂM CHỈ SỐ CCHC NĂM 2022 CỦA SỞ TƯ PHÁP TỈNH GIA LAI (GIẢ LẬP)"
_FILE = "Chỉ số CCHC năm 2022 của Sở Tư pháp tỉnh Gia Lai"
Row = dict[Key, Value]


def scores(random: Random) -> Clean:
    """A tree of up to three levels; which of its columns are printed is drawn too."""
    fields = ["code", "title", "max_points", "points", "lost_points", "self_points"]
    left_out = random.choice(("", "self_points", "lost_points", "points"))
    columns = tuple((field, None) for field in fields if field != left_out)
    places = random.choice((0, 1, 2, 3))
    rows = [
        row for top in range(1, random.randrange(2, 5)) for row in _tree(str(top), random, places)
    ]
    return Clean(
        name="Bảng điểm (giả lập)",
        kind="scores",
        index="PAR",
        organisation="Sở Tư pháp tỉnh Gia Lai",
        year=2022,
        columns=columns,
        rows=tuple(rows),
        titles=(_TITLE,),
        file=_FILE,
        total=random.choice(("", "Tổng cộng")),
    )


def _tree(code: str, random: Random, places: int) -> Iterator[Row]:
    """A criterion above those below it."""
    depth = code.count(".")
    below = random.choice((0, 2, 3, 11)[: 4 - depth]) if depth < 2 else 0
    children = [list(_tree(f"{code}.{at}", random, places)) for at in range(1, below + 1)]
    title = f"{random.choice(WORDS)} {code.replace('.', ' ')} (giả lập)"
    row: Row = {("code", None): code, ("title", None): title}
    if children:
        for field in ("max_points", "points", "lost_points", "self_points"):
            parts = [float(child[0][field, None] or 0) for child in children]
            row[field, None] = round(sum(parts), 6)
    else:
        row |= _leaf(random, places)
    yield row
    for child in children:
        yield from child


def _leaf(random: Random, places: int) -> Row:
    top = round(random.uniform(0.25, 30), places) + 1
    points, own = (round(random.choice((0.0, top, random.uniform(0, top))), places) for _ in "12")
    points, own = min(points, top), min(own, top)
    numbers = {"max_points": top, "points": points, "self_points": own}
    numbers["lost_points"] = top - points
    return {(field, None): round(value, 6) for field, value in numbers.items()}


def league(random: Random) -> Clean:
    """Some of the ministries, in the order of made-up values."""
    names = [row["organisation", None] for row in MINISTRIES.rows]
    chosen = random.sample(names, random.randrange(2, len(names)))
    values = sorted((round(random.uniform(1.01, 100), 3) for _ in chosen), reverse=True)
    rows = zip(range(1, len(chosen) + 1), chosen, values, strict=True)
    fields = ("rank", "organisation", "value")
    return Clean(
        name="Xếp hạng (giả lập)",
        kind="league",
        index="PAR",
        organisation="Cả nước",
        year=2023,
        columns=tuple((field, None) for field in fields),
        rows=tuple(
            {("rank", None): str(rank), ("organisation", None): name, ("value", None): value}
            for rank, name, value in rows
        ),
        titles=MINISTRIES.titles,
        file=MINISTRIES.file,
    )


def made_up(seed: int) -> Clean:
    """The table of one seed."""
    random = Random(f"made up {seed}")
    return league(random) if seed % 4 == 3 else scores(random)
