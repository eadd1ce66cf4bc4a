"""Pages as pixels in the block."""

from typing import Any

import pymupdf
import pytest
from pdf_files import finished, one_page

from zzpreader.model.geometry import Rect, Size, rotate_rect
from zzpreader.model.pages import Half
from zzpreader.wire import BACKGROUND, Draw, Drawn, DrawPng, Failed, Paper, Reason

WIDTH, HEIGHT = 400, 600
RED = (255, 0, 0)
BAR = Rect(300, 20, 380, 60)
"""Red, near the upper right corner of the unrotated page."""


def bar_pdf(rotation: int = 0, cropped: bool = False) -> bytes:
    document = pymupdf.open()
    left, top = (100, 50) if cropped else (0, 0)
    page = document.new_page(width=WIDTH + 2 * left, height=HEIGHT + 2 * top)
    box = pymupdf.Rect(BAR.left + left, BAR.top + top, BAR.right + left, BAR.bottom + top)
    page.draw_rect(box, color=(1, 0, 0), fill=(1, 0, 0))
    if cropped:
        page.set_cropbox(pymupdf.Rect(left, top, left + WIDTH, top + HEIGHT))
    page.set_rotation(rotation)
    return finished(document)


def colour_at(block, drawn: Drawn, x: int, y: int) -> tuple[int, int, int]:
    start = y * drawn.stride + 4 * x
    blue, green, red, opaque = block[start : start + 4]
    assert opaque == 255
    return red, green, blue


@pytest.mark.parametrize("cropped", [False, True])
@pytest.mark.parametrize("own", [0, 90, 180, 270])
@pytest.mark.parametrize("total", [0, 90, 180, 270])
def test_the_rotation_asked_for_is_the_whole_rotation(opened, block, own, total, cropped):
    size = Size(WIDTH, HEIGHT).turned(total)
    drawn = opened(bar_pdf(own, cropped))(Draw(0, total, 1.0, 0, 0, int(size.width), int(size.height)))
    centre = rotate_rect(BAR, Size(WIDTH, HEIGHT), total).centre
    assert colour_at(block, drawn, int(centre.x), int(centre.y)) == RED
    opposite = int(size.width - centre.x), int(size.height - centre.y)
    assert colour_at(block, drawn, *opposite) == (255, 255, 255)


def test_a_tile_is_a_piece_of_the_whole_page(opened, block):
    ask = opened(bar_pdf())
    ask(Draw(0, 0, 2.0, 0, 0, 800, 1200))
    whole = block[: 800 * 1200 * 4]
    drawn = ask(Draw(0, 0, 2.0, 590, 30, 100, 50))
    rows = [whole[((30 + y) * 800 + 590) * 4 :][: 100 * 4] for y in range(50)]
    assert block[: drawn.stride * drawn.height] == b"".join(rows)


def test_beyond_the_page_there_is_paper(opened, block):
    drawn = opened(bar_pdf())(Draw(0, 0, 1.0, 350, 550, 100, 100))
    assert colour_at(block, drawn, 99, 99) == (255, 255, 255)


def rgb(colour: int) -> tuple[int, int, int]:
    return colour >> 16, colour >> 8 & 255, colour & 255


@pytest.mark.parametrize("paper", list(Paper))
def test_empty_paper_has_the_colour_that_the_window_shows_before(opened, block, paper):
    drawn = opened(bar_pdf())(Draw(0, 0, 1.0, 0, 0, 50, 50, paper))
    assert colour_at(block, drawn, 25, 25) == pytest.approx(rgb(BACKGROUND[paper]), abs=1)


def test_on_dark_paper_black_is_light_and_red_stays_red(opened, block):
    document = pymupdf.open()
    page = document.new_page(width=100, height=100)
    page.draw_rect(pymupdf.Rect(0, 0, 50, 100), fill=(0, 0, 0), color=None)
    page.draw_rect(pymupdf.Rect(50, 0, 100, 100), fill=(0.6, 0, 0), color=None)
    drawn = opened(finished(document))(Draw(0, 0, 1.0, 0, 0, 100, 100, Paper.DARK))
    assert min(colour_at(block, drawn, 25, 50)) > 200
    red, green, blue = colour_at(block, drawn, 75, 50)
    assert red > green + 40
    assert red > blue + 40


