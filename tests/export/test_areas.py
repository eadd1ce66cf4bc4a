"""Pictures of marked areas in an export."""

import struct

from export_notes import WORK, mark, report
from msgspec.structs import replace

from zzpreader.export.areas import pictures, requests
from zzpreader.export.choice import Choice
from zzpreader.export.report import Illustration, Paragraph
from zzpreader.model.annotation import Highlight, PdfRectsSelector, Target
from zzpreader.model.geometry import Quad, Rect
from zzpreader.wire import Failed, PngDrawn, Reason

PAPER = replace(WORK, pages=6)


def area(rect: Rect, page: int = 2, description: str = ""):
    made = mark("", page, highlight=Highlight.OUTLINE)
    selector = PdfRectsSelector(page=page, quads=(Quad.around(rect),))
    body = replace(made.body, description=description)
    return replace(made, target=Target(source=WORK.id, selector=(selector,)), body=body)


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


FIGURE = area(Rect(50, 60, 122, 96), description="Een staafdiagram\nper jaar")


def test_an_area_is_asked_for_as_it_lies_on_its_page_and_shown_as_large_as_it_is():
    plain = report(FIGURE, mark("Woorden"), work=PAPER)
    wanted = requests(plain)
    [request] = wanted.values()
    assert (list(wanted), request.page, request.part) == ([FIGURE.id], 2, Rect(50, 60, 122, 96))
    found = pictures(plain, wanted, {request: PngDrawn(png(150, 75))})
    picture = found[FIGURE.id]
    assert (picture.width, picture.height, picture.alt) == (72, 36, "Een staafdiagram per jaar")
    shown = report(FIGURE, work=PAPER, pictures=found)
    [illustration] = [block for block in shown.blocks if isinstance(block, Illustration)]
    assert illustration.picture == picture
    assert illustration.caption.startswith("Area (p. 38")
    assert not [b for b in shown.blocks if isinstance(b, Paragraph) and not b.remark]


def test_an_area_that_could_not_be_drawn_is_told_in_words():
    plain = report(FIGURE, work=PAPER)
    wanted = requests(plain)
    found = pictures(plain, wanted, dict.fromkeys(wanted.values(), Failed(Reason.PAGE)))
    assert found == {}
    said = [block for block in report(FIGURE, work=PAPER, pictures=found).blocks if isinstance(block, Paragraph)]
    assert "staafdiagram" in "".join(run.text for run in said[0].runs)


def test_what_lies_on_no_page_or_has_no_extent_is_not_asked_for():
    odd = (area(Rect(0, 0, 9, 9), page=6), area(Rect(5, 5, 5, 9)))
    assert requests(report(*odd, work=PAPER)) == {}
    assert requests(report(FIGURE, work=PAPER, choice=Choice(pictures=False))) == {}


def test_without_words_of_the_reader_a_picture_says_at_least_what_it_is():
    plain = report(area(Rect(0, 0, 72, 72)), work=PAPER)
    [(name, request)] = requests(plain).items()
    assert pictures(plain, {name: request}, {request: PngDrawn(png(1, 1))})[name].alt.startswith("area (p. 38")


def test_a_large_sheet_is_drawn_coarser():
    [request] = requests(report(area(Rect(0, 0, 3000, 2000)), work=PAPER)).values()
    pixels = 3000 * 2000 * (request.dpi / 72) ** 2
    assert 2_900_000 < pixels <= 3_000_001
