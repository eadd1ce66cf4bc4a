"""Which annotations lie on which page. Pure."""

from collections.abc import Iterable, Iterator
from math import inf

from zzpreader.model.annotation import Annotation, PdfRectsSelector
from zzpreader.model.notebook import Change, placed_order
from zzpreader.model.pages import Place

Spot = tuple[int, int, int, float, float, str, str]
"""What annotations are sorted by where they lie."""


def spot_of(annotation: Annotation) -> Spot:
    return (*placed_order(annotation.place or Place(0), annotation.left, annotation.created), annotation.id)


def spot_before(place: Place) -> Spot:
    """All that lie there come behind it."""
    return (*placed_order(place, -inf, ""), "")


class MarkedPages:
    """Kept up to date edit by edit, so that painting a page looks at its own marks only."""

    def __init__(self, annotations: Iterable[Annotation] = (), edition: str = "") -> None:
        self._edition = edition
        self._pages: dict[int, dict[str, Annotation]] = {}
        for annotation in annotations:
            self._put(annotation)

    def load(self, annotations: Iterable[Annotation]) -> Iterator[None]:
        """In steps, beside those that are there."""
        for annotation in annotations:
            self._put(annotation)
            yield

    def on(self, page: int) -> list[Annotation]:
        """In the order in which they were made; the last is painted on top."""
        return sorted(self._pages.get(page, {}).values(), key=lambda annotation: annotation.created)

    def beside(self, here: Spot, *, forward: bool) -> Annotation | None:
        """The next one in reading order, or the one before. Cost: the pages between, not all there is."""
        for page in sorted(self._pages, reverse=not forward):
            if page < here[0] if forward else page > here[0]:
                continue
            found = [(spot_of(one), one) for one in self._pages[page].values() if one.place and one.place.page == page]
            beyond = [(spot, one) for spot, one in found if (spot > here if forward else spot < here)]
            if beyond:
                return min(beyond)[1] if forward else max(beyond)[1]
        return None

    def take(self, change: Change) -> set[int]:
        """Returns: the pages that look different now."""
        touched: set[int] = set()
        for edit in change.annotations:
            if edit.before:
                touched |= self._remove(edit.before)
            if edit.after:
                touched |= self._put(edit.after)
        return touched

    def _put(self, annotation: Annotation) -> set[int]:
        if self._edition and annotation.target.edition not in ("", self._edition):
            return set()  # its place is in another edition
        pages = _pages_of(annotation)
        for page in pages:
            self._pages.setdefault(page, {})[annotation.id] = annotation
        return pages

    def _remove(self, annotation: Annotation) -> set[int]:
        pages = _pages_of(annotation)
        for page in pages:
            self._pages.get(page, {}).pop(annotation.id, None)
        return pages


def _pages_of(annotation: Annotation) -> set[int]:
    return {one.page for one in annotation.target.selector if isinstance(one, PdfRectsSelector)}
