"""Slides: wide pages with little on them, each with a title; what else is set large on them is no heading."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from zzpreader.structure.headings import Heading
from zzpreader.structure.text import DocumentText
from zzpreader.structure.titles import fold

_WIDE = 1.2
_MOST_LETTERS = 900
"""On half of the slides at most."""
_AGAIN = re.compile(r"\W*\(?(vervolg|cont(inue)?d?\.?|fortsetzung|suite|\d+( ?/ ?\d+)?)\)?\W*$", re.IGNORECASE)


def are_slides(text: DocumentText) -> bool:
    if text.pages < 3 or any(row.column for row in text.rows):
        return False
    wide = sum(size.width > _WIDE * size.height for size in text.sizes)
    letters = [sum(len(text.rows[n].text) for n in text.on(page)) for page in range(text.pages)]
    return wide >= 0.8 * text.pages and median(letters) <= _MOST_LETTERS


def slide_titles(headings: Sequence[Heading]) -> list[Heading]:
    """Of every slide the first heading, if it is set as those of other slides are; one that goes on is said once."""
    firsts: list[Heading] = []
    for heading in headings:
        if not firsts or heading.page != firsts[-1].page:
            firsts.append(heading)
    uses = Counter(heading.look.size for heading in firsts)
    titles: list[Heading] = []
    for heading in firsts:
        again = titles and _said(heading) == _said(titles[-1])
        if uses[heading.look.size] > 1 and not again:
            titles.append(heading)
    return titles


def _said(heading: Heading) -> str:
    return fold(_AGAIN.sub("", heading.text)) or fold(heading.text)
