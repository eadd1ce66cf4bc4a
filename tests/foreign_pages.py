"""A small publication to find marks in."""

from array import array

from zzpreader.imports.anchoring import Anchored, Ground, anchor
from zzpreader.imports.places import Pages
from zzpreader.imports.source import Source
from zzpreader.model.geometry import Size
from zzpreader.model.pages import Labels, Page
from zzpreader.model.sections import SectionTree
from zzpreader.model.selectors import Paper
from zzpreader.model.text import Line, PageText

WIDE, HIGH = 10.0, 12.0
SIZE = Size(400.0, 600.0)
TEXTS = (
    "Harde cijfers helpen de gemeente.\nDe wijk is te klein voor zzp'ers.\n",
    "Tweede bladzijde met andere woorden.\nHarde cijfers komen terug.\n",
)
PUBLICATION = "urn:uuid:00000000-0000-4000-8000-0000000000aa"


def page_text(content: str) -> PageText:
    """Every sign 10 points wide on lines 20 points apart; the first line is 100 below the top, 50 from the left."""
    boxes, lines = array("f"), list[Line]()
    start = 0
    for row, line in enumerate(content.splitlines(keepends=True)):
        top = 100.0 + 20 * row
        for column in range(len(line)):
            boxes.extend((50 + WIDE * column, top, 50 + WIDE * (column + 1), top + HIGH))
        lines.append(Line(start, start + len(line.rstrip("\n")), row))
        start += len(line)
    return PageText(content, boxes.tobytes(), tuple(lines))


def ground_of(*texts: str) -> Ground:
    pages = [Page(SIZE) for _ in texts]
    paper = Paper(Labels([(f"{n + 10}",) for n in range(len(texts))]), lambda _: SIZE.width)
    spaces = [(1.0, 0.0, 0.0, -1.0, 0.0, SIZE.height)] * len(texts)
    return Ground(PUBLICATION, "e" * 64, SectionTree(), [page_text(one) for one in texts], Pages(paper, pages, spaces))


def anchored(source: Source, ground: Ground) -> tuple[Anchored, ...]:
    steps = anchor(source, ground)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
