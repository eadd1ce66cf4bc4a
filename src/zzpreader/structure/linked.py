"""Links in a contents list: they tell the page of an entry, and make a list of lines that carry no page numbers."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from zzpreader.model.links import Inside, Link
from zzpreader.structure.contents import ContentsList, Entry
from zzpreader.structure.text import DocumentText
from zzpreader.structure.titles import tidy

_FEWEST = 4
_FORWARD = 0.85
"""Share of the links that lead on from the one before: a contents list goes through the text, cross-references jump."""


def linked_pages(text: DocumentText, links: Sequence[Sequence[Link]]) -> dict[int, int]:
    """For every row under a link into the publication the PDF page to which it leads."""
    pages: dict[int, int] = {}
    for page, on_page in enumerate(links[: text.pages]):
        inner = [(link.box, link.target.place.page) for link in on_page if isinstance(link.target, Inside)]
        for n in text.on(page) if inner else ():
            middle = text.rows[n].y + text.rows[n].box.height / 2
            target = next((to for box, to in inner if box.top <= middle <= box.bottom), None)
            if target is not None:
                pages[n] = target
    return pages


def linked_list(text: DocumentText, pages: Mapping[int, int]) -> ContentsList | None:
    """The first run of pages whose linked lines lead forward through the text, as those of a contents list do."""
    rows: list[int] = []
    for page in range(text.pages):
        here = [n for n in text.on(page) if n in pages and n not in text.running]
        targets = [pages[n] for n in here]
        forward = sum(a <= b for a, b in pairwise(targets))
        if (
            len(here) >= _FEWEST
            and forward >= _FORWARD * (len(here) - 1)
            and len(set(targets)) > 2
            and min(targets) >= page
        ):
            rows += here
        elif rows:
            break
    if not rows:
        return None
    entries = tuple(
        Entry(tidy(row.text), row.page, row.box.left, row.style, None, (n,)) for n in rows for row in (text.rows[n],)
    )
    return ContentsList(tuple(sorted({entry.page for entry in entries})), entries, frozenset(rows))
