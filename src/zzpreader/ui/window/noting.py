"""What the reader puts on a page: marks, notes and bookmarks, from the selection, the commands and the page's menu."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from zzpreader.model.annotation import Highlight
from zzpreader.model.pages import Place
from zzpreader.model.sections import Section
from zzpreader.model.settings import Settings
from zzpreader.session.session import Session
from zzpreader.ui.notes.pane import NotesPane
from zzpreader.ui.notice import Notice
from zzpreader.ui.view.page_view import PageView, Spot
from zzpreader.ui.window.page_menu import PageMenu


class Noting(QObject):
    """
    Signals:
        notes_wanted(): something is to be written in the notes pane, so it has to be shown.

    Args:
        parent: in front of which questions and menus stand.
    """

    notes_wanted = Signal()

    def __init__(self, session: Session, view: PageView, notes: NotesPane, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._marks = session, session.marks
        self._view, self._notes, self._notice = view, notes, notice
        self._parent = parent
        self._settings = Settings()
        view.bar.marked.connect(self.mark)
        view.bar.noted.connect(self.add_note)
        view.context_requested.connect(self._open_menu)

    def apply_settings(self, settings: Settings) -> None:
        self._settings = settings

    def mark(self, highlight: Highlight, color: str) -> None:
        """Mark the selection, without a colour in the one used last; with nothing selected, say how to."""
        segments = self._view.selection()
        if not segments:
            self._notice.say(self.tr("Select text first: drag over it with the mouse, or double-click a word."))
            return
        made = self._marks.add_mark(highlight, color or self._settings.color, segments)
        if self._is_there(made):
            self._view.clear_selection()
            self._notes.show_annotation(made)

    def add_note(self, place: Place | None = None, x: float | None = None) -> None:
        """A comment on the selection, else a note on that spot or at the top of what is in view.

        Args:
            x: points from the left of the unrotated page.
        """
        segments = self._view.selection()
        if place is None and segments:
            made = self._marks.add_mark(Highlight.SOLID, self._settings.color, segments)
        else:
            made = self._marks.add_note(place or self._spot()[0], x)
        if self._is_there(made):
            self._view.clear_selection()
            self.notes_wanted.emit()
            self._notes.edit_annotation(made)

    def write_section_note(self) -> None:
        self.notes_wanted.emit()
        self._notes.edit_sheet()

    def put_headings(self) -> None:
        """The headings below the section being read, in its note sheet."""
        self.notes_wanted.emit()
        self._notes.put_headings()

    def add_bookmark(self, place: Place | None = None) -> None:
        """Asks for a name; the section and page are the proposal."""
        place, section = (place, self._session.sections.at(place)) if place else self._spot()
        page = self.tr("p. %1").replace("%1", self._session.pages.labels.shown(place.page, place.half))
        proposal = f"{section.title}, {page}" if section else page
        name, taken = QInputDialog.getText(
            self._parent, self.tr("Bookmark"), self.tr("Name of the bookmark:"), QLineEdit.EchoMode.Normal, proposal
        )
        if taken:
            self._marks.add_bookmark(place, name.strip() or proposal)

    def _is_there(self, made: str) -> bool:
        """Not where nothing can be written, which has been said then, or where nothing selected can be seen."""
        return self._marks.notebook.get(made) is not None

    def _spot(self) -> tuple[Place, Section | None]:
        """The top of the view, or the start of the section that is read if that stands a little lower."""
        sections = self._session.sections
        top, section = self._view.place(), sections.at(self._view.eye())
        if section and sections.at(top) != section:
            return section.place, section
        return top, section

    def _open_menu(self, at: QPoint, spot: Spot) -> None:
        selected = self._view.has_selection
        menu = PageMenu(
            spot,
            self._marks,
            self._settings.meanings,
            selected=selected,
            mark=self.mark,
            note=partial(self.add_note, None if selected else spot.place, spot.x),
            bookmark=partial(self.add_bookmark, spot.place),
            copy=self._view.copy,
            show_card=self._notes.show_annotation,
            keys=self._view.actions(),
            parent=self._parent,
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
