"""Where one reads, as previews see it: what refers to something, and where that stands."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from zzpreader.model.geometry import Rect
from zzpreader.model.links import Inside, Link
from zzpreader.model.pages import Place
from zzpreader.model.references import Reference, reference_at, references
from zzpreader.model.text import PageText


class Origin(Struct, frozen=True):
    """What refers to something: a link, or words of the text; and the box of it on the page."""

    page: int
    box: Rect
    refers: Inside | Reference


class Ground(QObject):
    """Boxes are in pixels of `widget`.

    Signals: moved(): nothing stands any more where it was.

    Attributes: widget: over which previews float.
    """

    moved = Signal()
    widget: QAbstractScrollArea

    def seen(self) -> list[tuple[QRect, Origin]]:
        """What of it is in view, in reading order."""
        raise NotImplementedError

    def where(self, origin: Origin) -> QRect | None:
        """None where it is not in view."""
        raise NotImplementedError

    def go_to(self, place: Place) -> None:
        raise NotImplementedError


def origin_in(page: int, text: PageText, offset: int) -> Origin | None:
    """The words at that code point, if they refer to something."""
    reference = reference_at(text, offset)
    return _words(page, text, reference) if reference else None


def origins_on(page: int, text: PageText | None, links: Sequence[Link]) -> list[Origin]:
    """Links first; words that are a link as well are that alone."""
    inside = [Origin(page, link.box, link.target) for link in links if isinstance(link.target, Inside)]
    words = [_words(page, text, one) for one in references(text)] if text else []
    return [*inside, *(one for one in words if one and not any(link.box.meets(one.box) for link in inside))]


def _words(page: int, text: PageText, reference: Reference) -> Origin | None:
    quads = text.quads(reference.start, reference.end)
    return Origin(page, quads[0].bounds, reference) if quads else None
