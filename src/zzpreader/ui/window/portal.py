"""A second view of the publication beside the first: what a lesson rests on, or another place."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from zzpreader.model.addresses import parse_address
from zzpreader.model.pages import Place
from zzpreader.model.records import Relation
from zzpreader.model.sections import Section
from zzpreader.model.settings import Settings
from zzpreader.session.linking import Tie
from zzpreader.session.session import Session
from zzpreader.ui.acting import doing
from zzpreader.ui.buttons import IconButton, as_tooltip
from zzpreader.ui.links.words import tie_words
from zzpreader.ui.notes.pane import NotesPane
from zzpreader.ui.notice import Notice
from zzpreader.ui.short_label import ShortLabel
from zzpreader.ui.view.page_view import PageView
from zzpreader.ui.window.copying import Copying
from zzpreader.ui.window.noting import Noting
from zzpreader.ui.window.sectioning import Sectioning

_WIDE_PX = 1000
"""From here on the two stand side by side, below it one above the other."""


class Portal(QWidget):
    """Signals: turned(int) to the next other end, or the previous one; closed()."""

    turned = Signal(int)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PageView(session)
        self.view.installEventFilter(self)
        self._words, self._count = ShortLabel(), QLabel()
        for label in (self._words, self._count):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._previous = IconButton("chevron-left", self.tr("Previous passage"))
        self._next = IconButton("chevron-right", self.tr("Next passage"), "Shift+F4")
        close = IconButton("x", self.tr("Close this view"), "Esc")
        self._previous.clicked.connect(doing(partial(self.turned.emit, -1)))
        self._next.clicked.connect(doing(partial(self.turned.emit, 1)))
        close.clicked.connect(doing(self.closed.emit))
        head = QHBoxLayout()
        head.setContentsMargins(8, 2, 2, 2)
        head.setSpacing(2)
        head.addWidget(self._words, 1)
        for part in (self._count, self._previous, self._next, close):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def say(self, words: str, number: int, total: int) -> None:
        self._words.setText(words)
        self._words.setToolTip(as_tooltip(words))
        self.view.setAccessibleName(words)
        self._count.setText(self.tr("%1 of %2").replace("%1", str(number)).replace("%2", str(total)))
        for part in (self._count, self._previous, self._next):
            part.setVisible(total > 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_pressed = event.type() == QEvent.Type.KeyPress
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_pressed and is_escape and not self._has_more_to_leave:
            self.closed.emit()
            return True
        return super().eventFilter(watched, event)

    @property
    def _has_more_to_leave(self) -> bool:
        """Whether Esc undoes something within the view first."""
        view = self.view
        return view.has_selection or view.caret.is_on or view.area.is_on


class Side(NamedTuple):
    """A view of the publication, and what acts on it."""

    view: PageView
    noting: Noting
    copying: Copying
    sectioning: Sectioning


class PortalDesk(QObject):
    """
    Signals:
        made(PageView): there is a second view now.
        in_use_changed(): see `in_use`.
        led_moved(): `led` is another view, or shows another place.

    Args:
        beside: in which the second view is put, and the first one stands.
        notes, notice: what a second view tells and asks.
    """

    made = Signal(object)
    in_use_changed = Signal()
    led_moved = Signal()

    def __init__(
        self, session: Session, first: Side, beside: QSplitter, notes: NotesPane, notice: Notice, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._first, self._beside = session, first, beside
        self._notes, self._notice = notes, notice
        self._view = first.view
        self._settings = Settings()
        self._portal: Portal | None = None
        self._second: Side | None = None
        self._in_use = first
        self._address, self._number = "", 0
        session.linking.changed.connect(self._take)
        first.view.focused.connect(partial(self._use, first))
        first.view.place_changed.connect(partial(self._tell_led, first.view))
        first.noting.menu_opening.connect(first.sectioning.offer)

    @property
    def in_use(self) -> Side:
        """That of the view that has the focus, or had it last."""
        return self._in_use

    @property
    def portal(self) -> Portal | None:
        """The second view while it is there."""
        return self._portal

    @property
    def led(self) -> PageView:
        """The one that the lists beside the page follow and lead: that in use, but never evidence off its passage."""
        return self._view if self._address else self._in_use.view

    def lead(self, place: Place) -> None:
        self.led.go_to(place)

    def apply_settings(self, settings: Settings) -> None:
        self._settings = settings
        if self._second:
            self._second.view.set_paper(settings.paper)
            self._second.view.set_meanings(settings.meanings)
            self._second.noting.apply_settings(settings)
            self._second.copying.style = settings.citation

    def flip(self) -> None:
        """From one view to the other and back; opens the second where there is none, on evidence if there is any."""
        if self._portal is None:
            self._open()
        elif self._portal.view.hasFocus():
            self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._portal.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn(self, step: int) -> None:
        """To the next other end, round and round; from another place to what the lesson being read rests on."""
        if self._portal is None or not self._address:
            self._open()
        elif ties := self._ties():
            self._number = (self._number + step) % len(ties)
            self._show(ties)

    def close(self) -> None:
        portal, self._portal, self._second, self._address = self._portal, None, None, ""
        if portal:
            self._use(self._first)
            had_focus = portal.view.hasFocus()
            portal.hide()
            portal.view.rest()
            portal.deleteLater()
            if had_focus:
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self._address, self._number = self._subject(), 0
        is_new = self._portal is None
        if is_new:
            self._make()
        if ties := self._ties():
            self._show(ties)
            return
        self._address = ""
        if is_new and self._portal:
            self._portal.view.go_to(self._view.place(), history=False)
            self._portal.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._name_place()

    def _make(self) -> None:
        portal = Portal(self._session)
        portal.turned.connect(self.turn)
        portal.closed.connect(self.close)
        view = portal.view
        view.mark_activated.connect(self._notes.show_annotation)
        view.outside_link.connect(self._view.outside_link)
        view.refused_link.connect(self._view.refused_link)
        noting = Noting(self._session, view, self._notes, self._notice, portal)
        first = self._first.noting
        for theirs, ours in (
            (noting.notes_wanted, first.notes_wanted),
            (noting.link_wanted, first.link_wanted),
            (noting.pin_wanted, first.pin_wanted),
            (noting.link_copy_wanted, first.link_copy_wanted),
            (noting.page_link_wanted, first.page_link_wanted),
        ):
            theirs.connect(ours)
        sectioning = self._first.sectioning.beside(view, portal)
        noting.menu_opening.connect(sectioning.offer)
        self._portal, self._second = portal, Side(view, noting, Copying(self._session, view, portal), sectioning)
        view.focused.connect(partial(self._use, self._second))
        view.place_changed.connect(self._name_place)
        view.place_changed.connect(partial(self._tell_led, view))
        self.apply_settings(self._settings)
        is_wide = self._beside.width() >= _WIDE_PX
        self._beside.setOrientation(Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical)
        self._beside.addWidget(portal)
        half = (self._beside.width() if is_wide else self._beside.height()) // 2
        self._beside.setSizes([half, half])
        portal.show()
        view.set_zoom_mode("fit-width")
        self.made.emit(view)

    def _show(self, ties: Sequence[Tie]) -> None:
        assert self._portal
        self._number = min(self._number, len(ties) - 1)
        tie = ties[self._number]
        linking, view = self._session.linking, self._portal.view
        self._portal.say(tie_words(tie, linking.called), self._number + 1, len(ties))
        if annotation_id := linking.annotation_id(tie.other):
            view.flash(annotation_id)
        elif section := self._section(tie.other):
            view.go_to(section.place, history=False)

    def _name_place(self) -> None:
        """Where it shows no evidence: what is read there."""
        if self._portal and not self._address:
            section = self._session.sections.at(self._portal.view.eye())
            words = self.tr("Second view: %1").replace("%1", section.title) if section else self.tr("Second view")
            self._portal.say(words, 1, 1)

    def _use(self, side: Side) -> None:
        if side is not self._in_use:
            self._in_use = side
            self.in_use_changed.emit()
            self.led_moved.emit()

    def _tell_led(self, view: PageView, _place: Place) -> None:
        if view is self.led:
            self.led_moved.emit()

    def _take(self, touched: set[str] | None) -> None:
        if self._portal and self._address and (touched is None or self._address in touched):
            if ties := self._ties():
                self._show(ties)
            else:
                self.close()

    def _ties(self) -> list[Tie]:
        """The other ends that this publication has."""
        linking = self._session.linking
        found = [tie for tie in linking.at(self._address) if tie.link.relation is Relation.EVIDENCE]
        return [tie for tie in found if linking.annotation_id(tie.other) or self._section(tie.other)]

    def _section(self, address: str) -> Section | None:
        parsed = parse_address(address)
        here = parsed is not None and parsed.publication == self._session.linking.publication
        return self._session.sections.tree.get(parsed.name) if parsed and here else None

    def _subject(self) -> str:
        """The address of the chosen mark if it is evidence, else of the innermost section here that rests on any."""
        linking, sections = self._session.linking, self._session.sections
        if chosen := self._view.chosen:
            address = linking.to_note(chosen)
            if any(tie.link.relation is Relation.EVIDENCE for tie in linking.at(address)):
                return address
        section = sections.at(self._view.eye())
        path = sections.tree.path(section) if section else []
        found = next((one for one in reversed(path) if linking.evidence_of(one.id)), None)
        return linking.to_section(found.id) if found else ""
