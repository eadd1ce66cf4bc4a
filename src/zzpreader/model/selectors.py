"""From a stretch of text on a page to selectors that find it again, and back."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from zzpreader.model.annotation import PdfRectsSelector, Selector, TextPositionSelector, TextQuoteSelector
from zzpreader.model.folding import clean, find_all, fold, quote
from zzpreader.model.geometry import Point, Quad, Rect
from zzpreader.model.pages import Half, Labels, Place
from zzpreader.model.text import PageText

CONTEXT = 48
"""Code points of clean text that are kept before and after a quote."""

_ENDS_SENTENCE = (".", "!", "?", ":", ";", "…", "”", "’", '"')


class Segment(NamedTuple):
    """Code points [start, end) of the text of one page; a selection over several pages has one for each."""

    page: int
    start: int
    end: int
    text: PageText


class Paper(NamedTuple):
    """What is known of the pages beside their text.

    Args:
        width: of the unrotated page, in points; 0 if it is not known.
    """

    labels: Labels
    width: Callable[[int], float]

    def half_of(self, page: int, x: float) -> Half | None:
        """Which printed page of a spread lies at `x`; None where the page is none."""
        width = self.width(page)
        if width <= 0 or not self.labels.is_spread(page):
            return None
        return Half.at(x, width)


def select(segments: Iterable[Segment], paper: Paper) -> tuple[Selector, ...]:
    """All that is known of where the segments are; () if there is nothing visible in them."""
    trimmed = [_trimmed(one) for one in segments]
    visible = [(one, quads) for one in trimmed if (quads := one.text.quads(one.start, one.end))]
    if not visible:
        return ()
    first, last = visible[0][0], visible[-1][0]
    found: list[Selector] = [
        TextQuoteSelector(
            exact=quote_of([one for one, _ in visible]),
            prefix=clean(first.text.text[max(0, first.start - 3 * CONTEXT) : first.start])[-CONTEXT:],
            suffix=clean(last.text.text[last.end : last.end + 3 * CONTEXT])[:CONTEXT],
        )
    ]
    found += [TextPositionSelector(page=one.page, start=one.start, end=one.end) for one, _ in visible]
    for one, quads in visible:
        found += on_halves(one.page, quads, paper)
    return tuple(found)


def on_halves(page: int, quads: Iterable[Quad], paper: Paper) -> list[PdfRectsSelector]:
    """In the order of the quads, which is that of reading: a new one wherever it goes on in the other half."""
    runs = groupby(quads, key=lambda quad: paper.half_of(page, quad.bounds.centre.x))
    return [_rects(page, tuple(run), half, paper) for half, run in runs]


def quote_of(segments: Iterable[Segment]) -> str:
    """What stands there as clean text, every paragraph a line of its own; one that runs on over a page is one."""
    return _joined([quoted for one in segments if (quoted := quote(one.text, one.start, one.end))])


def select_spot(place: Place, x: float | None, paper: Paper) -> tuple[Selector, ...]:
    """A spot on a page. Without `x` it lies at the left edge of the printed page, the left one if none is named."""
    if x is None:
        x = paper.width(place.page) / 2 if place.half is Half.RIGHT else 0.0
    half = paper.half_of(place.page, x)
    return (_rects(place.page, (Quad.at(Point(x, place.y)),), half, paper),)


def select_area(page: int, area: Rect, paper: Paper) -> tuple[Selector, ...]:
    """A rectangle of a page; of a spread it belongs to the half in which its middle lies."""
    return (_rects(page, (Quad.around(area),), paper.half_of(page, area.centre.x), paper),)


def find_quotes(text: PageText, words: str) -> list[tuple[int, int]]:
    """Where the words stand on the page: those in the same case first, then with what a reader does not see folded."""
    spans: dict[tuple[int, int], None] = {}
    for match_case in (True, False):
        spans |= dict.fromkeys(find_all(fold(text.text, match_case), words, match_case=match_case))
    return list(spans)


def resolve(selectors: Sequence[Selector], page: int, text: PageText) -> tuple[int, int] | None:
    """Where a mark that lies on one page stands in the text of that page, which may have changed since.

    The position counts if the quoted words are there; else the place of these words whose surroundings are most
    like those of the quote; None if they are nowhere on the page.
    """
    quoted = next((one for one in selectors if isinstance(one, TextQuoteSelector)), None)
    if not quoted:
        return None
    wanted = clean(quoted.exact)
    for one in selectors:
        if not isinstance(one, TextPositionSelector) or one.page != page:
            continue
        if clean(text.text[one.start : one.end]) == wanted:
            return one.start, one.end
    # Words that resemble them may overlap with the very words, so these are looked for apart.
    literally = (at.start() for at in re.finditer(f"(?={re.escape(quoted.exact)})", text.text))
    found = [*find_all(fold(text.text), quoted.exact), *((start, start + len(quoted.exact)) for start in literally)]
    return max(found, key=lambda span: _likeness(text, span, quoted), default=None)


def _likeness(text: PageText, span: tuple[int, int], quoted: TextQuoteSelector) -> tuple[bool, int]:
    """Whether the words are those of the quote to the letter, and how much around them is the same."""
    start, end = span
    to_the_letter = clean(text.text[start:end]) == clean(quoted.exact)
    before = fold(text.text[max(0, start - 3 * CONTEXT) : start]).text.strip()
    after = fold(text.text[end : end + 3 * CONTEXT]).text.strip()
    prefix, suffix = fold(quoted.prefix).text.strip(), fold(quoted.suffix).text.strip()
    return to_the_letter, _shared(reversed(before), reversed(prefix)) + _shared(after, suffix)


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """How many code points are equal from the front on."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _trimmed(segment: Segment) -> Segment:
    """Without blanks and line ends at its ends, and no longer than the page."""
    marked = segment.text.text[segment.start : segment.end]
    start = segment.start + len(marked) - len(marked.lstrip())
    return segment._replace(start=start, end=max(start, segment.start + len(marked.rstrip())))


def _rects(page: int, quads: tuple[Quad, ...], half: Half | None, paper: Paper) -> PdfRectsSelector:
    return PdfRectsSelector(page=page, quads=quads, label=paper.labels.printed(page, half), half=half)


def _joined(quotes: Sequence[str]) -> str:
    """The quotes of pages in a row; a sentence that runs on is one line, a word broken over the pages is whole."""
    whole = quotes[0] if quotes else ""
    for more in quotes[1:]:
        if not whole or not more or whole.endswith(_ENDS_SENTENCE):
            whole = f"{whole}\n{more}".strip()
            continue
        head, _, last = whole.rpartition("\n")
        first, _, tail = more.partition("\n")
        whole = "\n".join(filter(None, (head, clean(f"{last}\n{first}"), tail)))
    return whole
