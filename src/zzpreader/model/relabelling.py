"""Marks made known by the numbers and halves that their pages are now said to have; they lie where they lay."""

from collections.abc import Sequence

from msgspec.structs import replace

from zzpreader.model.annotation import Annotation, PdfRectsSelector, Selector
from zzpreader.model.geometry import Quad
from zzpreader.model.pages import Half
from zzpreader.model.selectors import Paper


def relabelled(annotation: Annotation, paper: Paper) -> Annotation:
    """The annotation with the labels of today; the same value if nothing changes. Its places must be on this paper."""
    target = annotation.target
    selectors = _on_paper(target.selector, paper) if annotation.rects else target.selector
    return (
        annotation if selectors == target.selector else replace(annotation, target=replace(target, selector=selectors))
    )


def _on_paper(selectors: Sequence[Selector], paper: Paper) -> tuple[Selector, ...]:
    """What lies on one page is one, or on a spread one for each half that it touches."""
    found: list[Selector] = [one for one in selectors if not isinstance(one, PdfRectsSelector)]
    pages: dict[int, list[PdfRectsSelector]] = {}
    for one in selectors:
        if isinstance(one, PdfRectsSelector):
            pages.setdefault(one.page, []).append(one)
    for page, rects in pages.items():
        found += _on_page(page, rects, paper)
    return tuple(found)


def _on_page(page: int, rects: Sequence[PdfRectsSelector], paper: Paper) -> list[PdfRectsSelector]:
    if paper.width(page) <= 0:  # it is not known yet
        return list(rects)
    halves: dict[Half | None, list[Quad]] = {}
    for quad in (quad for one in rects for quad in one.quads):
        halves.setdefault(paper.half_of(page, quad.bounds.centre.x), []).append(quad)
    labels = paper.labels
    return [
        PdfRectsSelector(page=page, quads=tuple(quads), label=labels.printed(page, half), half=half)
        for half, quads in halves.items()
    ] or list(rects)
