"""Do the reference files that come with the project say what was published?"""

from datetime import date
from itertools import pairwise

from scoring.ingest.reference import Reference
from scoring.store import open_store


def test_63_provinces_of_which_52_became_23_and_11_stayed(reference: Reference) -> None:
    provinces = [one for one in reference.organisations if one.level == "tỉnh"]
    assert len([one for one in provinces if one.stood_in(2024)]) == 63
    assert len([one for one in provinces if one.stood_in(2025)]) == 34
    merged = [one for one in reference.successors if one.scope == "tỉnh"]
    on_the_day = [one for one in merged if one.since == date(2025, 7, 1)]
    assert len(on_the_day) == 63 - 11
    assert len({one.new for one in on_the_day}) == 34 - 11
    # Thừa Thiên Huế had become the city of Huế half a year before, and stayed it.
    assert [(one.old, one.new) for one in merged if one not in on_the_day] == [
        ("thua-thien-hue", "hue")
    ]


def test_lam_dong_of_2025_is_three_old_provinces(reference: Reference) -> None:
    old = {one.old for one in reference.successors if one.new == "lam-dong-2025"}
    assert old == {"lam-dong", "dak-nong", "binh-thuan"}


def test_eleven_departments_of_lam_dong_became_six(reference: Reference) -> None:
    merged = [one for one in reference.successors if one.scope == "lam-dong"]
    assert (len(merged), len({one.new for one in merged})) == (11, 6)
    finance = {one.old for one in merged if one.new == "so-tai-chinh-lam-dong-2025"}
    assert finance == {"so-tai-chinh-lam-dong", "so-ke-hoach-va-dau-tu-lam-dong"}


def test_seventeen_ministries(reference: Reference) -> None:
    assert len([one for one in reference.organisations if one.level == "bộ"]) == 17


def test_every_old_and_new_organisation_of_a_merger_stood_at_its_time(
    reference: Reference,
) -> None:
    for one in reference.successors:
        old, new = reference.organisation(one.old), reference.organisation(one.new)
        assert old and old.valid_to and old.valid_to < one.since, one
        assert new and new.valid_from == one.since, one


def test_the_criteria_of_2020_are_the_printed_ones_and_domain_2(reference: Reference) -> None:
    criteria_set = reference.criteria_set("PAR", "tỉnh", 2020)
    assert criteria_set and criteria_set.id == "par-tinh-2020" and criteria_set.total == 100
    assert len(criteria_set.criteria) == 37 + 1
    top = {code: one.max_points for code, one in criteria_set.criteria.items() if "." not in code}
    # 8.50 + 13.50 + 7.00 + 7.50 + 8.00 + 11.00 + 6.00 + 33.50
    assert top.pop("2") is None
    assert sum(points or 0 for points in top.values()) == 95.0


def test_bands_are_the_published_ones(reference: Reference) -> None:
    bands = {
        (one.index_name, one.level, one.year, one.band): (one.lower, one.upper)
        for one in reference.bands
    }
    assert len(bands) == len(reference.bands)
    assert bands == {
        ("PAR", "tỉnh", 2018, "A"): (80, None),
        ("PAR", "tỉnh", 2018, "B"): (75, 80),
        ("PAR", "tỉnh", 2018, "C"): (70, 75),
        ("PAR", "tỉnh", 2018, "D"): (None, 70),
        ("PAR", "tỉnh", 2020, "B"): (80, 90),
        ("PAR", "tỉnh", 2020, "C"): (70, 80),
        ("PAR", "tỉnh", 2022, "A"): (90, None),
        ("PAR", "tỉnh", 2022, "B"): (80, 90),
        ("PAR", "tỉnh", 2022, "C"): (70, 80),
        # Who is in it was published (7 provinces), its limits were not.
        ("PAR", "tỉnh", 2023, "A"): (None, None),
        ("PAR", "bộ", 2023, "trên 80%"): (80, None),
        ("PAR", "tỉnh", 2024, "A"): (90, None),
        ("PAR", "tỉnh", 2024, "B"): (80, 90),
        # A quarter of the provinces each (16, 16, 15, 16): no limits.
        ("PAPI", "tỉnh", 2019, "cao nhất"): (None, None),
        ("PAPI", "tỉnh", 2019, "trung bình cao"): (None, None),
        ("PAPI", "tỉnh", 2019, "trung bình thấp"): (None, None),
        ("PAPI", "tỉnh", 2019, "thấp nhất"): (None, None),
    }


