"""The tables that variants are made of: published samples, and two that are made up and say so."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FACTS = Path(__file__).parents[2] / "data" / "samples" / "facts"
NUMBERS = frozenset(
    ("max_points", "self_points", "points", "lost_points", "survey_points", "total_points")
    + ("percent", "value")
)
Value = str | float | None
Key = tuple[str, int | None]  # a field; a year where years stand side by side


@dataclass(frozen=True)
class Clean:
    """One table as it is, before anybody laid it out."""

    name: str
    kind: str
    index: str
    organisation: str
    year: int
    columns: tuple[Key, ...]
    rows: tuple[Mapping[Key, Value], ...]
    titles: tuple[str, ...]  # each says index, organisation and year
    file: str  # so does the file's name
    total: str = ""  # the row that sums the top rows, if its kind has one

    @property
    def years(self) -> tuple[int | None, ...]:
        """The years that stand side by side; (None,) where the header names none."""
        named = sorted({year for _, year in self.columns if year is not None})
        return tuple(named) or (None,)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields it has, in order."""
        return tuple(dict.fromkeys(field for field, _ in self.columns))

    def values(self, field: str, year: int | None) -> list[Value]:
        """One column: of a year, or shared by all."""
        key = (field, year) if (field, year) in self.columns else (field, None)
        return [row.get(key) for row in self.rows]


def _facts(name: str, fields: tuple[str, ...]) -> tuple[dict[Key, Value], ...]:
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return tuple(
        {(f, None): _value(f, cell) for f, cell in zip(fields, row, strict=False)} for row in rows
    )


def _value(field: str, cell: str) -> Value:
    if field in NUMBERS:
        return float(cell.rstrip("%").replace(",", ".")) if cell else None
    return cell


def _made(text: str, columns: tuple[Key, ...]) -> tuple[dict[Key, Value], ...]:
    lines = [line.split("|") for line in text.strip().splitlines()]
    return tuple(
        {key: _value(key[0], cell.strip()) for key, cell in zip(columns, line, strict=True)}
        for line in lines
    )


def _shared(fields: tuple[str, ...]) -> tuple[Key, ...]:
    return tuple((field, None) for field in fields)


