"""Annotations, headings and filters in words."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale, QObject

from zzpreader.model.annotation import Annotation, Kind
from zzpreader.model.order import Order
from zzpreader.model.sections import SectionTree
from zzpreader.session.pages import Pages
from zzpreader.ui.colours import colour_name, meaning
from zzpreader.ui.notes.listing import Group, Heading


class Captions(QObject):
    """
    Attributes:
        meanings: the reader's own words for the colours.
        edition: sha256 of the open file; the pages of other ones are said to be theirs.
    """

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self.meanings: Mapping[str, str] = {}
        self.edition = ""

    def caption(self, annotation: Annotation) -> str:
        """The quiet line at the top of a card."""
        kinds = {
            Kind.NOTE: self.tr("Note"),
            Kind.SHEET: self.tr("Note on the section"),
            Kind.BOOKMARK: self.tr("Bookmark"),
        }
        color = annotation.body.color
        if annotation.body.conflict:
            words = self.tr("Other version of the note")
        else:
            words = meaning(color, self.meanings) if color else kinds.get(annotation.kind, self.tr("Mark"))
        rects = next(iter(annotation.rects), None)
        if rects and annotation.target.edition not in ("", self.edition or annotation.target.edition):
            other = self.tr("p. %1 of another edition").replace("%1", rects.page_shown)
            return f"{words} · {other}"
        page = self._page(annotation)
        return f"{words} · " + self.tr("p. %1").replace("%1", page) if page else words

    def spoken(self, annotation: Annotation) -> str:
        """For screen readers."""
        kinds = {
            Kind.HIGHLIGHT: self.tr("Highlight"),
            Kind.UNDERLINE: self.tr("Underline"),
            Kind.STRIKEOUT: self.tr("Strike-out"),
            Kind.SQUIGGLY: self.tr("Squiggly underline"),
            Kind.AREA: self.tr("Area"),
        }
        body = annotation.body
        words = [kinds.get(annotation.kind, ""), self.caption(annotation), annotation.quote, body.description]
        words += [body.value, *body.tags]
        return ", ".join(word for word in words if word)

    def groups(self, order: Order, tree: SectionTree, here: str | None = None) -> Group:
        """Under which heading an annotation stands in a list of that order.

        Args:
            here: id of the section whose heading goes without saying.
        """
        match order:
            case Order.PLACE:
                sections = {section.id: Heading(section.id, section.title) for section in tree if section.id != here}
                return lambda one: sections.get(one.target.scope or "")
            case Order.DATE:
                days: dict[str, Heading] = {}
                return lambda one: _remembered(days, _day(one.modified[:16]), self._date)
            case Order.COLOUR:
                colours: dict[str, Heading] = {}
                return lambda one: _remembered(colours, one.body.color or "", self._colour)

    def count(self, found: int, total: int) -> str:
        """How many there are, and how many of them are listed."""
        if found == total:
            return self.tr("%n note(s)", "", total)
        return self.tr("%1 of %n note(s)", "", total).replace("%1", QLocale().toString(found))

    def _date(self, day: str) -> Heading:
        date = QDate.fromString(day, "yyyy-MM-dd")
        return Heading(day, QLocale().toString(date, QLocale.FormatType.LongFormat) if date.isValid() else day)

    def _colour(self, name: str) -> Heading:
        if not name:
            return Heading(name, self.tr("Without a colour"))
        return Heading(name, f"{colour_name(name)} – {meaning(name, self.meanings)}")

    def _page(self, annotation: Annotation) -> str:
        place = annotation.place
        return self._pages.labels.shown(place.page, place.half) if place else ""


def _remembered(headings: dict[str, Heading], key: str, make: Callable[[str], Heading]) -> Heading:
    if key not in headings:
        headings[key] = make(key)
    return headings[key]


@lru_cache(maxsize=10_000)
def _day(minute: str) -> str:
    """The day on which that minute of UTC lies here, `YYYY-MM-DD`."""
    try:
        return datetime.fromisoformat(f"{minute}+00:00").astimezone().date().isoformat()
    except ValueError:  # by another program's hand
        return minute[:10]
