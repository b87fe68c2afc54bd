"""What do the words over a section of a plan say: what it is for, and which index it is about?"""

import pytest

from scoring.ingest.task_tables.section_words import index_of, purpose_of


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Tập trung khắc phục, cải thiện các tiêu chí còn tồn tại, hạn chế", "mend"),
        ("Cải thiện, nâng cao Chỉ số hài lòng", "mend"),
        ("Tiếp tục duy trì, nâng cao các tiêu chí đã thực hiện tốt", "keep"),
        ("CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH", "steer"),
        ("Công tác chỉ đạo, điều hành CCHC", "steer"),
        ("Chỉ đạo", "steer"),
        ("Nhiệm vụ khác", "other"),
        ("Khác", "other"),
        ("Khắc phục, duy trì và cải thiện", None),  # two
        ("Nâng cao Chỉ số CCHC", None),
        ("Kiểm tra việc thực hiện ý kiến chỉ đạo", None),
        ("Phối hợp với các cơ quan khác trong tỉnh", None),
        ("", None),
    ],
)
def test_what_words_say_a_section_is_for(text: str, purpose: str | None) -> None:
    assert purpose_of(text) == purpose


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("Nâng cao Chỉ số hài lòng của người dân, tổ chức", "SIPAS"),
        ("Cải thiện SIPAS", "SIPAS"),
        ("Chỉ số hiệu quả quản trị và hành chính công", "PAPI"),
        ("Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)", "PCI"),
        ("Nâng cao PAR INDEX", "PAR"),
        ("Nâng cao Chỉ số CCHC", "PAR"),
        ("Nâng cao Chỉ số CCHC và Chỉ số SIPAS", None),  # two
        ("Cải cách thủ tục hành chính", None),
        ("Sự hài lòng của người dân", None),
    ],
)
def test_which_index_a_section_is_about(text: str, index: str | None) -> None:
    assert index_of(text) == index
