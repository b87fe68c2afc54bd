"""Are a province's units shown level by level? The units here are made up."""

import json
from pathlib import Path

import pytest

from tests.benchmarks import national
from tests.pages.opening import opened
from tests.pages.uploading import text

MEMBERS = "pages/members.py"
RANKING = "pages/ranking.py"
YEAR = "2021"


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One made-up province with 6 departments and 40 communes."""
    path = tmp_path_factory.mktemp("national") / "national.duckdb"
    national.build(path, national.Size(provinces=1, departments=6, communes=40, years=6))
    return path


@pytest.fixture
def province(made_up: Path, database, tmp_path: Path) -> Path:
    path = database("empty")
    path.write_bytes(made_up.read_bytes())
    return path


def test_departments_come_first_and_communes_are_another_view(province: Path) -> None:
    app = opened(MEMBERS, co_quan="gia-lap-01", nam=YEAR)
    assert not app.exception
    assert "Mỗi lần xem một cấp" in text(app)
    assert "6 đơn vị: từ" in text(app)
    communes = opened(MEMBERS, co_quan="gia-lap-01", nam=YEAR, cap="xa")
    assert "40 đơn vị: từ" in text(communes)


def test_many_units_are_shown_from_both_ends_or_stretch_by_stretch(province: Path) -> None:
    for shown, rows in (("hai-dau", 20), ("1", 30), ("31", 10), ("khong-co", 20)):
        app = opened(MEMBERS, co_quan="gia-lap-01", nam=YEAR, cap="xa", xem=shown)
        assert not app.exception
        assert _rows_of_first_chart(app) == rows


def test_an_organisation_without_units_says_what_is_missing(samples: Path) -> None:
    app = opened(MEMBERS, co_quan="lam-dong", nam="2020")
    assert not app.exception
    assert "Chưa có bảng điểm các đơn vị trực thuộc của Lâm Đồng năm 2020" in text(app)


def test_a_commune_stands_among_the_communes_of_its_province(province: Path) -> None:
    app = opened(RANKING, co_quan="gia-lap-01-0010", nam=YEAR)
    assert not app.exception
    assert "40 đơn vị cấp xã, Tỉnh giả lập 01" in text(app)
    assert "một phần tư thấp nhất của 40 đơn vị" in text(app)
    assert "điểm %" in text(app)  # out of its own maximum: percentage points, not points


def test_units_stand_beside_the_year_before_points_first(province: Path) -> None:
    app = opened(MEMBERS, co_quan="gia-lap-01", nam=YEAR)
    said = text(app)
    assert "so với năm 2020; tăng nhiều nhất: Sở giả lập" in said
    assert "năm 2020: " in said  # the median card
    assert "Thứ tự xếp theo chỉ số tính từ các bảng điểm đã nạp" in said


def test_the_first_year_has_no_year_before(province: Path) -> None:
    app = opened(MEMBERS, co_quan="gia-lap-01", nam="2016")
    assert not app.exception
    assert "Chưa có bảng điểm năm 2015 của các đơn vị cấp này để so sánh" in text(app)


def test_the_scale_of_the_colours_is_said(province: Path) -> None:
    assert "trở xuống đậm nhất như nhau" in text(opened(MEMBERS, co_quan="gia-lap-01", nam=YEAR))


def _rows_of_first_chart(app) -> int:
    chart = app.get("plotly_chart")[0]
    figure = json.loads(chart.proto.spec or chart.proto.figure.spec)
    return len(figure["layout"]["yaxis"]["ticktext"])
