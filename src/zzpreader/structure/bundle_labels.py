"""What a bundle says of the printed page numbers of its publication, laid over a PDF."""

from collections.abc import Iterator, Sequence
from itertools import islice

from zzpreader.model.bundle import PageRule
from zzpreader.model.pages import Labels, Page
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


def _counted_from(label: str | None) -> Iterator[str]:
    """`label` and those after it in the same style; one that is no number stands alone."""
    if label is None:
        return
    yield label
    number = numeral(label)
    while number:
        number = number._replace(value=number.value + 1)
        yield str(number)
