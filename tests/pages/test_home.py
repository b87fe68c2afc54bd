"""Does the first screen say each thing once?"""

from pathlib import Path

import pytest

from tests.benchmarks.national import Size, build
from tests.pages.opening import opened
from tests.pages.uploading import text

HOME = "pages/overview.py"


@pytest.fixture
def national(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "national.duckdb"
    build(path, Size(provinces=2, departments=2, communes=3, years=2))
    monkeypatch.setenv("SCORING_DATABASE", str(path))


def test_the_card_of_satisfaction_adds_the_weakest_factor_to_its_number(national: None) -> None:
    said = text(opened(HOME, co_quan="gia-lap-01"))
    assert "Thấp nhất: Yếu tố giả lập" in said
    assert "Mức độ hài lòng chung" not in said


def test_no_share_of_nothing_is_told(national: None) -> None:
    assert "0,0\u00a0% điểm mất chỉ có nhóm" not in text(opened(HOME, co_quan="gia-lap-01"))