def test_bands_of_one_year_neither_overlap_nor_leave_a_gap(reference: Reference) -> None:
    limited = [one for one in reference.bands if (one.lower, one.upper) != (None, None)]
    for kind in {(one.index_name, one.level, one.year) for one in limited}:
        own = sorted(
            (one.lower or 0, one.upper or 100)
            for one in limited
            if (one.index_name, one.level, one.year) == kind
        )
        assert all(upper == lower for (_, upper), (lower, _) in pairwise(own)), kind


def test_everything_that_is_counted_names_its_source(reference: Reference) -> None:
    kinds_of_source = ("https://", "Kế hoạch", "Nghị quyết", "Danh sách")
    assert all(one.source.startswith(kinds_of_source) for one in reference.criteria_sets)
    assert all(one.source.startswith(kinds_of_source) for one in reference.bands)
    assert all(one.source.startswith(kinds_of_source) for one in reference.successors)


def test_five_factors_and_one_overall_row(reference: Reference) -> None:
    factors = [one for one in reference.factors if one.index_name == "SIPAS"]
    assert [one.code for one in factors if one.overall] == ["0"]
    assert [one.title for one in factors if "1" <= one.code <= "5"] == [
        "Tiếp cận dịch vụ",
        "Thủ tục hành chính",
        "Công chức tại Bộ phận một cửa",
        "Kết quả giải quyết TTHC",
        "Tiếp nhận, xử lý phản ánh, kiến nghị",
    ]


def test_papi_has_eight_dimensions_of_ten_and_six_before_2018(reference: Reference) -> None:
    papi = [one for one in reference.factors if one.index_name == "PAPI" and not one.overall]
    assert [one.max_points for one in papi] == [10.0] * 8
    assert [one.code for one in papi if not one.stood_in(2017)] == ["7", "8"]
    # 6 × 10, 8 × 10; PCI weighs its ten components to an index out of 100
    assert [reference.max_points("PAPI", year) for year in (2017, 2018)] == [60, 80]
    pci = [one for one in reference.factors if one.index_name == "PCI" and not one.overall]
    assert (len(pci), reference.max_points("PCI", 2020)) == (10, 100)
    assert reference.max_points("PAR", 2020) is None  # its criteria set says


def test_series_break_where_what_is_measured_changed(reference: Reference) -> None:
    found = {(one.index_name, one.year): one.reason for one in reference.breaks}
    assert "chính sách" in found["SIPAS", 2022]
    assert "hai nội dung" in found["PAPI", 2018]
    assert all(one.source.startswith("http") for one in reference.breaks)


def test_the_columns_of_the_published_table_are_known(reference: Reference) -> None:
    known = {
        "code": "stt",
        "title": "lĩnh vực/ tiêu chí/tiêu chí thành phần",
        "max_points": "điểm chuẩn",
        "points": "điểm thẩm định",
        "lost_points": "điểm bị mất",
        "solution": "giải pháp",
        "lead": "cơ quan chủ trì thực hiện",
        "coordinating": "cơ quan phối hợp",
        "deadline": "thời gian thực hiện",
        "note": "ghi chú",
    }
    for field, synonym in known.items():
        assert synonym in reference.headers[field]


def test_the_store_takes_the_frames(reference: Reference) -> None:
    store = open_store(":memory:")
    store.replace_reference(reference.frames(), reference.digest)
    counts = store.query(
        "select (select count(*) from organisation) as organisations,"
        " (select count(*) from criterion where max_points is null) as without_points,"
        " (select count(*) from criteria_set where to_year is null) as without_end"
    )
    assert counts.iloc[0].to_dict() == {
        "organisations": len(reference.organisations),
        "without_points": 1,
        "without_end": 2,
    }
