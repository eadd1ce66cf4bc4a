"""What a link can lead to, in the order in which it is offered."""

from collections.abc import Iterator

from msgspec import Struct

from zzpreader.model.addresses import Address
from zzpreader.model.displayed import one_line
from zzpreader.model.sections import Kind
from zzpreader.session.session import Session

_MOST_OTHERS = 20
"""Other publications, the last opened first."""


class Target(Struct, frozen=True):
    """
    Args:
        page: printed label, "" for what has none.
        picture: name of an icon.
    """

    address: str
    title: str
    page: str
    picture: str


def targets(session: Session, *, sections_only: bool = False) -> Iterator[Target]:
    """Lessons, sections, notes, other publications.

    Args:
        sections_only: lessons and sections alone.
    """
    linking, tree, notebook = session.linking, session.sections.tree, session.marks.notebook
    for wanted in (True, False):
        for section in tree:
            if (section.kind is Kind.LESSON) is wanted:
                picture = "lightbulb" if wanted else "list-tree"
                title = one_line(section.title)
                yield Target(linking.to_section(section.id), title, section.page_shown, picture)
    if sections_only:
        return
    for one in notebook.in_order(tree):
        if place := one.place:
            address = linking.to_note(one.id)
            page = session.pages.labels.shown(place.page, place.half)
            yield Target(address, linking.called(address), page, "highlighter" if one.quote else "message-square")
    others = [(id_, title) for id_, title in linking.titles.items() if id_ != linking.publication and title]
    for id_, title in others[:_MOST_OTHERS]:
        yield Target(str(Address(id_)), one_line(title), "", "book-open")
