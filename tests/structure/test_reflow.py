"""What is read one after the other on a page, from lines that are plain values."""

from array import array

import pytest

from zzpreader.model.geometry import Rect
from zzpreader.model.reflow import PieceKind, is_sound
from zzpreader.model.text import Line, PageText
from zzpreader.structure.reflow import Seen, reflow


def text_of(page) -> PageText:
    """The text that belongs to the lines, letter by letter of one width; every gap of lines is a paragraph."""
    words, boxes, lines, block = "", array("f"), [], 0
    below = None
    for line in page.lines:
        (span,) = line.spans
        if below is not None and not 0 <= span.box.top - below < 4:
            block += 1
        below = span.box.bottom
        start, wide = len(words), (span.box.right - span.box.left) / len(span.text)
        for n in range(len(span.text)):
            boxes.extend((span.box.left + n * wide, span.box.top, span.box.left + (n + 1) * wide, span.box.bottom))
        words += span.text + "\n"
        boxes.extend((span.box.right, span.box.top, span.box.right, span.box.bottom))
        lines.append(Line(start, start + len(span.text), block))
    return PageText(words, boxes.tobytes(), tuple(lines))


def read(pages, at=0, **drawn):
    flow = reflow(Seen(text_of(pages[at]), pages, at, **drawn))
    assert is_sound(flow)
    return [(piece.kind, " ".join(flow.text.text[piece.start : piece.end].split())) for piece in flow.pieces]


@pytest.fixture
def chapter(paper):
    """Pages with the same head and a number below, a heading, a paragraph, and a footnote to it."""

    def page(number, note):
        return paper.page(
            paper.line("Kennisbundel zelfstandigen", 30),
            paper.line(f"Les {number} Cijfers", 100, size=16, bold=True),
            paper.body(150),
            paper.body(260),
            paper.line(f"{number} {note}", 760, size=7.5),
            paper.number(number),
        )

    notes = ("Zie de bijlage.", "Bron: de gemeente.", "Cijfers van 2011.", "Een schatting.", "Niet gemeten.")
    return [page(n, note) for n, note in enumerate(notes, 1)]


def test_what_heads_and_foots_every_page_is_not_read(chapter):
    kinds = read(chapter, 2)
    said = " ".join(words for _, words in kinds)
    assert "Kennisbundel" not in said
    assert [kind for kind, _ in kinds] == [PieceKind.HEADING, PieceKind.PARAGRAPH, PieceKind.PARAGRAPH, PieceKind.NOTE]
    assert kinds[0][1] == "Les 3 Cijfers"


def test_a_footnote_stands_behind_the_paragraph_that_refers_to_it(paper):
    first, second = paper.body(150), paper.body(260)
    raised = paper.line("7", 232, 470, size=5)
    note = paper.line("7 Zie de bijlage.", 760, size=7.5)
    page = paper.page(first, raised, second, note)
    text = text_of(page)
    flow = reflow(Seen(text, [page], 0))
    kinds = [piece.kind for piece in flow.pieces]
    assert PieceKind.NOTE in kinds
    assert is_sound(flow)


def test_a_figure_stands_where_it_stands_between_the_paragraphs(paper):
    page = paper.page(paper.body(100), paper.line("Figuur 2 Groei", 420, italic=True), paper.body(460))
    found = [kind for kind, _ in read([page], pictures=[Rect(70, 220, 500, 410)])]
    assert found == [PieceKind.PARAGRAPH, PieceKind.PICTURE, PieceKind.CAPTION, PieceKind.PARAGRAPH]


def test_a_ruled_table_is_a_picture_and_a_box_of_running_text_is_text(paper):
    cells = [paper.line(words, 220 + 20 * n, left) for n in range(4) for words, left in (("Stad", 80), ("12", 300))]
    rules = [Rect(70, 215 + 20 * n, 500, 216 + 20 * n) for n in range(5)] + [
        Rect(70, 215, 71, 296),
        Rect(499, 215, 500, 296),
    ]
    table = paper.page(paper.body(100), cells, paper.body(320))
    found = read([table], drawn=rules)
    assert [kind for kind, _ in found] == [PieceKind.PARAGRAPH, PieceKind.PICTURE, PieceKind.PARAGRAPH]
    boxed = paper.page(paper.body(100))
    assert [kind for kind, _ in read([boxed], drawn=[Rect(60, 90, 420, 195)])] == [PieceKind.PARAGRAPH]