def photo_pdf(box: "pymupdf.Rect") -> bytes:
    document = pymupdf.open()
    page = document.new_page(width=100, height=100)
    picture = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 10, 10), 0)
    picture.set_rect(picture.irect, (250, 240, 40))
    page.insert_image(box, pixmap=picture)
    return finished(document)


@pytest.mark.parametrize("total", [0, 90])
def test_on_dark_paper_a_photograph_keeps_its_colours(opened, block, total):
    drawn = opened(photo_pdf(pymupdf.Rect(60, 0, 100, 40)))(Draw(0, total, 1.0, 0, 0, 100, 100, Paper.DARK))
    x, y = (80, 20) if total == 0 else (80, 80)
    assert colour_at(block, drawn, x, y) == pytest.approx((250, 240, 40), abs=6)
    assert colour_at(block, drawn, 20, 50) == rgb(BACKGROUND[Paper.DARK])


def test_on_dark_paper_a_scan_is_paper(opened, block):
    drawn = opened(photo_pdf(pymupdf.Rect(0, 0, 100, 100)))(Draw(0, 0, 1.0, 0, 0, 100, 100, Paper.DARK))
    assert max(colour_at(block, drawn, 50, 50)) < 130


def test_annotations_and_fields_of_the_document_are_drawn(opened, block):
    document = pymupdf.open()
    page = document.new_page(width=100, height=100)
    page.add_rect_annot(pymupdf.Rect(0, 0, 40, 40)).update(fill_color=(1, 0, 0))
    field: Any = pymupdf.Widget()
    field.field_name, field.field_type = "naam", 7
    field.rect, field.fill_color = pymupdf.Rect(60, 60, 100, 100), (0, 0, 1)
    page.add_widget(field)
    drawn = opened(finished(document))(Draw(0, 0, 1.0, 0, 0, 100, 100))
    assert colour_at(block, drawn, 20, 20) == RED
    assert colour_at(block, drawn, 80, 80) == (0, 0, 255)


def test_a_page_that_cannot_be_drawn_is_a_failure_of_that_page(opened):
    broken = one_page().replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]")
    failed = opened(broken)(Draw(0, 0, 1.0, 0, 0, 10, 10))
    assert isinstance(failed, Failed)
    assert failed.reason is Reason.PAGE


