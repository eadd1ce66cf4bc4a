"""The text of a page: code points, boxes, lines."""

import pymupdf
import pytest
from pdf_files import finished, one_page, stream, text_pdf

from zzpreader.model.geometry import Rect
from zzpreader.model.text import PageText
from zzpreader.wire import ReadText
from zzpreader.worker import found_lines
from zzpreader.worker import glyphs as glyphs_module
from zzpreader.worker.text import sendable

ROTATIONS = (0, 90, 180, 270)


def text_at(opened, data: bytes, page: int = 0) -> PageText:
    return opened(data)(ReadText(page)).text


def close(box: Rect, other: Rect) -> bool:
    return (box.left, box.top, box.right, box.bottom) == pytest.approx(
        (other.left, other.top, other.right, other.bottom), abs=0.02
    )


def test_every_line_ends_with_one_line_end_that_belongs_to_none(opened):
    text = text_at(opened, text_pdf("eerste\ntweede"))
    assert text.text == "eerste\ntweede\n"
    assert [(line.start, line.end) for line in text.lines] == [(0, 6), (7, 13)]
    assert len(text.boxes) == 16 * len(text.text)


def test_boxes_lie_where_the_glyphs_are(opened):
    text = text_at(opened, text_pdf("Hij"))
    first, last = text.box(0), text.box(2)
    assert first.left == pytest.approx(50, abs=1)
    assert first.top < 100 - 6 < 100 < first.bottom
    assert first.right <= last.left + 0.01
    assert text.box(3).width == 0
    assert text.box(3).left == pytest.approx(last.right)


def turned_pdf(rotation: int, cropped: bool) -> bytes:
    document = pymupdf.open()
    page = document.new_page(width=400, height=600)
    page.insert_text((150, 200), "liggend", fontsize=12)
    page.insert_text((150, 300), "staand", fontsize=12, rotate=90)
    if cropped:
        page.set_cropbox(pymupdf.Rect(100, 40, 350, 500))
    page.set_rotation(rotation)
    return finished(document)


@pytest.mark.parametrize("cropped", [False, True])
@pytest.mark.parametrize("rotation", ROTATIONS)
def test_boxes_count_from_the_unrotated_crop_box(opened, rotation, cropped):
    text, upright = text_at(opened, turned_pdf(rotation, cropped)), text_at(opened, turned_pdf(0, False))
    assert text.text == upright.text
    left, top = (100, 40) if cropped else (0, 0)
    for offset in range(len(text.text)):
        box = upright.box(offset)
        moved = Rect(box.left - left, box.top - top, box.right - left, box.bottom - top)
        if text.text[offset] != "\n":
            assert close(text.box(offset), moved)


@pytest.mark.parametrize("rotation", ROTATIONS)
def test_the_direction_of_writing_is_that_on_the_unrotated_page(opened, rotation):
    text = text_at(opened, turned_pdf(rotation, False))
    assert [line.turn for line in text.lines] == [0, 270]


def test_ligatures_are_kept_as_they_are(opened):
    to_unicode = (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00><ff> endcodespacerange "
        "1 beginbfchar <41> <FB01> endbfchar endcmap end end"
    )
    data = one_page(
        "/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>",
        more={
            4: stream("BT /F 12 Tf 50 500 Td (A) Tj ET"),
            5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
            6: stream(to_unicode),
        },
    )
    assert text_at(opened, data).text == "ﬁ\n"


def test_what_cannot_be_sent_is_replaced_one_for_one(opened):
    to_unicode = (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00><ff> endcodespacerange "
        "3 beginbfchar <41> <0007> <42> <D800> <43> <000A> endbfchar endcmap end end"
    )
    data = one_page(
        "/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>",
        more={
            4: stream("BT /F 12 Tf 50 500 Td (xABCx) Tj ET"),
            5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
            6: stream(to_unicode),
        },
    )
    text = text_at(opened, data)
    assert text.text.startswith("x")
    assert text.text.endswith("x\n")
    assert text.text.count("\n") == 1


def test_signs_that_only_move_what_follows_are_blanks():
    """InDesign writes “indent to here” into the text of its lists; in a quotation it was a sign that nobody knows."""
    assert sendable("A.\x07Harde\tcijfers\x08helpen\x03") == "A. Harde cijfers helpen "
    assert sendable("een\x06twee") == "een\ufffdtwee"
    assert sendable("een\ntwee") == "een\ntwee"


def test_text_outside_the_crop_box_is_not_there(opened):
    document = pymupdf.open()
    page = document.new_page(width=400, height=600)
    page.insert_text((50, 100), "buiten")
    page.insert_text((50, 400), "binnen")
    page.set_cropbox(pymupdf.Rect(0, 300, 400, 600))
    assert text_at(opened, finished(document)).text == "binnen\n"


def test_blocks_tell_paragraphs_apart(opened):
    document = pymupdf.open()
    page = document.new_page(width=400, height=600)
    page.insert_text((50, 100), "een\ntwee", fontsize=12)
    page.insert_text((50, 300), "drie", fontsize=12)
    text = text_at(opened, finished(document))
    assert [line.block for line in text.lines] == [0, 0, 1]


def test_the_slow_way_gives_the_same_text_as_the_fast(opened, monkeypatch):
    data = turned_pdf(90, True)
    fast = text_at(opened, data)
    for module in (glyphs_module, found_lines):
        assert module._Way.is_fast
        monkeypatch.setattr(module._Way, "is_fast", False)
    assert text_at(opened, data) == fast


def test_an_unknown_layout_is_noticed_before_it_is_followed(opened, monkeypatch):
    for module in (glyphs_module, found_lines):
        monkeypatch.setattr(module._Way, "is_fast", None)
    monkeypatch.setattr(glyphs_module.ctypes, "string_at", lambda _at, size: bytes(size))
    assert text_at(opened, text_pdf("een")).text == "een\n"
    assert not glyphs_module._Way.is_fast
    assert found_lines._Way.is_fast is False


def test_an_empty_page_has_no_text(opened):
    assert text_at(opened, text_pdf("")) == PageText()
