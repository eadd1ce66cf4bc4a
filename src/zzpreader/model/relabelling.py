"""Marks made known by the numbers and halves that their pages are now said to have; they lie where they lay."""

from collections.abc import Iterable
from itertools import groupby

from msgspec.structs import replace

from zzpreader.model.annotation import Annotation, PdfRectsSelector
from zzpreader.model.selectors import Paper, on_halves


def relabelled(annotation: Annotation, paper: Paper) -> Annotation:
    """The annotation with the labels of today; the same value if nothing changes. Its places must be on this paper.

    What labels it had before makes no difference: to give it others and these again leaves it as it is.
    """
    target = annotation.target
    if not annotation.rects:
        return annotation
    others = tuple(one for one in target.selector if not isinstance(one, PdfRectsSelector))
    selectors = (*others, *_on_paper(annotation.rects, paper))
    return (
        annotation if selectors == target.selector else replace(annotation, target=replace(target, selector=selectors))
    )


def _on_paper(rects: Iterable[PdfRectsSelector], paper: Paper) -> Iterable[PdfRectsSelector]:
    for page, there in groupby(rects, key=lambda one: one.page):
        on_page = list(there)
        quads = [quad for one in on_page for quad in one.quads]
        is_known = paper.width(page) > 0
        yield from on_halves(page, quads, paper) if quads and is_known else on_page
