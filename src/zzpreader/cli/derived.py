"""Printed labels and sections for the commands, as the window has them."""

from collections.abc import Sequence
from typing import NamedTuple

from zzpreader.cli.trouble import Trouble
from zzpreader.engine.blocking import Reader
from zzpreader.model.outline import Bookmark
from zzpreader.model.pages import Labels, Page
from zzpreader.model.sections import SectionTree
from zzpreader.sentences import sentence
from zzpreader.session.derived import (
    MOST_LOST,
    batches,
    bookmarks_of,
    labels_of,
    structure_without,
    studied,
    tree_of,
)
from zzpreader.wire import Failed, Gathered, GatherLines, OutlineRead, ReadOutline, StructureRead


class Derived(NamedTuple):
    labels: Labels
    tree: SectionTree


def derive_from(reader: Reader, pages: Sequence[Page], known: Labels | None = None) -> Derived:
    """Raises: Trouble.

    Args:
        known: labels that are known better than from the PDF.
    """
    found = _structure(reader)
    labels = known or labels_of(found.labels if found else None, pages)
    sections = found.sections if found else ()
    return Derived(labels, tree_of(sections, () if sections else _bookmarks(reader), labels))


def _bookmarks(reader: Reader) -> Sequence[Bookmark]:
    outline = reader.ask(ReadOutline())
    if isinstance(outline, Failed):
        raise Trouble(sentence(outline, reader.file.name))
    return bookmarks_of(outline.items) if isinstance(outline, OutlineRead) else ()


def _structure(reader: Reader) -> StructureRead | None:
    """None for a publication that workers do not survive; the PDF's own words on itself are left then."""
    count = studied(reader.opened.pages)
    lost: list[GatherLines] = []
    for batch in batches(0, count):
        if not isinstance(reader.ask(batch), Gathered):
            lost.append(batch)
        if len(lost) > MOST_LOST:
            return None
    answer = reader.ask(structure_without(count, lost))
    return answer if isinstance(answer, StructureRead) else None
