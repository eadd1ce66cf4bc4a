"""The text of a page as it is read aloud: headings, and the text between them, in reading order."""

from collections.abc import Sequence

from msgspec import Struct

from zzpreader.model.folding import quote
from zzpreader.model.geometry import Rect
from zzpreader.model.pages import Half
from zzpreader.model.sections import Section
from zzpreader.model.text import PageText

_MOST_LINES = 4
"""On which one heading is set."""


class Run(Struct, frozen=True):
    """
    Args:
        text: clean; every paragraph a line of its own.
        level: of the heading, 1 for the outermost; 0 for text.
        box: around it, in page space.
    """

    text: str
    level: int
    box: Rect


def runs(page: PageText, sections: Sequence[Section], width: float) -> tuple[Run, ...]:
    """
    Args:
        sections: those that start on the page, in reading order. A title that is not on the page as it stands is read
            out where its section starts.
        width: of the unrotated page.
    """
    found: list[Run] = []
    done = 0
    for section in sections:
        first, last = _lines_of(page, section, done, width)
        found.extend(_text_run(page, done, first))
        box = _around(page, first, last) or Rect(0.0, section.y, width, section.y)
        found.append(Run(" ".join(section.title.split()), section.level, box))
        done = last
    found.extend(_text_run(page, done, len(page.lines)))
    return tuple(found)


def _lines_of(page: PageText, section: Section, done: int, width: float) -> tuple[int, int]:
    """Which lines [first, last) are the heading, among those from number `done` on; none: where it belongs."""
    title = _letters(section.title)
    for first in range(done, len(page.lines)):
        set_so_far = ""
        for last in range(first, min(first + _MOST_LINES, len(page.lines))):
            line = page.lines[last]
            set_so_far += _letters(page.text[line.start : line.end])
            if set_so_far == title:
                return first, last + 1
            if not title.startswith(set_so_far):
                break
    first = next((n for n in range(done, len(page.lines)) if _is_after(page.line_boxes[n], section, width)), None)
    at = len(page.lines) if first is None else first
    return at, at


def _is_after(box: Rect, section: Section, width: float) -> bool:
    half = Half.at((box.left + box.right) / 2, width)
    if section.half is Half.RIGHT and half is Half.LEFT:
        return False
    return box.top >= section.y - 1 or (section.half is Half.LEFT and half is Half.RIGHT)


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def _text_run(page: PageText, first: int, last: int) -> list[Run]:
    box = _around(page, first, last)
    text = quote(page, page.lines[first].start, page.lines[last - 1].end) if box else ""
    return [Run(text, 0, box)] if box and text else []


def _around(page: PageText, first: int, last: int) -> Rect | None:
    boxes = page.line_boxes[first:last]
    if not boxes:
        return None
    return Rect(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
