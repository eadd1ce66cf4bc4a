"""A report as a PDF: what a worker is asked to set on pages, and what is put into the file.

The worker's HTML knows no more than this style says. It makes no tags for screen readers; an ODT does.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from zzpreader.export.by_worker import Asking, NotMade
from zzpreader.export.html import block_html, contents_html
from zzpreader.export.report import Block, Heading, Illustration, Report
from zzpreader.export.xml import text
from zzpreader.model.legend import COLOURS
from zzpreader.model.refused import Unmade
from zzpreader.wire import NotesSet, SetNotes

_A_PIECE = 40
"""Blocks that are laid out together: the time for one piece grows with its square."""

_WIDEST, _HIGHEST = 455, 640
"""Points of a picture."""

_CAPTION = 36
"""Points for what stands below it, and the space around both."""

_OURS = b"%zzpreader notes\n"
"""A comment at the end by which a PDF that we made is told from a publication."""

_STYLE = """
body { font-family: sans-serif; font-size: 10.5pt; line-height: 1.45; color: #1f1f1f; margin: 0; }
h1 { font-size: 22pt; line-height: 1.2; margin: 0 0 4pt; } h2 { font-size: 16pt; margin: 22pt 0 6pt; }
h3 { font-size: 13.5pt; margin: 18pt 0 5pt; } h4 { font-size: 12pt; margin: 16pt 0 4pt; }
h5, h6 { font-size: 10.5pt; margin: 14pt 0 4pt; } p { margin: 0 0 7pt; } a { color: #1a4f8b; text-decoration: none; }
.byline, .remark, cite, figcaption { color: #595959; font-size: 9pt; font-style: normal; }
blockquote { margin: 5pt 0 7pt; padding: 1pt 0 1pt 10pt; border-left: 2.5pt solid #595959; }
blockquote p { margin: 0 0 3pt; } cite { display: block; }
nav ol { list-style-type: none; margin: 0 0 10pt; padding: 0; } nav li { margin: 0 0 2pt; }
li.box { list-style-type: none; } .l3 { margin-left: 14pt; } .l4 { margin-left: 28pt; }
table { width: 100%; margin: 6pt 0 10pt; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 3pt 8pt 3pt 0; border-bottom: 0.5pt solid #bfbfbf; }
figure { margin: 8pt 0 10pt; } figcaption { display: block; text-align: left; margin: 3pt 0 0; }
pre { margin: 0 0 7pt 10pt; font-size: 9pt; color: #404040; }
"""


def to_set(report: Report) -> SetNotes:
    meta = report.meta
    byline = f'<p class="byline">{text(report.byline)}</p>' if report.byline else ""
    chunks = [[_fitting(block) for block in blocks] for blocks in _pieces(report.blocks)] or [[]]
    pieces = ["".join(map(block_html, chunk)) for chunk in chunks]
    first = f"<h1>{text(meta.title)}</h1>{byline}{contents_html(report)}{''.join(pieces[:1])}"
    colours = "".join(f"blockquote.{colour.name} {{ border-color: {colour.edge}; }}\n" for colour in COLOURS)
    return SetNotes(
        style=_STYLE + colours,
        pieces=(first, *pieces[1:]),
        least=(0.0, *map(_least, chunks[1:])),
        title=meta.title,
        author=meta.author,
        language=meta.language,
        date=meta.date,
    )


def asking(report: Report) -> Asking:
    """Raises: NotMade."""
    answer = yield to_set(report)
    if not isinstance(answer, NotesSet):
        raise NotMade(Unmade.NOTES)
    return sealed(answer.pdf)


def sealed(pdf: bytes) -> bytes:
    """As it is written."""
    return pdf + _OURS


def is_ours(pdf: bytes) -> bool:
    return pdf.startswith(b"%PDF-") and pdf.endswith(_OURS)


def _fitting(block: Block) -> Block:
    """Pictures no larger than the text area, and in the units of MuPDF, to which a pixel is a point."""
    if not isinstance(block, Illustration):
        return block
    picture = block.picture
    share = min(1.0, _WIDEST / picture.width, _HIGHEST / picture.height) * 3 / 4
    return replace(block, picture=replace(picture, width=picture.width * share, height=picture.height * share))


def _least(chunk: list[Block]) -> float:
    """Points that have to be left on the page: a picture would else be made as small as what is left."""
    heights = [block.picture.height for block in chunk if isinstance(block, Illustration)]
    return heights[0] * 4 / 3 + _CAPTION if heights else 0.0


def _pieces(blocks: tuple[Block, ...]) -> Iterator[list[Block]]:
    """Cut before headings as far as can be, so that one stays with what it is over; a picture is a piece of its own."""
    piece: list[Block] = []
    for block in blocks:
        is_picture = isinstance(block, Illustration) or (piece and isinstance(piece[-1], Illustration))
        is_long = len(piece) >= 4 * _A_PIECE or (len(piece) >= _A_PIECE and isinstance(block, Heading))
        if piece and (is_picture or is_long):
            yield piece
            piece = []
        piece.append(block)
    if piece:
        yield piece