@pytest.mark.parametrize("thickness", [12, 30])
def test_bars_without_a_frame_are_one_picture_with_their_labels(paper, thickness):
    lefts = [80 + 2 * thickness * n for n in range(5)]
    bars = [Rect(left, 400 - 35 * n - 20, left + thickness, 400) for n, left in enumerate(lefts)]
    labels = [paper.line(str(2019 + n), 404, left, size=6) for n, left in enumerate(lefts)]
    page = paper.page(paper.body(100), labels, paper.line("Figuur 2 Groei van jaar tot jaar", 440), paper.body(480))
    found = read([page], drawn=bars)
    assert [kind for kind, _ in found] == [
        PieceKind.PARAGRAPH,
        PieceKind.PICTURE,
        PieceKind.CAPTION,
        PieceKind.PARAGRAPH,
    ]
    assert not any("2020" in words for kind, words in found if kind is not PieceKind.PICTURE)


def test_bars_that_lie_are_one_picture_too(paper):
    tops = [230 + 24 * n for n in range(4)]
    bars = [Rect(200, top, 240 + 60 * n, top + 14) for n, top in enumerate(tops)]
    labels = [
        paper.line(word, top + 2, 140, size=9)
        for word, top in zip(("Noord", "Oost", "Zuid", "West"), tops, strict=True)
    ]
    page = paper.page(paper.body(100), labels, paper.body(400))
    assert [kind for kind, _ in read([page], drawn=bars)] == [
        PieceKind.PARAGRAPH,
        PieceKind.PICTURE,
        PieceKind.PARAGRAPH,
    ]


def test_lines_with_a_ground_of_their_own_are_text(paper):
    lengths = (30, 14, 21)
    lines = [paper.line("w" * length, 300 + 14 * n, 70, size=10) for n, length in enumerate(lengths)]
    grounds = [Rect(68, 299 + 14 * n, 72 + 5 * length, 312 + 14 * n) for n, length in enumerate(lengths)]
    found = read([paper.page(paper.body(100), lines, paper.body(400))], drawn=grounds)
    assert PieceKind.PICTURE not in [kind for kind, _ in found]


@pytest.mark.parametrize(
    "drawn",
    [
        [Rect(62, 102 + 14 * n, 66, 106 + 14 * n) for n in range(5)],
        [Rect(70, 111 + 12 * n, 420, 111.8 + 12 * n) for n in range(6)],
        [Rect(60 + 20 * n, 300, 66 + 20 * n, 306) for n in range(5)],
    ],
    ids=["bullets", "lines below words", "dots"],
)
def test_small_shapes_in_a_row_are_no_chart(paper, drawn):
    page = paper.page(paper.body(100), paper.body(400))
    assert PieceKind.PICTURE not in [kind for kind, _ in read([page], drawn=drawn)]


def test_a_table_without_rules_is_a_picture_and_a_contents_list_is_not(paper):
    rows = [
        paper.line(words, 100 + 14 * n, left)
        for n in range(5)
        for words, left in (("Amersfoort", 70), ("hoog", 250), ("laag", 400))
    ]
    assert PieceKind.PICTURE in [kind for kind, _ in read([paper.page(rows)])]
    contents = [
        paper.line(words, 100 + 14 * n, left)
        for n in range(5)
        for words, left in (("Inleiding", 70), (str(n + 3), 400))
    ]
    assert PieceKind.PICTURE not in [kind for kind, _ in read([paper.page(contents)])]


def test_a_page_whose_content_goes_back_up_is_read_from_top_to_bottom(paper):
    page = paper.page(paper.body(150), paper.body(400), paper.line("Een kop die later geschreven is", 370, size=14))
    assert [kind for kind, _ in read([page])] == [PieceKind.PARAGRAPH, PieceKind.HEADING, PieceKind.PARAGRAPH]


def test_a_scan_is_one_picture(paper):
    assert [kind for kind, _ in read([paper.page()], pictures=[Rect(0, 0, 595, 842)])] == [PieceKind.PICTURE]


def test_thousands_of_shapes_make_no_more_than_some_figures(paper):
    drawn = [Rect(x, y, x + 2, y + 2) for x in range(0, 590, 6) for y in range(0, 840, 6)]
    assert len(read([paper.page(paper.body(100))], drawn=drawn)) <= 70
