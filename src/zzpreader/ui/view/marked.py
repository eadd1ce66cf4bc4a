"""Which annotations lie on which page. Pure."""

from collections.abc import Iterable, Iterator

from zzpreader.model.annotation import Annotation, PdfRectsSelector
from zzpreader.model.notebook import Change


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
