"""Paragraphs as they are read: one that goes on at the head of the next column is one."""

from msgspec import Struct

from zzpreader.model.text import PageText

_HYPHENS = ("-", "‐", "\u00ad")
_ENDS = (".", "!", "?", ":", ";", "…")
_CLOSING = "\"'”’)]» "


class Flow(Struct, frozen=True):
    """Lines [first, last] of a page, by index, and the code points [start, end) that they hold."""

    first: int
    last: int
    start: int
    end: int


def flows(page: PageText) -> list[Flow]:
    """All paragraphs of a page, in reading order."""
    found: list[Flow] = []
    first = 0
    for n in range(1, len(page.lines) + 1):
        if n == len(page.lines) or not _is_one(page, n):
            found.append(Flow(first, n - 1, page.lines[first].start, page.lines[n - 1].end))
            first = n
    return found


def flow_at(page: PageText, offset: int) -> Flow | None:
    """The paragraph around the code point; of one between two paragraphs the one before it, None without text."""
    found = flows(page)
    return next((flow for flow in found if offset <= flow.end), found[-1] if found else None)


def runs_on(before: str, after: str) -> bool:
    """Whether a paragraph that stops with `before` goes on with `after`: a broken word, or the middle of a sentence."""
    before, after = before.rstrip(), after.lstrip()
    if not before or not after[:1].islower():
        return False
    return before.endswith(_HYPHENS) or not before.rstrip(_CLOSING).endswith(_ENDS)


def _is_one(page: PageText, n: int) -> bool:
    """Whether line `n` and the one before it belong to one paragraph."""
    above, line = page.lines[n - 1], page.lines[n]
    if above.block == line.block:
        return True
    if above.turn or line.turn or page.line_boxes[n].top >= page.line_boxes[n - 1].top:
        return False
    return runs_on(page.text[above.start : above.end], page.text[line.start : line.end])
