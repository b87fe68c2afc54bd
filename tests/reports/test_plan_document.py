"""Is the plan in the form of official documents, and filled with what the review knows?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pandas as pd
import pytest
from docx import Document
from docx.document import Document as Doc
from docx.shared import Mm, Pt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.analysis.messages.commentary import commentary
from scoring.analysis.questions import records
from scoring.analysis.review.gathered import Review
from scoring.reports.appendix.document import appendix_document
from scoring.reports.appendix.layout import appendix
from scoring.reports.appendix.workbook import appendix_workbook
from scoring.reports.blocks import written
from scoring.reports.issuer import issuer_of
from scoring.reports.pdf import as_pdf, available
from scoring.reports.plan_document.document import plan_document
from scoring.text.format import points

GIA_LAI = "so-van-hoa-the-thao-va-du-lich-gia-lai"
HA_NOI = "so-van-hoa-va-the-thao-ha-noi"
office = pytest.mark.skipif(not available(), reason="needs LibreOffice")
MARKUP = "<b>A & B</b>\x0b ]]> =SUM(A1)"


def made(review: Review, **said: object) -> Doc:
    return Document(BytesIO(plan_document(review, commentary(review), **said)))  # type: ignore[arg-type]


def lines(document: Doc) -> list[str]:
    return [one.text for one in document.paragraphs]


def grid(document: Doc, header: str) -> list[list[str]]:
    """The table whose second column is called so, without its header."""
    texts = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    (found,) = [rows for rows in texts if rows[0][1] == header]
    return found[1:]


def test_the_paper_and_type_are_those_of_the_decree(lam_dong: Review) -> None:
    document = made(lam_dong)
    section = document.sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side / Mm(1)) for side in sides] == [20, 20, 30, 15]
    assert [round(side / Mm(1)) for side in (section.page_width, section.page_height)] == [210, 297]
    normal = document.styles["Normal"].font
    assert (normal.name, normal.size) == ("Times New Roman", Pt(13))
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header.paragraphs[0]._p.xml
    assert section.first_page_header.paragraphs[0].text == ""


def test_the_letterhead_of_a_province(lam_dong: Review) -> None:
    head = [
        cell.text
        for row in made(lam_dong, day=date(2021, 8, 23)).tables[0].rows
        for cell in row.cells
    ]
    assert head[0] == "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\n"
    assert head[1] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    assert head[2:] == ["Số: ……/KH-UBND", "Lâm Đồng, ngày 23 tháng 08 năm 2021"]


def test_the_letterhead_of_a_department(review_of: Callable[..., Review]) -> None:
    found = review_of(GIA_LAI, 2023, date(2023, 7, 30))
    head = [cell.text for row in made(found, number="12").tables[0].rows for cell in row.cells]
    assert head[0] == "UBND TỈNH GIA LAI\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH\n"
    assert head[2:] == ["Số: 12/KH-SVHTTDL", "Gia Lai, ngày …… tháng …… năm 2023"]


def test_lines_stand_under_the_names_and_the_title(lam_dong: Review) -> None:
    document = made(lam_dong)
    cells = document.tables[0].rows[0].cells
    assert all("w:pBdr" in cell.paragraphs[-1]._p.xml for cell in cells)
    titles = lines(document)
    at = titles.index("KẾ HOẠCH")
    assert "w:pBdr" in document.paragraphs[at + 2]._p.xml


def test_another_issuer_may_be_said(lam_dong: Review) -> None:
    own = replace(issuer_of(lam_dong), symbol="SNV", place="Đà Lạt", signing=("GIÁM ĐỐC",))
    document = made(lam_dong, issuer=own)
    texts = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "Số: ……/KH-SNV" in texts
    assert any(text.startswith("GIÁM ĐỐC") for text in texts)


def test_each_lost_criterion_stands_with_its_numbers_and_its_plan(lam_dong: Review) -> None:
    told = lines(made(lam_dong))
    lost = [row for row in records(lam_dong.criteria) if row["leaf"] and row["lost_points"]]
    assert len(lost) == 21
    for row in lost:
        stands = (
            f"Năm 2020: điểm chuẩn {points(row['max_points'])}, điểm thẩm định"
            f" {points(row['points'])}, bị mất {points(row['lost_points'])} điểm."
        )
        (heading,) = [one for one in told if f" {row['code']} “" in one]
        at = told.index(heading)
        assert told[at + 1] == stands
        own = told[at : at + 8]
        assert any(row["solution"].rstrip(".") in one for one in own)
        assert f"- Chủ trì: {row['lead']}." in own
        assert f"d) Thời gian thực hiện: {row['deadline']}." in own


def test_the_domains_are_those_of_the_page_with_the_whole_index(lam_dong: Review) -> None:
    rows = grid(made(lam_dong), "Lĩnh vực")
    top = records(lam_dong.top)
    assert [row[2:5] for row in rows[:-1]] == [
        [written(one[name], "points") for name in ("max_points", "points", "lost_points")]
        for one in top
    ]
    assert rows[-1] == ["", "Toàn bộ chỉ số", "100,00", "83,93", "16,07", "100,0\u00a0%"]


def test_the_commentary_is_the_result_as_it_was_given(lam_dong: Review) -> None:
    document = Document(BytesIO(plan_document(lam_dong, ["Một câu đã sửa."])))
    told = lines(document)
    assert told[told.index("1. Kết quả") + 1] == "- Một câu đã sửa."


def test_the_chapters_of_a_departments_plan(review_of: Callable[..., Review]) -> None:
    told = lines(made(review_of(GIA_LAI, 2023, date(2023, 7, 30))))
    heads = [one for one in told if one.split(". ")[0] in ("I", "II", "III", "IV", "V", "VI")]
    assert heads == [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "II. KẾT QUẢ VÀ NGUYÊN NHÂN",
        "III. TIÊU CHÍ, TIÊU CHÍ THÀNH PHẦN CẦN KHẮC PHỤC",
        "IV. NÂNG CAO CHỈ SỐ HÀI LÒNG CỦA NGƯỜI DÂN, TỔ CHỨC (SIPAS)",
        "V. TIÊU CHÍ, TIÊU CHÍ THÀNH PHẦN CẦN DUY TRÌ",
        "VI. TỔ CHỨC THỰC HIỆN",
    ]
    leads = [one for one in told if one.startswith("- Chủ trì: ")]
    assert len(leads) == 15 + 5 + 24
    assert leads.count("- Chủ trì: ……") == 1  # 3.24 prints none


def test_units_are_told_by_the_numbers_of_their_items(review_of: Callable[..., Review]) -> None:
    rows = grid(made(review_of(GIA_LAI, 2023, date(2023, 7, 30))), "Cơ quan, đơn vị")
    assert rows[0][:3] == ["1", "Văn phòng Sở", "III.1–15, IV.1–5, V.1, V.3, V.7–23"]
    assert len(rows) == 12


def test_satisfaction_stands_with_its_targets(review_of: Callable[..., Review]) -> None:
    rows = grid(made(review_of("gia-lai", 2022)), "Yếu tố")
    assert [row[2:4] for row in rows] == [
        ["83,99\u00a0%", "85,99\u00a0%"],
        ["84,04\u00a0%", "86,04\u00a0%"],
        ["85,39\u00a0%", "87,39\u00a0%"],
        ["80,90\u00a0%", "82,90\u00a0%"],
        ["77,89\u00a0%", "81,89\u00a0%"],
    ]


def test_tasks_without_a_purpose_keep_the_sections_of_their_plan(
    review_of: Callable[..., Review],
) -> None:
    told = lines(made(review_of(HA_NOI, 2022, date(2022, 2, 14))))
    assert "III. NHIỆM VỤ, GIẢI PHÁP" in told
    assert "1. Công tác chỉ đạo, điều hành CCHC" in told
    assert any(one.startswith("4. Xây dựng và phát triển Chính quyền điện tử") for one in told)
    assert "- Sản phẩm: Kế hoạch CCHC năm 2022." in told


def test_a_task_about_a_criterion_says_what_is_to_be_done(lam_dong: Review) -> None:
    own = lam_dong.board.iloc[:1]
    task = own.assign(
        task="x-1", batch="x", kind="tasks", year=2021, goal="Có 30 sáng kiến", solution="Phát động"
    )
    told = lines(made(replace(lam_dong, board=pd.concat([lam_dong.board, task]))))
    at = next(n for n, one in enumerate(told) if " 1.5 “" in one)
    assert told[at + 2 : at + 4] == [
        "a) Mục tiêu, yêu cầu: Có 30 sáng kiến.",
        "b) Nhiệm vụ, giải pháp: Phát động.",
    ]


def test_a_year_without_a_loss_keeps_what_it_has(lam_dong: Review) -> None:
    head = lam_dong.head
    assert head.index is not None
    full = {"points": lam_dong.criteria["max_points"], "lost_points": 0.0}
    kept = replace(
        lam_dong,
        head=replace(head, index=replace(head.index, lost=0.0, points=100.0, value=100.0)),
        criteria=lam_dong.criteria.assign(**full),
        kinds=lam_dong.kinds.assign(lost_points=0.0),
    )
    told = lines(made(kept))
    assert "III. TIÊU CHÍ, TIÊU CHÍ THÀNH PHẦN CẦN DUY TRÌ" in told
    assert sum("Giữ vững" in one for one in told) == 21
    assert any(one.startswith("Duy trì, nâng cao Chỉ số") for one in told)


def test_two_hundred_tasks_and_forty_units_are_tables_with_headers(
    review_of: Callable[..., Review],
) -> None:
    found = review_of(GIA_LAI, 2023, date(2023, 7, 30))
    many = pd.concat([found.board.iloc[[0]]] * 200, ignore_index=True)
    units = [[f"Sở {n % 40} {MARKUP}"] for n in range(200)]
    long = many.assign(
        task=[f"t-{n}" for n in range(200)],
        title=[f"{MARKUP} {'dài ' * (n % 90)}{'x' * 120}" for n in range(200)],
        leads=pd.Series(units),
    )
    content = plan_document(replace(found, board=long), [])
    assert ZipFile(BytesIO(content)).testzip() is None
    document = Document(BytesIO(content))
    tables = [table for table in document.tables if len(table.columns) > 3]
    assert [len(table.rows) for table in tables] == [1 + 200, 1 + 40 + 2]  # two coordinate
    assert all(table.rows[0]._tr.trPr.xpath("w:tblHeader") for table in tables)
    assert "<b>A & B</b> ]]> =SUM(A1)" in tables[0].rows[1].cells[1].text


lost = st.integers(0, 2_000).map(lambda n: n / 1000)
text = st.text(st.characters(codec="utf-8"), max_size=200)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    losses=st.lists(lost, min_size=37, max_size=37), titles=st.lists(text, min_size=37, max_size=37)
)
def test_any_losses_stand_in_the_plan_with_their_numbers(
    lam_dong: Review, losses: list[float], titles: list[str]
) -> None:
    changed = lam_dong.criteria.assign(lost_points=losses, title=titles)
    told = "\n".join(lines(made(replace(lam_dong, criteria=changed))))
    for row in records(changed[changed["leaf"] & (changed["lost_points"] > 0)]):
        assert f" {row['code']} “" in told
        assert f"bị mất {points(row['lost_points'])} điểm." in told


@office
def test_libreoffice_lays_out_plan_and_appendix(lam_dong: Review) -> None:
    layout = appendix(lam_dong)
    assert layout is not None
    files = {
        "ke-hoach.docx": plan_document(lam_dong, commentary(lam_dong)),
        "phu-luc.docx": appendix_document(layout),
        "bang.xlsx": appendix_workbook(layout),
    }
    converted = as_pdf(files)
    assert len(converted) == 3
    assert all(content.startswith(b"%PDF-") for content in converted.values())
