"""The one door: from the styled lines of a publication to its printed labels, its spreads and its section tree.

Sources are trusted in this order: the PDF's outline, its tagged headings, links in a contents list (each snapped to the
line of its heading), a printed contents list with its titles searched for, and last the type and numbers of headings.
The document's title is no node above everything. Everything here is a pure function of its arguments.
"""

from collections.abc import Sequence

from msgspec import Struct

from zzpreader.model.lines import PageLines
from zzpreader.model.links import Link
from zzpreader.model.outline import Bookmark, TaggedHeading, kind_of, tree_of_bookmarks
from zzpreader.model.pages import Half, Labels
from zzpreader.model.sections import Kind, Section, Source, section_ids
from zzpreader.structure.contents import ContentsList, find_bare_list, find_contents
from zzpreader.structure.counted import with_counted
from zzpreader.structure.headings import find_headings
from zzpreader.structure.label_rules import LabelRule, PageNames, apply_rules, trusted_labels
from zzpreader.structure.labels import infer_labels
from zzpreader.structure.lesson_nodes import with_lessons
from zzpreader.structure.linked import linked_list, linked_pages
from zzpreader.structure.places import Found, locate, locate_in_turn
from zzpreader.structure.roots import without_title
from zzpreader.structure.tagged import from_tags
from zzpreader.structure.text import DocumentText
from zzpreader.structure.trees import Node, from_contents, from_headings

_FEWEST = 3
_COVERED = 0.4
"""Share of the pages through which a list must lead."""
_LOCATED = 0.5
"""Share of a list's entries that must be found for it to be believed."""


class Structure(Struct, frozen=True):
    """
    Args:
        labels: for every page its printed labels: (), ("12",), or on a spread ("12", "13").
        unruled: the same without what the reader says of them.
        spreads: for every page whether it shows two printed pages.
        sections: in preorder, lessons among them.
    """

    labels: tuple[PageNames, ...] = ()
    unruled: tuple[PageNames, ...] = ()
    spreads: tuple[bool, ...] = ()
    sections: tuple[Section, ...] = ()


def derive(
    pages: Sequence[PageLines],
    *,
    outline: Sequence[Bookmark] = (),
    tags: Sequence[TaggedHeading] = (),
    links: Sequence[Sequence[Link]] = (),
    page_labels: Sequence[str | None] = (),
    rules: Sequence[LabelRule] = (),
) -> Structure:
    """Labels, spreads and sections of the pages read so far.

    With the first pages alone the tree is that of their contents list, with the places that it names; so call it
    early, and again with all pages. Cost: 2 ms a page.

    Args:
        outline, tags: what the PDF itself says of its headings; tags are only looked at without an outline.
        links: for every page its links.
        page_labels: the labels of the PDF, one a page; empty if it has none.
        rules: the reader's own corrections of the labels.
    """
    unruled = trusted_labels(infer_labels(pages), page_labels[: len(pages)])
    labels = apply_rules(unruled, rules)
    spreads = tuple(len(names) == 2 for names in labels)
    text = DocumentText(pages, labels)
    named = Labels(labels)
    said = _outlined(text, outline)
    nodes = without_title(text, said or from_tags(text, pages, tags) or _found(text, named, links), surely=bool(said))
    return Structure(labels, unruled, spreads, _sections(with_lessons(text, nodes), spreads, named))


def _outlined(text: DocumentText, bookmarks: Sequence[Bookmark]) -> list[Node]:
    sections = tree_of_bookmarks(bookmarks, Labels(())).sections
    return [
        Node(one.level, one.title, one.page, one.y, text.row_at(one.page, one.y), 0, Source.OUTLINE, 1.0, one.kind)
        for one in sections
    ]


def _found(text: DocumentText, labels: Labels, links: Sequence[Sequence[Link]]) -> list[Node]:
    """The tree that the text itself shows: by its contents list if that can be followed, else by its type."""
    linked = linked_pages(text, links) if links else {}
    lists = find_contents(text)
    skip = frozenset(n for one in lists for n in one.rows)
    longest = max(lists, key=lambda one: len(one.entries), default=None)
    found, named = _followed(text, longest, labels, linked) if longest else [], longest
    for other in (linked_list(text, linked), find_bare_list(text)) if not found else ():
        if other and len(places := _followed(text, other, labels, linked)) > len(found):
            found, named = places, other
    if not named or not found:
        return with_counted(text, from_headings(text, find_headings(text, skip)))
    source = Source.LINKS if any(n in linked for n in named.rows) else Source.CONTENTS
    return from_contents(text, found, find_headings(text, skip | named.rows), source, named.rows)


def _followed(text: DocumentText, one: ContentsList, labels: Labels, linked: dict[int, int]) -> list[Found]:
    """The places of a list's entries, none if too few can be found."""

    def page_of(label: str) -> int | None:
        place = labels.place_of(label)
        return place.page if place else None

    numbered = sum(entry.target is not None for entry in one.entries)
    if numbered or any(n in linked for n in one.rows):
        places = locate(text, one.entries, page_of, linked, one.rows)
    else:
        places = locate_in_turn(text, one.entries, one.rows)
    found = [place for place in places if place and not _is_itself(text, place, one)]
    followed = sum(bool(place.rows) or place.page >= text.pages for place in found)
    enough = followed >= max(_FEWEST, _LOCATED * numbered)
    return found if enough and _covers(found, text.pages) else []


def _is_itself(text: DocumentText, place: Found, one: ContentsList) -> bool:
    """Whether an entry is the list's own heading, which some lists name."""
    if place.page not in one.pages:
        return False
    return not place.rows or place.rows[0] in text.running


def _covers(found: Sequence[Found], pages: int) -> bool:
    """Whether a list leads through the publication, not just through one chapter."""
    places = [one.page for one in found]
    return max(places) - min(places) >= _COVERED * pages - 2


def _sections(nodes: Sequence[Node], spreads: Sequence[bool], labels: Labels) -> tuple[Section, ...]:
    ids = section_ids([(node.level, node.title) for node in nodes])
    return tuple(_section(id_, node, spreads, labels) for id_, node in zip(ids, nodes, strict=True))


def _section(id_: str, node: Node, spreads: Sequence[bool], labels: Labels) -> Section:
    half = None
    if node.page < len(spreads) and spreads[node.page]:
        half = Half.RIGHT if node.column else Half.LEFT
    kind = node.kind or kind_of(node.title, node.level)
    return Section(
        id=id_,
        level=node.level,
        title=node.title,
        page=node.page,
        y=round(node.y, 2),
        half=half,
        kind=Kind.SECTION if kind is Kind.LESSON and node.kind is None else kind,
        label=labels.printed(node.page, half),
        source=node.source,
        confidence=round(node.confidence, 2),
    )
