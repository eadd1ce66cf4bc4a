"""Where on a page anything is printed."""

import pymupdf
import pytest
from pdf_files import finished

from zzpreader.model.geometry import bounds
from zzpreader.wire import ReadPrinted


def printed_pdf(rotation) -> bytes:
    document = pymupdf.open()
    page = document.new_page(width=400, height=600)
    page.draw_rect((0, 0, 400, 600), color=None, fill=(1, 1, 1))
    page.draw_rect((60, 100, 180, 500), color=None, fill=(0, 0, 0))
    page.draw_rect((220, 150, 350, 450), color=None, fill=(0, 0, 0.6))
    page.set_rotation(rotation)
    document.new_page(width=400, height=600)
    return finished(document)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_halves_are_those_of_the_upright_page_however_it_is_turned_and_white_is_nothing(opened, rotation):
    first, second = opened(printed_pdf(rotation))(ReadPrinted(0, 5)).pages
    left, right = first
    for box, wanted in ((left, (60, 100, 180, 500)), (right, (220, 150, 350, 450))):
        edges = (box.left, box.top, box.right, box.bottom)
        assert all(abs(edge - other) < 3 for edge, other in zip(edges, wanted, strict=True))
    assert bounds([left, right]).width < 295
    assert second == (None, None)
