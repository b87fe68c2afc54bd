"""Is an agency's own file used as it is, without its slides, and refused if it is none?"""

import io
import zipfile

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import PP_PLACEHOLDER as PH
from pptx.oxml import parse_xml
from pptx.util import Inches

from scoring.reports.slides.deck import deck
from scoring.reports.slides.default_template import FONT
from scoring.reports.slides.template import TemplateProblem
from tests.reports.slides_material import ALL, SOURCE, UNITS, charts, made, opened, texts, titles
from tests.reports.test_slides_deck import ids, inside

FURNITURE = (PH.DATE, PH.FOOTER, PH.SLIDE_NUMBER)
SECTIONS = (
    '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst'
    ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="S"'
    ' id="{{6F2A1B7C-0000-4000-8000-000000000001}}"><p14:sldIdLst><p14:sldId id="{0}"/>'
    "</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>"
)


def template(*, only: str | None = None, footer: bool = True, slides: int = 3) -> bytes:
    """A 4:3 file as agencies have them, with old slides, notes, charts and sections."""
    file = Presentation()
    for layout in list(file.slide_layouts):
        if only is not None and layout.name != only:
            file.slide_layouts.remove(layout)
    for holder in (file.slide_master, *file.slide_layouts):
        for shape in list(holder.placeholders):
            if not footer and shape.placeholder_format.type in FURNITURE:
                shape._element.getparent().remove(shape._element)
    for at in range(slides):
        slide = file.slides.add_slide(file.slide_layouts[0])
        slide.notes_slide.notes_text_frame.text = "Trang cũ"
        data = CategoryChartData()
        data.categories = ["Cũ"]
        data.add_series("Cũ", [at])
        slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Inches(1), Inches(1), data)
    if slides:
        file.part._element.append(parse_xml(SECTIONS.format(file.slides[0].slide_id)))
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def with_types(content: bytes, old: str, new: str) -> bytes:
    """The same file with another content type."""
    made_of = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(made_of, "w") as out:
        for name in source.namelist():
            data = source.read(name)
            types = name == "[Content_Types].xml"
            out.writestr(name, data.replace(old.encode(), new.encode()) if types else data)
    return made_of.getvalue()


def parts(content: bytes, folder: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [
            name for name in archive.namelist() if name.startswith(folder) and "_rels" not in name
        ]


def test_the_slides_of_the_template_are_gone_with_all_that_belonged_to_them():
    content = deck(ALL, body="Cơ quan thử", template=template())
    found = opened(content)
    assert titles(found)[:3] == [one.message for one in ALL[:3]]
    assert len(parts(content, "ppt/slides/")) == len(found.slides)
    noted = sum(slide.has_notes_slide for slide in found.slides)
    assert len(parts(content, "ppt/notesSlides/")) == noted > 3
    assert len(parts(content, "ppt/charts/")) == len(list(charts(found))) == 2
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert all("Trang cũ".encode() not in archive.read(name) for name in archive.namelist())
        assert b"sectionLst" not in archive.read("ppt/presentation.xml")
    ids(content)


def test_its_size_layouts_and_theme_are_used():
    found = made(*ALL, template=template())
    assert (found.slide_width, found.slide_height) == (Inches(10), Inches(7.5))
    assert [slide.slide_layout.name for slide in found.slides][:2] == ["Title Slide", "Title Only"]
    for slide in found.slides:
        assert "latin" not in {one.tag.partition("}")[2] for one in slide._element.iter()}
    inside(found)


@pytest.mark.parametrize(
    "only", ["Blank", "Title and Content", "Title Slide", "Picture with Caption"]
)
@pytest.mark.parametrize("footer", [True, False])
def test_a_template_with_one_layout_will_do(only, footer):
    found = made(*ALL, template=template(only=only, footer=footer))
    assert titles(found)[:3] == [one.message for one in ALL[:3]]
    assert any(f"Nguồn: {SOURCE}" in text for text in texts(found.slides[1]))
    inside(found)
    for slide in found.slides:
        assert all(one.text_frame.text for one in slide.placeholders if one.has_text_frame)


def test_no_placeholder_is_left_empty():
    for slide in made(UNITS, template=template(only="Two Content", slides=0)).slides:
        kinds = [one.placeholder_format.type for one in slide.placeholders]
        assert set(kinds) <= {PH.TITLE, PH.FOOTER, PH.SLIDE_NUMBER}


@pytest.mark.parametrize("kind", ["template", "slideshow"])
def test_a_potx_is_a_template_too(kind):
    main = "presentationml.presentation.main+xml"
    content = with_types(template(), main, f"presentationml.{kind}.main+xml")
    made_of = deck(ALL, body="x", template=content)
    assert titles(opened(made_of))[0] == ALL[0].message


@pytest.mark.parametrize(
    "content", [b"", b"khong phai", b"PK\x03\x04", template()[:4000], b"\xd0\xcf\x11\xe0" * 200]
)
def test_another_file_is_refused_with_what_to_do(content):
    with pytest.raises(TemplateProblem, match=r"\.pptx"):
        deck(ALL, body="x", template=content or b"\n")


def test_a_zip_of_something_else_is_refused():
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("doc.txt", "x")
    with pytest.raises(TemplateProblem, match="PowerPoint"):
        deck(ALL, body="x", template=other.getvalue())


def test_without_a_template_the_font_has_vietnamese_letters():
    with zipfile.ZipFile(io.BytesIO(deck(ALL, body="x"))) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()
    assert theme.count(f'<a:latin typeface="{FONT}"') == 2
    assert "Calibri" not in theme
