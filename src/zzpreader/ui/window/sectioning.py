"""What the reader says of the publication itself, from its page: here a section starts, so the pages are numbered."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from zzpreader.model.geometry import Rect
from zzpreader.model.pages import Place
from zzpreader.model.selectors import Segment, quote_of
from zzpreader.session.session import Session
from zzpreader.ui.acting import doing
from zzpreader.ui.contents.pane import ContentsPane
from zzpreader.ui.dialogs.line import ask_line
from zzpreader.ui.notice import Notice
from zzpreader.ui.view.page_view import PageView, Spot

_LONGEST_MARK = 6  # characters


class Sectioning(QObject):
    """
    Args:
        parent: in front of which questions stand.
    """

    def __init__(
        self, session: Session, view: PageView, contents: ContentsPane, notice: Notice, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._editing, self._numbering = session, session.editing, session.numbering
        self._view, self._contents, self._notice, self._parent = view, contents, notice, parent

    def beside(self, view: PageView, parent: QWidget) -> "Sectioning":
        """The same for another view of the publication."""
        return Sectioning(self._session, view, self._contents, self._notice, parent)

    def add_section(self, spot: Place | None = None) -> None:
        """With the selected words as its title, where they start; else the reader is asked for a title."""
        if self._editing.refuses():
            return
        if segments := self._view.selection():
            made = self._add(" ".join(quote_of(segments).split()), self._start_of(segments[0]))
            self._view.clear_selection()
        else:
            place, proposal = self._line_at(spot or self._view.place())
            words = self.tr("Title of the section that starts here:")
            title = ask_line(self._parent, self.tr("Add section"), words, proposal, self.tr("Add"))
            made = "" if title is None else self._add(title, place)
        if made:
            self._contents.choose(made)

    def ask_numbers(self, page: int | None = None) -> None:
        """The dialog with the rules for printed numbers."""
        if self._editing.refuses() or not self._session.pages.count:
            return
        from zzpreader.ui.dialogs.labels import LabelsDialog

        dialog = LabelsDialog(self._numbering, self._view.current_page if page is None else page, self._parent)
        dialog.open()
        dialog.finished.connect(dialog.deleteLater)

    def offer(self, menu: QMenu, spot: Spot) -> None:
        """Entries of the page's menu."""
        page = spot.place.page
        is_spread = self._session.pages.labels.is_spread(page)
        title = self.tr("Add section from the selection") if self._view.has_selection else self.tr("Add section here…")
        count = self.tr("One printed page from here on") if is_spread else self.tr("Two printed pages from here on")
        menu.addSeparator()
        for words, act in (
            (title, partial(self.add_section, spot.place)),
            (count, partial(self._count_by, page, 1 if is_spread else 2)),
            (self.tr("Page numbers…"), partial(self.ask_numbers, page)),
        ):
            action = menu.addAction(words)
            action.setEnabled(self._editing.is_possible)
            action.triggered.connect(doing(act))

    def _count_by(self, page: int, per_page: int) -> None:
        rule = self._numbering.count_by(page, per_page)
        words = (
            self.tr("PDF pages %1 to %2 now show two printed pages each, counted from %3.")
            if per_page > 1
            else self.tr("PDF pages %1 to %2 now show one printed page each, counted from %3.")
        )
        last = self._session.pages.count if rule.last is None else rule.last + 1
        for mark, said in (("%1", str(rule.first + 1)), ("%2", str(last)), ("%3", rule.printed or "–")):
            words = words.replace(mark, said)
        self._notice.say(words, (self.tr("Change…"), partial(self.ask_numbers, page)))

    def _add(self, title: str, place: Place) -> str:
        label = self._session.pages.labels.printed(place.page, place.half)
        return self._editing.add(title, place, label=label)

    def _start_of(self, first: Segment) -> Place:
        """Where a selection starts; a little above its letters."""
        quads = first.text.quads(first.start, first.end)
        box = quads[0].bounds
        return Place(first.page, box.top, self._session.marks.paper.half_of(first.page, box.centre.x))

    def _line_at(self, place: Place) -> tuple[Place, str]:
        """The line of text at that height, which may be the heading that is meant; and its words."""
        text = self._session.texts.get(place.page)
        if text is None:
            return place, ""
        on_half = self._session.marks.paper.half_of
        lines = [
            (box, " ".join(quote_of([Segment(place.page, line.start, line.end, text)]).split()))
            for line, box in zip(text.lines, text.line_boxes, strict=True)
            if box.top - 2 <= place.y <= box.bottom + 2 and on_half(place.page, box.centre.x) in (place.half, None)
        ]
        if not lines:
            return place, ""
        (first, words), *others = lines
        beside = next((said for box, said in others if box.left >= first.right and _is_level(first, box)), "")
        return Place(place.page, first.top, place.half), f"{words} {beside}" if beside and _is_mark(words) else words


def _is_mark(words: str) -> bool:
    """Whether they may be the number of a heading ("c.", "1.2"), which is a line of its own before a wide gap."""
    return len(words) <= _LONGEST_MARK and " " not in words


def _is_level(one: Rect, other: Rect) -> bool:
    return one.top <= other.centre.y <= one.bottom