SCORES = (
    *("code", "title", "max_points", "points", "lost_points", "solution", "lead"),
    *("coordinating", "deadline"),
)
LAM_DONG = Clean(
    name="Lâm Đồng 2020",
    kind="scores",
    index="PAR",
    organisation="Lâm Đồng",
    year=2020,
    columns=_shared(SCORES),
    rows=_facts("lam-dong-par-2020", SCORES),
    titles=(
        "KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2020 CỦA TỈNH LÂM ĐỒNG",
        "Kế hoạch nâng cao Chỉ số CCHC năm 2021, kết quả Chỉ số năm 2020 tỉnh Lâm Đồng",
        "PAR INDEX 2020 TỈNH LÂM ĐỒNG",
    ),
    file="lam-dong-par-2020",
    total="Tổng cộng",
)
MINISTRIES = Clean(
    name="Bộ 2023",
    kind="league",
    index="PAR",
    organisation="Cả nước",
    year=2023,
    columns=_shared(("rank", "organisation", "points", "survey_points", "total_points", "value")),
    rows=_facts(
        "bo-par-2023",
        ("rank", "organisation", "points", "survey_points", "total_points", "value"),
    ),
    titles=("CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023 CỦA CÁC BỘ, CƠ QUAN NGANG BỘ",),
    file="par-index-2023-cac-bo",
)
GIA_LAI = Clean(
    name="Gia Lai SIPAS 2022",
    kind="satisfaction",
    index="SIPAS",
    organisation="Gia Lai",
    year=2022,
    columns=_shared(("code", "factor", "percent", "target")),
    rows=_facts("gia-lai-sipas-2022", ("code", "factor", "percent", "target")),
    titles=("KẾT QUẢ CHỈ SỐ HÀI LÒNG (SIPAS) NĂM 2022 TỈNH GIA LAI",),
    file="gia-lai-sipas-2022",
)
PROVINCES = Clean(
    name="Tỉnh 2019",
    kind="league",
    index="PAR",
    organisation="Cả nước",
    year=2019,
    columns=_shared(("rank", "organisation", "value", "source")),
    rows=_facts("tinh-par-2019", ("rank", "organisation", "value", "source")),
    titles=("CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX) NĂM 2019 CỦA CÁC TỈNH, THÀNH PHỐ",),
    file="par-index-2019-cac-tinh",
)
_YEARS: tuple[Key, ...] = (
    ("factor", None),
    ("percent", 2022),
    ("percent", 2023),
    ("percent", 2024),
)
NATION = Clean(
    name="SIPAS cả nước",
    kind="satisfaction",
    index="SIPAS",
    organisation="Cả nước",
    year=2022,
    columns=_YEARS,
    rows=_made("Chỉ số hài lòng chung (cả nước) | 80,08 | 82,66 | 83,94", _YEARS),
    titles=("CHỈ SỐ HÀI LÒNG CỦA NGƯỜI DÂN (SIPAS) CẢ NƯỚC",),
    file="sipas-ca-nuoc",
)
_FORM = _shared(
    ("code", "title", "max_points", "self_points", "points", "survey_points", "total_points")
)
SELF_SCORING = Clean(
    name="Tự chấm điểm (giả lập)",
    kind="scores",
    index="PAR",
    organisation="Gia Lai",
    year=2022,
    columns=_FORM,
    rows=_made(
        """
        1     | Công tác chỉ đạo (giả lập)     | 9,5 | 9   | 4,5   | 3,25 | 7,75
        1.1   | Kế hoạch (giả lập)             | 2   | 2   | 1,5   |      | 1,5
        1.1.1 | Ban hành kế hoạch (giả lập)    | 1   | 1   | 1     |      | 1
        1.1.2 | Hoàn thành kế hoạch (giả lập)  | 1   | 1   | 0,5   |      | 0,5
        1.2   | Kiểm tra (giả lập)             | 3,5 | 3   | 3     |      | 3
        1.3   | Tác động chỉ đạo (giả lập)     | 4   | 4   |       | 3,25 | 3,25
        2     | Thể chế (giả lập)              | 5   | 5   | 4,996 |      | 4,996
        2.1   | Văn bản (giả lập)              | 3   | 3   | 2,996 |      | 2,996
        2.2   | Rà soát (giả lập)              | 2   | 2   | 2     |      | 2
        """,
        _FORM,
    ),
    titles=("BẢNG TỰ CHẤM ĐIỂM CHỈ SỐ CCHC NĂM 2022 CỦA TỈNH GIA LAI (GIẢ LẬP)",),
    file="tu-cham-diem-cchc-2022-gia-lai",
    total="Tổng điểm",
)
_TASKS = _shared(("code", "title", "product", "lead", "coordinating", "deadline"))
TASKS = Clean(
    name="Nhiệm vụ (giả lập)",
    kind="tasks",
    index="PAR",
    organisation="Hà Nội",
    year=2022,
    columns=_TASKS,
    rows=_made(
        """
        1 | Ban hành kế hoạch (giả lập) | Kế hoạch | Văn phòng UBND | Sở Nội vụ   | Quý I/2022
        2 | Kiểm tra công vụ (giả lập)  | Kết luận | Sở Nội vụ      | Sở Tư pháp  | Tháng 6/2022
        3 | Tập huấn cán bộ (giả lập)   | Lớp học  | Sở Nội vụ      | Sở Tư pháp  | Quý III/2022
        4 | Báo cáo năm (giả lập)       | Báo cáo  | Văn phòng UBND |             | Trong năm 2022
        """,
        _TASKS,
    ),
    titles=("KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2022 CỦA THÀNH PHỐ HÀ NỘI (GIẢ LẬP)",),
    file="ke-hoach-cchc-nam-2022-thanh-pho-ha-noi",
)
_TWO_YEARS: tuple[Key, ...] = (
    *_shared(("code", "title", "max_points")),
    *(("points", 2021), ("lost_points", 2021), ("points", 2022), ("lost_points", 2022)),
)
TWO_YEARS = Clean(
    name="Hai năm (giả lập)",
    kind="scores",
    index="PAR",
    organisation="Sở Tư pháp tỉnh Gia Lai",
    year=2021,
    columns=_TWO_YEARS,
    rows=_made(
        """
        1    | Công tác chỉ đạo (giả lập) | 8  | 6,5  | 1,5  | 7     | 1
        1.1  | Kế hoạch (giả lập)         | 3  | 2,5  | 0,5  | 2,25  | 0,75
        1.2  | Kiểm tra (giả lập)         | 5  | 4    | 1    | 4,75  | 0,25
        2    | Thể chế (giả lập)          | 12 | 10,5 | 1,5  | 11,25 | 0,75
        2.1  | Văn bản (giả lập)          | 12 | 10,5 | 1,5  | 11,25 | 0,75
        """,
        _TWO_YEARS,
    ),
    titles=("BẢNG ĐIỂM CHỈ SỐ CCHC CỦA SỞ TƯ PHÁP TỈNH GIA LAI (GIẢ LẬP)",),
    file="Chỉ số CCHC của Sở Tư pháp tỉnh Gia Lai",
    total="Tổng số",
)
TABLES = (TWO_YEARS, LAM_DONG, MINISTRIES, GIA_LAI, PROVINCES, NATION, SELF_SCORING, TASKS)
