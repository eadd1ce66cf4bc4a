"""A bundle's section map laid over a PDF: from printed page numbers to places in the file."""

from collections.abc import Iterator, Sequence
from itertools import islice

from zzpreader.model.bundle import Bundle, BundleSection, PageRule
from zzpreader.model.pages import Half, Labels, Page, Place
from zzpreader.model.sections import Section, SectionTree, Source
from zzpreader.structure.numerals import numeral


def labels_by_layout(layout: Sequence[PageRule], pages: int) -> Labels:
    """The printed labels of a PDF of `pages` pages that is made up as the bundle says."""
    rules = {rule.pdf_page - 1: rule for rule in layout}
    labels: list[tuple[str, ...]] = []
    numbers, count = iter(()), 0
    for page in range(pages):
        if rule := rules.get(page):
            numbers, count = _counted_from(rule.printed), rule.per_page
        labels.append(tuple(islice(numbers, count)))
    return Labels(labels)


def layout_fits(layout: Sequence[PageRule], pages: Sequence[Page]) -> bool:
    """Whether a PDF can be made up as the bundle says: pages for two printed ones are wider than high, the others not.

    Another printing of the same publication, one page at a time, must not be numbered as if it had spreads.
    """
    if not layout or not pages:
        return False
    starts = [rule.pdf_page - 1 for rule in layout]
    as_told = 0
    for rule, first, last in zip(layout, starts, [*starts[1:], len(pages)], strict=True):
        for page in pages[first:last]:
            shown = page.size.turned(page.rotation)
            as_told += (shown.width > shown.height) == (rule.per_page == 2)
    return as_told >= 0.8 * (len(pages) - starts[0])


def tree_of_bundle(bundle: Bundle, labels: Labels) -> SectionTree:
    """The sections of the map, each at its printed page; without one of its own it bears its parent's place."""
    sections: list[Section] = []
    above: list[Section] = []
    for node in bundle.sections:
        del above[node.level - 1 :]
        section = _placed(node, above[-1] if above else None, labels)
        sections.append(section)
        above.append(section)
    return SectionTree(sections)


def _placed(node: BundleSection, parent: Section | None, labels: Labels) -> Section:
    found = labels.place_of(node.start) if node.start else None
    place = found or (parent.place if parent else Place(0))
    return Section(
        id=node.id,
        level=node.level,
        title=node.title,
        kind=node.kind,
        page=place.page,
        half=place.half,
        label=node.start or (parent.label if parent else None),
        source=Source.BUNDLE,
        confidence=1.0 if found else 0.0,
        end=_after(node.end, labels) if found and node.end else None,
    )


def _after(label: str, labels: Labels) -> Place | None:
    """Where the page after the printed page `label` begins; None if it is not in the PDF."""
    last = labels.place_of(label)
    if last is None:
        return None
    return Place(last.page, half=Half.RIGHT) if last.half is Half.LEFT else Place(last.page + 1)


def _counted_from(label: str | None) -> Iterator[str]:
    """`label` and those after it in the same style; one that is no number stands alone."""
    if label is None:
        return
    yield label
    number = numeral(label)
    while number:
        number = number._replace(value=number.value + 1)
        yield str(number)
