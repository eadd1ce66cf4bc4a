"""Printed labels and sections for the commands, as the window has them."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from zzpreader.cli.trouble import Trouble
from zzpreader.engine.blocking import Reader
from zzpreader.model.bundle import Bundle
from zzpreader.model.corrections import with_known_ids
from zzpreader.model.outline import Bookmark
from zzpreader.model.pages import Labels, Page
from zzpreader.model.records import LabelRule, SectionRecord
from zzpreader.model.sections import SectionTree
from zzpreader.sentences import sentence
from zzpreader.session.derived import (
    MOST_LOST,
    asked_rules,
    batches,
    bookmarks_of,
    labels_of,
    labels_of_bundle,
    placed_map,
    structure_without,
    studied,
    tree_of,
    tree_of_reader,
    unplaced_sections,
)
from zzpreader.structure.label_rules import apply_rules
from zzpreader.wire import Failed, Gathered, GatherLines, OutlineRead, ReadOutline, StructureRead


class Derived(NamedTuple):
    """
    Args:
        unplaced: titles of the bundle's map that are nowhere in this copy.
    """

    labels: Labels
    tree: SectionTree
    unplaced: tuple[str, ...] = ()


class Said(NamedTuple):
    """What the reader has put right in the window."""

    records: tuple[SectionRecord, ...] = ()
    rules: tuple[LabelRule, ...] = ()


NOTHING = Said()


def derive_from(reader: Reader, pages: Sequence[Page], bundle: Bundle | None = None, said: Said = NOTHING) -> Derived:
    """Raises: Trouble.

    Args:
        bundle: to which the publication belongs; its map and page layout stand above what is found.
    """
    found = _structure(reader, said.rules)
    labels = labels_of_bundle(bundle, pages) or labels_of(found.labels if found else None, pages)
    if said.rules:
        labels = Labels(apply_rules(labels.names, said.rules))
    sections = found.sections if found else ()
    tree = tree_of(sections, () if sections else _bookmarks(reader), labels)
    laid = placed_map(bundle, labels, tree.sections)
    unplaced = unplaced_sections(bundle, labels, tree.sections)
    known = SectionTree(with_known_ids((laid.tree if laid else tree).sections, said.records))
    return Derived(labels, tree_of_reader(known, said.records, labels), unplaced)


def _bookmarks(reader: Reader) -> Sequence[Bookmark]:
    outline = reader.ask(ReadOutline())
    if isinstance(outline, Failed):
        raise Trouble(sentence(outline, reader.file.name))
    return bookmarks_of(outline.items) if isinstance(outline, OutlineRead) else ()


def _structure(reader: Reader, rules: Sequence[LabelRule]) -> StructureRead | None:
    """None for a publication that workers do not survive; the PDF's own words on itself are left then."""
    count = studied(reader.opened.pages)
    lost: list[GatherLines] = []
    for batch in batches(0, count):
        if not isinstance(reader.ask(batch), Gathered):
            lost.append(batch)
        if len(lost) > MOST_LOST:
            return None
    answer = reader.ask(replace(structure_without(count, lost), rules=asked_rules(rules)))
    return answer if isinstance(answer, StructureRead) else None
