"""The sidebar leads from a province down to its units, and the address keeps the way."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.benchmarks.national import Size, build
from tests.pages.opening import opened

HOME, LOSSES = "pages/overview.py", "pages/losses.py"
PROVINCE, UNIT = "gia-lap-01", "gia-lap-01-0002"


@pytest.fixture
def national(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "national.duckdb"
    build(path, Size(provinces=2, departments=2, communes=3, years=2))
    monkeypatch.setenv("SCORING_DATABASE", str(path))


def choices(app: AppTest) -> dict[str, list[str]]:
    return {one.label: list(one.options) for one in app.sidebar.selectbox}


def chosen(app: AppTest) -> list[str]:
    return [str(one.value) for one in app.sidebar.selectbox]


def address(app: AppTest) -> str:
    """The organisation in the address: a list before the first choice, a text after it."""
    asked = app.query_params["co_quan"]
    return asked if isinstance(asked, str) else asked[0]


def test_only_the_units_of_the_province_chosen_are_offered(national: None) -> None:
    app = opened(LOSSES, co_quan=PROVINCE)
    # The nation, whose provinces are ranked, has nothing of its own and comes last.
    every = choices(app)["Cơ quan, địa phương"]
    assert every == ["Tỉnh giả lập 01", "Tỉnh giả lập 02", "Cả nước"]
    below = choices(app)["Đơn vị trực thuộc"]
    assert below[0] == "— Tất cả —"
    assert len(below) == 1 + 5
    assert all("tỉnh giả lập 01" in name for name in below[1:])
    assert below[1].startswith("Sở")
    assert below[-1].startswith("Xã")


def test_a_link_to_a_unit_shows_the_way_to_it(national: None) -> None:
    app = opened(LOSSES, co_quan=UNIT, nam="2016")
    assert chosen(app) == [PROVINCE, UNIT, "2016"]
    assert address(app) == UNIT


def test_a_choice_is_carried_into_the_address(national: None) -> None:
    app = opened(LOSSES, co_quan=PROVINCE, nam="2016", ma="1.2")
    app.sidebar.selectbox[1].set_value(UNIT).run()
    assert address(app) == UNIT
    assert "ma" not in app.query_params
    assert chosen(app)[:2] == [PROVINCE, UNIT]
    app.sidebar.selectbox[1].set_value("").run()
    assert address(app) == PROVINCE
    app.sidebar.selectbox[0].set_value("gia-lap-02").run()
    assert chosen(app)[:2] == ["gia-lap-02", ""]


def test_an_unknown_organisation_is_said(national: None) -> None:
    app = opened(HOME, co_quan="khong-co")
    assert any("nêu cơ quan" in one.value for one in app.warning)


def test_an_organisation_with_nothing_of_its_own_can_be_shown(national: None) -> None:
    app = opened(LOSSES, co_quan="ca-nuoc")
    assert chosen(app)[0] == "ca-nuoc"
    assert [str(one.value) for one in app.exception] == []
