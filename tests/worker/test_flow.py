"""A page taken apart by a worker."""

import pymupdf
import pytest
from pdf_files import finished

from zzpreader.model.reflow import PieceKind, is_sound
from zzpreader.wire import Failed, FlowRead, ReadFlow


def figure_pdf(rotation=0) -> bytes:
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_textbox((70, 60, 525, 100), "Een kop", fontsize=22)
    page.insert_textbox((70, 110, 525, 200), "De gemeente telt haar zelfstandigen elk jaar. " * 5, fontsize=11)
    picture = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 40, 20))
    picture.clear_with(90)
    page.insert_image((70, 250, 470, 450), pixmap=picture)
    page.insert_textbox((70, 460, 525, 480), "Figuur 1 Groei", fontsize=9)
    page.set_rotation(rotation)
    return finished(document)


def test_heading_paragraph_figure_and_caption_come_in_this_order(opened):
    answer = opened(figure_pdf())(ReadFlow(0))
    assert isinstance(answer, FlowRead)
    assert is_sound(answer.flow)
    kinds = [piece.kind for piece in answer.flow.pieces]
    assert kinds == [PieceKind.HEADING, PieceKind.PARAGRAPH, PieceKind.PICTURE, PieceKind.CAPTION]
    box = answer.flow.pieces[2].box
    assert box
    assert abs(box.left - 70) < 8
    assert abs(box.bottom - 450) < 8


def test_the_figure_of_a_page_that_lies_on_its_side_is_where_it_is_on_the_page_upright(opened):
    upright = opened(figure_pdf())(ReadFlow(0)).flow
    turned = opened(figure_pdf(90))(ReadFlow(0)).flow
    boxes = [next(one.box for one in flow.pieces if one.kind is PieceKind.PICTURE) for flow in (upright, turned)]
    assert boxes[0] == boxes[1]


def test_bars_of_a_chart_without_a_frame_are_one_picture(opened):
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_textbox((70, 60, 525, 150), "De gemeente telt haar zelfstandigen elk jaar. " * 5, fontsize=11)
    for number, value in enumerate((40, 65, 90, 120, 150)):
        left = 70 + 55 * number
        page.draw_rect((left, 360 - value, left + 20, 360), fill=(0.05, 0.36, 0.68), color=None)
        page.insert_text((left, 374), str(2019 + number), fontsize=9)
    page.insert_text((70, 400), "Figuur 1 Starters per jaar, in alle wijken samen", fontsize=9)
    answer = opened(finished(document))(ReadFlow(0))
    kinds = [piece.kind for piece in answer.flow.pieces]
    assert kinds == [PieceKind.PARAGRAPH, PieceKind.PICTURE, PieceKind.CAPTION]
    box = answer.flow.pieces[1].box
    assert (box.left, box.right) == pytest.approx((70, 310), abs=8)


def test_a_page_that_is_not_there_fails_by_a_value(opened):
    assert isinstance(opened(figure_pdf())(ReadFlow(7)), Failed)
