"""How the structure of a publication is asked of its workers, and what the answers mean. Without Qt: the command line
asks in the same way, so that both know every section by the same id."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from zzpreader.model.bundle import Bundle
from zzpreader.model.corrections import corrected
from zzpreader.model.outline import Bookmark, tree_of_bookmarks
from zzpreader.model.pages import LONGEST_LABEL, Labels, Page
from zzpreader.model.records import LabelRule, SectionRecord
from zzpreader.model.sections import Section, SectionTree, Source
from zzpreader.structure.bundle_labels import labels_by_layout, layout_fits
from zzpreader.wire import MOST_PAGES_STUDIED, MOST_RULES, GatherLines, OutlineItem, ReadStructure

if TYPE_CHECKING:
    from zzpreader.structure.bundle_tree import MapTree

FIRST_PAGES = 20
"""Where contents lists stand: a publication without bookmarks shows what these give, and soon more."""

_BATCH = 5
"""Pages that are read in one go: some 15 ms, 30 of a dense manual, for which whoever turns a page may have to wait."""

MOST_LOST = 3
"""After so many batches that no worker survives the publication is left as it says it is."""

Names = Sequence[tuple[str, ...]]
"""For every page its printed labels."""


def studied(pages: int) -> int:
    return min(pages, MOST_PAGES_STUDIED)


def batches(first: int, end: int) -> list[GatherLines]:
    """Pages [first, end) a few at a time."""
    return [GatherLines(start, min(_BATCH, end - start)) for start in range(first, end, _BATCH)]


def structure_without(count: int, lost: Sequence[GatherLines]) -> ReadStructure:
    """The structure of the first `count` pages without those that cannot be read."""
    return ReadStructure(count, tuple(page for one in lost for page in range(one.first, one.first + one.count)))


def asked_rules(rules: Sequence[LabelRule]) -> tuple[LabelRule, ...]:
    """What a worker must know of the reader's rules; the same for equal ones."""
    return tuple(
        replace(rule, id="", created="", modified="", creator="")
        for rule in rules[-MOST_RULES:]
        if rule.printed is None or len(rule.printed) <= LONGEST_LABEL
    )


def bookmarks_of(items: Sequence[OutlineItem]) -> tuple[Bookmark, ...]:
    return tuple(Bookmark(one.level, one.title, one.page, one.y) for one in items)


def labels_of(names: Names | None, pages: Sequence[Page]) -> Labels:
    """The printed labels of all pages.

    Args:
        names: as derived, None if they could not be. Pages that were not studied have the PDF's own labels if those
            agreed with what is printed on the others.
    """
    if names is None:
        return Labels.of(pages)
    rest = pages[len(names) :]
    if all(page.label is None or found == (page.label,) for page, found in zip(pages, names, strict=False)):
        return Labels([*names, *((page.label,) if page.label else () for page in rest)])
    return Labels([*names, *[()] * len(rest)])


def labels_of_bundle(bundle: Bundle | None, pages: Sequence[Page]) -> Labels | None:
    """As the bundle says; None if this copy is not made up like that."""
    if bundle and layout_fits(bundle.page_layout, pages):
        return labels_by_layout(bundle.page_layout, len(pages))
    return None


def tree_of(sections: Sequence[Section], bookmarks: Sequence[Bookmark], labels: Labels) -> SectionTree:
    """The derived sections, or as long as there are none the bookmarks; both with the labels that hold."""
    if not sections:
        return tree_of_bookmarks(bookmarks, labels)
    return SectionTree([_labelled(one, labels) for one in sections])


def tree_of_reader(found: SectionTree, records: Sequence[SectionRecord], labels: Labels) -> SectionTree:
    """The tree with the reader's corrections; sections that were added bear the labels that hold now.

    Args:
        found: with the ids that the records know (`with_known_ids`).
    """
    tree = corrected(found, records)
    if not any(record.is_added for record in records):
        return tree
    return SectionTree([_labelled_anew(one, labels) if one.source is Source.READER else one for one in tree])


def placed_map(bundle: Bundle | None, labels: Labels, found: Sequence[Section] = ()) -> "MapTree | None":
    """The bundle's map laid over this copy; None if there is no map, or if most of it is nowhere in this copy.

    Args:
        found: the derived sections, as far as they are known.
    """
    if bundle is None or not bundle.sections:
        return None
    from zzpreader.structure.bundle_tree import tree_of_bundle  # noqa: PLC0415 - most publications have no map

    laid = tree_of_bundle(bundle, labels, found)
    return laid if 2 * len(laid.unplaced) <= len(bundle.sections) else None


def unplaced_sections(bundle: Bundle | None, labels: Labels, found: Sequence[Section]) -> tuple[str, ...]:
    """Titles of the bundle's map that are nowhere in this copy; all of them if the map cannot be laid over it."""
    if bundle is None:
        return ()
    laid = placed_map(bundle, labels, found)
    return laid.unplaced if laid else tuple(section.title for section in bundle.sections)


def _labelled(section: Section, labels: Labels) -> Section:
    label = labels.printed(section.page, section.half) or section.label
    return section if label == section.label else replace(section, label=label)


def _labelled_anew(section: Section, labels: Labels) -> Section:
    """What was printed there when it was added may have come from a rule that is no more."""
    return replace(section, label=labels.printed(section.page, section.half))
