"""Does a deck say what its screens say, in their order, with nothing out of its box?"""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.oxml.ns import qn

from scoring.reports.blocks import Column, Figure, Screen, Table
from scoring.reports.slides.deck import deck
from tests.reports.slides_material import (
    ALL,
    BARS,
    COVER,
    FALLS,
    SOURCE,
    UNITS,
    WATERFALL,
    charts,
    made,
    opened,
    texts,
    titles,
)

WORD = "Đơnvịcótênviếtliền" * 40


def inside(made_of):
    """Every shape on its slide, every table as high as its rows."""
    for slide in made_of.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= made_of.slide_width + 1
            high = shape.height
            if shape.has_table:
                high = sum(row.height for row in shape.table.rows)
            assert shape.top + high <= made_of.slide_height + 1


def ids(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert len(set(archive.namelist())) == len(archive.namelist())
    for slide in opened(content).slides:
        found = [one.get("id") for one in slide._element.iter(qn("p:cNvPr"))]
        assert len(set(found)) == len(found)


def test_a_deck_is_sixteen_by_nine_with_a_title_on_every_slide():
    found = made(*ALL)
    assert found.slide_width * 9 == pytest.approx(found.slide_height * 16, rel=1e-3)
    assert titles(found)[:3] == [one.message for one in ALL[:3]]
    assert set(titles(found)[4:]) == {"200 nhiệm vụ (tiếp)"}
    inside(found)
    ids(deck(ALL, body="Cơ quan thử"))


def test_the_cover_says_whose_meeting_it_is():
    (slide,) = made(COVER).slides
    assert texts(slide) == [COVER.message, "\n".join(COVER.sentences)]


def test_figures_sentences_sources_and_number_are_real_text():
    (slide,) = made(UNITS).slides
    told = texts(slide)
    assert "Chỉ số\n83,93\u00a0%\n+3,27 điểm" in told
    assert "Một câu nhận xét." in told
    assert f"Nguồn: {SOURCE}" in told
    kinds = [one.get("type") for one in slide._element.iter(qn("a:fld"))]
    assert kinds == ["slidenum"]


def test_notes_have_what_to_say_and_the_sources():
    (slide,) = made(UNITS).slides
    said = slide.notes_slide.notes_text_frame.text.split("\n")
    assert said == ["Nói thêm: dòng 35", "Nguồn số liệu:", SOURCE]


def test_screens_are_chosen_and_ordered():
    found = made(*ALL, chosen=["don-vi", "bia", "diem-mat"])
    assert titles(found) == [UNITS.message, COVER.message, FALLS.message]
    with pytest.raises(KeyError, match="khong-co"):
        made(*ALL, chosen=["khong-co"])
    with pytest.raises(ValueError):
        made(*ALL, chosen=[])


def test_words_that_never_end_stay_inside_and_are_whole_in_the_notes():
    screen = Screen(
        *("x", "x", WORD),
        sentences=(WORD * 3,),
        figures=(Figure(WORD, WORD, WORD),),
        table=Table((Column(WORD), Column("Điểm", "points")), ((WORD * 9, 1.5),)),
    )
    found = made(screen)
    inside(found)
    said = found.slides[0].notes_slide.notes_text_frame.text.split("\n")
    assert WORD in said and WORD * 9 in said
    told = "".join(text for slide in found.slides for text in texts(slide)).replace(" ", "")
    assert WORD * 3 in told  # sentences go on, they are not cut


def test_markup_and_control_characters_are_text():
    bad = "<b>&amp;</b> =SUM(A1)\x00\x0b\x1f \ud800 ]]> \ufffe"
    found = made(Screen("x", "x", bad, sentences=(bad,), sources=(bad,), spoken=(bad,)))
    assert titles(found) == ["<b>&amp;</b> =SUM(A1) ]]>"]


def test_nothing_to_show_is_said():
    found = made(Screen("x", "x", "Chưa nạp", chart=None, table=Table((Column("A"),), ())))
    assert "Chưa có số liệu." in texts(found.slides[0])
    (alone,) = made(Screen("x", "x", "Chỉ một câu")).slides
    assert texts(alone)[0] == "Chỉ một câu" and len(texts(alone)) == 2


@settings(max_examples=25)
@given(
    st.lists(
        st.builds(
            Screen,
            key=st.uuids().map(str),
            topic=st.just("x"),
            message=st.text(max_size=300),
            sentences=st.lists(st.text(max_size=900), max_size=6).map(tuple),
            figures=st.lists(
                st.builds(Figure, st.text(max_size=60), st.text(max_size=30), st.text(max_size=90)),
                max_size=8,
            ).map(tuple),
            chart=st.sampled_from([None, BARS, WATERFALL]),
            table=st.lists(
                st.tuples(st.text(max_size=400), st.none() | st.floats(-1e4, 1e4)), max_size=30
            ).map(lambda rows: Table((Column("Tên"), Column("Điểm", "points")), tuple(rows))),
            sources=st.lists(st.text(max_size=120), max_size=5).map(tuple),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_any_screens_make_a_deck_that_opens_with_everything_in_its_place(screens):
    content = deck(screens, body="Cơ quan thử")
    ids(content)
    found = opened(content)
    inside(found)
    assert len(list(charts(found))) == sum(one.chart is not None for one in screens)
