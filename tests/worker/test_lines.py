"""What `read_lines` makes of pages that are drawn here."""

import pymupdf
import pytest

from zzpreader.model.geometry import Size
from zzpreader.model.lines import PageLines
from zzpreader.worker.document import Document
from zzpreader.worker.lines import read_lines


def lines_of(page: pymupdf.Page) -> PageLines:
    document = Document(page.parent.tobytes())
    document.open("")
    return read_lines(document, page.number)


@pytest.fixture
def page():
    document = pymupdf.open()
    yield document.new_page(width=400, height=600)
    document.close()


def test_a_line_says_what_it_is_set_in(page):
    page.insert_text((50, 100), "Les 3: meten helpt", fontname="hebo", fontsize=14, color=(1, 0, 0))
    page.insert_text((50, 130), "Gewone tekst", fontname="tiit", fontsize=10)
    heading, body = (line.spans[0] for line in lines_of(page).lines)
    assert (heading.text, heading.size, heading.bold, heading.italic) == ("Les 3: meten helpt", 14, True, False)
    assert heading.colour == 0xFF0000
    assert (body.text, body.size, body.bold, body.italic, body.colour) == ("Gewone tekst", 10, False, True, 0)


def test_boxes_lie_on_the_unrotated_page(page):
    page.insert_text((50, 100), "boven links", fontsize=12)
    upright = lines_of(page)
    page.set_rotation(90)
    turned = lines_of(page)
    assert turned.size == upright.size == Size(400, 600)
    before, after = upright.lines[0].spans[0].box, turned.lines[0].spans[0].box
    assert (after.left, after.top, after.right, after.bottom) == pytest.approx(
        (before.left, before.top, before.right, before.bottom), abs=0.02
    )
    assert turned.lines[0].turn == 0


@pytest.mark.parametrize("rotation", [0, 90])
def test_the_size_is_that_of_what_is_shown_in_the_units_of_the_boxes(page, rotation):
    page.parent.xref_set_key(page.xref, "CropBox", "[-20 200 300 620]")
    page.parent.xref_set_key(page.xref, "UserUnit", "2")
    page.set_rotation(rotation)
    assert lines_of(page).size == Size(600, 800)


def test_boxes_count_from_the_crop_box(page):
    page.insert_text((150, 200), "binnen", fontsize=12)
    before = lines_of(page).lines[0].spans[0].box
    page.set_cropbox(pymupdf.Rect(100, 100, 350, 500))
    after = lines_of(page)
    assert after.size == Size(250, 400)
    assert after.lines[0].spans[0].box.left == pytest.approx(before.left - 100)
    assert after.lines[0].spans[0].box.top == pytest.approx(before.top - 100)


def test_writing_upwards_is_known_as_such(page):
    page.insert_text((50, 300), "ruggetitel", fontsize=12, rotate=90)
    assert lines_of(page).lines[0].turn == 270


def test_spans_of_one_style_are_one_span_and_keep_their_blanks(page):
    page.insert_text((50, 100), "een", fontsize=12)
    page.insert_text((74, 100), "twee", fontsize=12)
    page.insert_text((104, 100), "drie", fontname="hebo", fontsize=12)
    (line,) = lines_of(page).lines
    assert "".join(span.text for span in line.spans).split() == ["een", "twee", "drie"]
    assert len(line.spans) == 2


def test_an_empty_page_has_no_lines(page):
    assert lines_of(page).lines == ()