def test_a_png_shows_the_page_as_it_is_meant_to_be_seen(opened):
    answer = opened(bar_pdf(90))(DrawPng(0, 144))
    picture = pymupdf.Pixmap(answer.png)
    assert (picture.width, picture.height, picture.alpha) == (1200, 800, 0)
    assert (picture.xres, picture.yres) == (144, 144)
    centre = rotate_rect(BAR, Size(WIDTH, HEIGHT), 90).centre
    assert picture.pixel(int(2 * centre.x), int(2 * centre.y)) == RED


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_png_of_a_half_is_that_part_of_the_page(opened, rotation):
    answer = opened(bar_pdf(rotation))
    whole = pymupdf.Pixmap(answer(DrawPng(0, 72)).png)
    size = Size(WIDTH, HEIGHT)
    for half in Half:
        picture = pymupdf.Pixmap(answer(DrawPng(0, 72, half)).png)
        part = rotate_rect(half.box(size), size, rotation)
        assert (picture.width, picture.height) == (part.width, part.height)
        for x, y in ((5, 5), (picture.width - 5, picture.height - 5), (picture.width // 2, picture.height // 2)):
            assert picture.pixel(x, y) == whole.pixel(x + int(part.left), y + int(part.top))


@pytest.mark.parametrize("cropped", [False, True])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_png_of_a_part_shows_what_is_there_however_the_page_is_turned(opened, rotation, cropped):
    part = Rect(BAR.left - 10, BAR.top, BAR.right, BAR.bottom)
    picture = pymupdf.Pixmap(opened(bar_pdf(rotation, cropped))(DrawPng(0, 72, part=part)).png)
    seen = rotate_rect(part, Size(WIDTH, HEIGHT), rotation)
    assert (picture.width, picture.height) == (seen.width, seen.height)
    red = sum(picture.pixel(x, y) == RED for x in range(picture.width) for y in range(picture.height))
    assert abs(red - BAR.width * BAR.height) < 0.1 * BAR.width * BAR.height


def test_a_part_that_is_not_on_the_page_is_a_picture_of_next_to_nothing(opened):
    picture = pymupdf.Pixmap(opened(bar_pdf())(DrawPng(0, 72, part=Rect(5000, 5000, 6000, 6000))).png)
    assert picture.width * picture.height <= 1000


def test_a_png_that_nobody_can_hold_is_refused(opened):
    failed = opened(one_page().replace(b"400 600", b"14400 14400"))(DrawPng(0, 600))
    assert isinstance(failed, Failed)
    assert failed.reason is Reason.MEMORY


def test_a_worker_that_gave_its_memory_back_draws_the_same(block, monkeypatch):
    import mmap
    from itertools import count

    from zzpreader.wire import Open
    from zzpreader.worker import answers as answers_module

    data = bar_pdf()
    held = mmap.mmap(-1, len(data))
    held.write(data)
    answers = answers_module.Answers(held, block)
    answers.answer(Open())
    held_bytes = count(2**30, 2**30)  # more and more
    monkeypatch.setattr(answers_module, "resident_bytes", lambda: next(held_bytes))
    pictures: list[bytes] = []
    for _ in range(2):
        answers.answer(Draw(0, 0, 1.0, 0, 0, WIDTH, HEIGHT))
        pictures.append(block[: WIDTH * HEIGHT * 4])
        answers.rest()
    assert pictures[0] == pictures[1]


def _square(left: int, more: str = "") -> str:
    """Red, 40 points wide and high, near the lower edge."""
    box = f"{left} 100 {left + 40} 140"
    return f"<</Type/Annot/Subtype/Square/Rect[{box}]/C[1 0 0]/IC[1 0 0]{more}>>"


def test_an_annotation_that_is_left_out_is_not_drawn_and_the_others_are(opened, block):
    ask = opened(one_page(f"/Annots[{_square(40)}{_square(100)}{_square(160, '/NM(same)')}]"))
    shown = {}
    for without in ((), (0, 2), (1,), ()):
        drawn = ask(Draw(0, 0, 1.0, 0, 0, WIDTH, HEIGHT, without=without))
        shown[without] = [colour_at(block, drawn, left + 20, HEIGHT - 120) == RED for left in (40, 100, 160)]
    assert shown == {(): [True] * 3, (0, 2): [False, True, False], (1,): [True, False, True]}


def test_a_place_where_no_annotation_stands_leaves_nothing_out(opened, block):
    ask = opened(one_page(f"/Annots[{_square(40)}]"))
    drawn = ask(Draw(0, 0, 1.0, 0, 0, WIDTH, HEIGHT, without=(7,)))
    assert colour_at(block, drawn, 60, HEIGHT - 120) == RED
    assert ask(DrawPng(0, 72, without=(0,))).png != ask(DrawPng(0, 72)).png


@pytest.mark.parametrize(("draws", "expected"), [(True, [79, 58, 37, 16]), (False, [95])])
def test_a_worker_lets_go_of_what_it_read_when_that_has_grown_and_not_at_every_answer(
    block, monkeypatch, draws, expected
):
    import mmap

    from zzpreader.wire import Open
    from zzpreader.worker import answers as answers_module

    mb = 2**20
    data = bar_pdf()
    held = mmap.mmap(-1, len(data))
    held.write(data)
    answers = answers_module.Answers(held, block)
    answers.answer(Open())
    holds, gave_at = 70 * mb, list[int]()

    def give_back() -> None:
        nonlocal holds
        gave_at.append(holds // mb)
        holds -= 30 * mb

    monkeypatch.setattr(answers_module, "resident_bytes", lambda: holds)
    monkeypatch.setattr(answers_module, "give_back", give_back)
    for _ in range(40):
        answers._has_drawn = draws
        answers.rest()
        holds += mb
    assert gave_at == expected
