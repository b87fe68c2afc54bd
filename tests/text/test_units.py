"""Which units does this cell name, and which of them are groups? The cells: cases/units.txt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.text.unit_names import nearest_name, spelled_name
from scoring.text.units import Unit, UnitNames, is_recognised, is_repaired, parse_units
from scoring.text.words import fold
from tests.text.cases import cases

NONE_KNOWN = UnitNames(frozenset(), frozenset(), {})

PLANNING = "Sở Kế hoạch và Đầu tư"
INFORMATION = "Sở Thông tin và Truyền thông"
CULTURE = "Sở Văn hóa, Thể thao và Du lịch"

SOURCES = ("lam-dong", "gia-lai", "ha-noi", "hung-yen", "lam-dong-duties")
NO_SLIPS = [
    "Bộ Xây dựng",  # not Sở Xây dựng
    "Lãnh đạo Bộ*",  # not Lãnh đạo Sở
    "Sở Y học",  # not Sở Y tế
    "Sở Tài",
    "Ban Dân vận",  # not Ban Dân tộc
    "Thanh tra huyện",
    "UBND huyện",
]


def written(units: tuple[Unit, ...]) -> str:
    return " | ".join(f"{unit.name}{'*' if unit.group else ''}" for unit in units)


@pytest.mark.parametrize(("text", "expected"), cases("units", *SOURCES, "other-ways"))
def test_units_as_printed(text: str, expected: str, names: UnitNames) -> None:
    assert written(parse_units(text, names)) == expected


@pytest.mark.parametrize(("text", "expected"), cases("units", "slips"))
def test_slips_are_repaired(text: str, expected: str, names: UnitNames) -> None:
    assert written(parse_units(text, names)) == expected


@pytest.mark.parametrize(("text", "expected"), cases("units", "short", "other-units"))
def test_abbreviations_in_full(text: str, expected: str, names: UnitNames) -> None:
    assert written(parse_units(text, names)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thanh tra tình", ["Thanh tra tình → Thanh tra tỉnh"]),
        ("Sở KH&ĐT, Sở Tài chính", ["Sở KH&ĐT → Sở Kế hoạch và Đầu tư"]),
        ("UBND cấp huyện, cấp xã", ["cấp xã → UBND cấp xã"]),
        ("Các Sở, ban, ngành; SỞ NỘI VỤ; Uỷ ban nhân dân tỉnh",)
        + (["Uỷ ban nhân dân tỉnh → UBND tỉnh"],),
        ("Các sở ban ngành", []),  # commas are no slip
        ("Sở Văn hoá, Thể thao và Du lịch", []),  # nor is where the tone mark stands
        ("nhà máy nước", []),
    ],
)
def test_what_is_told_as_a_repair(text: str, expected: list[str], names: UnitNames) -> None:
    units = [unit for unit in parse_units(text, names) if is_repaired(unit)]
    assert [f"{unit.printed} → {unit.name}" for unit in units] == expected


@pytest.mark.parametrize(
    ("text", "recognised"),
    [
        ("Sở Nội vụ", True),
        ("UBND huyện", True),
        ("UBND huyện Lạc Dương", True),
        ("Công an thành phố Đà Lạt", True),
        ("Trung tâm Phục vụ hành chính công xã", True),
        ("Trưởng phòng Nghiệp vụ", True),
        ("Tất cả các đơn vị", True),  # a group
        ("Sở Y học", False),
        ("Nhà máy nước", False),
        ("Tổ công tác", False),
    ],
)
def test_which_units_are_recognised(text: str, recognised: bool, names: UnitNames) -> None:
    assert [is_recognised(unit, names) for unit in parse_units(text, names)] == [recognised]


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Sở Kế họach và Đầu tưu", PLANNING),
        ("Sở Thông tinn và Truyền thônq", INFORMATION),
        ("Văn phònq UBDN tỉnh", "Văn phòng UBND tỉnh"),
        ("Nhà máy nước", None),
        ("Sở X", None),
    ],
)
def test_a_likely_name_is_only_proposed(text: str, nearest: str | None, names: UnitNames) -> None:
    assert nearest_name(text, names) == nearest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở KHĐT tỉnh Gia Lai", PLANNING),
        ("Sở Tài chinh", None),  # a slip
        ("Nội vụ", None),
    ],
)
def test_a_name_spelled_otherwise_is_no_slip(text: str, name: str | None, names: UnitNames) -> None:
    assert spelled_name(text, names) == name


@pytest.mark.parametrize("text", NO_SLIPS)
def test_another_unit_is_no_slip(text: str, names: UnitNames) -> None:
    assert written(parse_units(text.removesuffix("*"), names)) == text


@pytest.mark.parametrize("text", [None, "", "  ", "-", "–", "x", "\u00a0", ";", "…", "()"])
def test_a_blank_cell_names_nobody(text: str | None, names: UnitNames) -> None:
    assert parse_units(text, names) == ()


def test_the_printed_text_is_kept_beside_the_name(names: UnitNames) -> None:
    assert parse_units("Thanh tra tình; UBND cấp huyện, cấp xã", names) == (
        Unit("Thanh tra tỉnh", group=False, printed="Thanh tra tình"),
        Unit("UBND cấp huyện", group=True, printed="UBND cấp huyện"),
        Unit("UBND cấp xã", group=True, printed="cấp xã"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Các Sở, ban, ngành; UBND cấp huyện", "Các Sở, ban, ngành* | UBND cấp huyện*"),
        ("Sở, Ban, Ngành", "Sở, Ban, Ngành*"),
        ("Giám đốc, Phó Giám đốc và Trưởng phòng các Sở, ban, ngành",)
        + ("Giám đốc, Phó Giám đốc và Trưởng phòng các Sở, ban, ngành*",),
        ("UBND các huyện, thị xã và thành phố", "UBND các huyện, thị xã và thành phố*"),
        ("Các phòng chuyên môn và đơn vị sự nghiệp",)
        + ("Các phòng chuyên môn* | Các đơn vị sự nghiệp*",),
        ("UBND cấp huyện, cấp xã; Sở Y tế", "UBND cấp huyện* | UBND cấp xã* | Sở Y tế"),
        ("Sở Khoa học và Công nghệ", "Sở Khoa học và Công nghệ"),
        ("lãnh đạo UBND tỉnh; đại biểu HĐND", "Lãnh đạo UBND tỉnh* | Đại biểu HĐND*"),
        ("Trung tâm Văn hóa và Hội nghị", "Trung tâm Văn hóa và Hội nghị"),
    ],
)
def test_the_rules_alone_when_no_name_is_known(text: str, expected: str) -> None:
    assert written(parse_units(text, NONE_KNOWN)) == expected


def test_a_slip_between_two_known_names_is_left_alone() -> None:
    both = UnitNames(frozenset(("Trạm Bình Lâm", "Trạm Bình Lân")), frozenset(), {})
    assert written(parse_units("Trạm Bình Lâp", both)) == "Trạm Bình Lâp"


def test_numbers_are_never_slips() -> None:
    teams = UnitNames(frozenset(("Tổ công tác số 2",)), frozenset(), {})
    assert written(parse_units("Tổ công tác số 3", teams)) == "Tổ công tác số 3"


def test_every_registered_name_and_alias_means_its_own_unit(
    unit_rows: list[dict[str, str]], names: UnitNames
) -> None:
    wrong = {
        spelling: written(parse_units(spelling, names))
        for row in unit_rows
        for spelling in [row["name"], *filter(None, row["aliases"].split(";"))]
        if [unit.name for unit in parse_units(spelling, names)] != [row["name"]]
    }
    assert wrong == {}


def test_no_spelling_belongs_to_two_units(unit_rows: list[dict[str, str]]) -> None:
    spellings = [
        fold(spelling)
        for row in unit_rows
        for spelling in {row["name"], *filter(None, row["aliases"].split(";"))}
    ]
    assert sorted(spellings) == sorted(set(spellings))


def test_groups_are_registered_as_groups(unit_rows: list[dict[str, str]]) -> None:
    assert {row["group"] for row in unit_rows} == {"0", "1"}
    named_like_groups = {row["name"] for row in unit_rows if fold(row["name"]).startswith("các ")}
    assert named_like_groups <= {row["name"] for row in unit_rows if row["group"] == "1"}


@given(st.data())
def test_units_listed_with_any_hard_sign_are_read_back(data: st.DataObject) -> None:
    known = UnitNames(
        names=frozenset(("Sở Nội vụ", CULTURE, "Bưu điện tỉnh", "Các sở, ban, ngành")),
        groups=frozenset(("Các sở, ban, ngành",)),
        aliases={},
    )
    listed = data.draw(st.lists(st.sampled_from(sorted(known.names)), unique=True))
    text = data.draw(st.sampled_from([";", "; ", "/", "\n", ", ", " ; \n"])).join(listed)
    assert [unit.name for unit in parse_units(text, known)] == listed


@given(st.text(alphabet="SởNộivụcấpxãUBNDcác ,;/-()và\n.:"))
def test_any_text_gives_distinct_units_with_names(text: str) -> None:
    found = [unit.name for unit in parse_units(text, NONE_KNOWN)]
    assert all(found)
    assert len(found) == len({fold(name) for name in found})
