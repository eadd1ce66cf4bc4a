"""What the reader puts on a page: marks, notes and bookmarks, from the selection, the commands and the page's menu."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QPlainTextEdit, QWidget

from zzpreader.model.annotation import Highlight
from zzpreader.model.pages import Place
from zzpreader.model.sections import Section
from zzpreader.model.selectors import Segment
from zzpreader.model.settings import Settings
from zzpreader.session.session import Session
from zzpreader.ui.dialogs.line import ask_line, use_words_alone
from zzpreader.ui.notes.pane import NotesPane
from zzpreader.ui.notice import Notice
from zzpreader.ui.view.area import Area
from zzpreader.ui.view.page_view import PageView, Spot
from zzpreader.ui.window.page_menu import Doings, PageMenu


class Noting(QObject):
    """
    Signals:
        notes_wanted(): something is to be written in the notes pane, so it has to be shown.
        link_wanted(str id), pin_wanted(str id): a mark is to be linked; to be evidence, "" for what is selected.
        link_copy_wanted(str id): of a mark.
        page_link_wanted(Place): a link to that page is to be copied.
        menu_opening(PageMenu, Spot): the page's menu is about to be shown; others may add to it.

    Args:
        parent: in front of which questions and menus stand.
    """

    notes_wanted = Signal()
    link_wanted = Signal(str)
    pin_wanted = Signal(str)
    link_copy_wanted = Signal(str)
    page_link_wanted = Signal(object)
    menu_opening = Signal(object, object)

    def __init__(self, session: Session, view: PageView, notes: NotesPane, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._marks = session, session.marks
        self._view, self._notes, self._notice = view, notes, notice
        self._parent = parent
        self._settings = Settings()
        view.bar.marked.connect(self.mark)
        view.bar.noted.connect(self.add_note)
        view.context_requested.connect(self._open_menu)
        view.area.chosen.connect(self._mark_area)
        view.area.stopped.connect(notice.hide)

    def apply_settings(self, settings: Settings) -> None:
        self._settings = settings

    def mark(self, highlight: Highlight, color: str = "") -> None:
        """Mark the selection, without a colour in the one used last; else the chosen mark becomes such a one.

        With neither say how to.
        """
        if self._view.has_selection:
            self._view.text_selection.collect(partial(self._mark, highlight, color or self._settings.color))
        elif chosen := self._view.chosen:
            if color:
                self._marks.recolour([chosen], color)
            else:
                self._marks.restyle([chosen], highlight)
        else:
            self._notice.say(self.tr("Select text first: drag over it with the mouse, or double-click a word."))

    def _mark(self, highlight: Highlight, color: str, segments: Sequence[Segment]) -> None:
        made = self._marks.add_mark(highlight, color, segments)
        if self._is_there(made):
            self._view.clear_selection()
            self._view.choose(made)  # the next key changes its colour, or opens its comment
            self._notes.show_annotation(made)

    def add_note(self, place: Place | None = None, x: float | None = None) -> None:
        """A comment on the selection, else a note on that spot, at the caret or at the top of what is in view.

        Args:
            x: points from the left of the unrotated page.
        """
        segments = self._view.selection()
        if place is None and segments:
            made = self._marks.add_mark(Highlight.SOLID, self._settings.color, segments)
        elif place is None and (caret := self._view.caret_spot()):
            made = self._marks.add_note(caret.place, caret.x)
        else:
            made = self._marks.add_note(place or self._spot()[0], x)
        if self._is_there(made):
            self._view.clear_selection()
            self._view.choose(made)
            self.edit_comment(made)

    def edit_comment(self, annotation_id: str = "") -> None:
        """The comment on a mark, without an id on the one that is chosen; of a bookmark its name."""
        if wanted := annotation_id or self._view.chosen:
            self.notes_wanted.emit()
            self._notes.edit_annotation(wanted)

    def edit_tags(self, annotation_id: str = "") -> None:
        """Of a mark, without an id of the one that is chosen."""
        if wanted := annotation_id or self._view.chosen:
            self.notes_wanted.emit()
            self._notes.edit_tags(wanted)

    def go_to_mark(self, step: int) -> None:
        """To the next mark, note or bookmark, or the one before, with its card."""
        if found := self._view.go_to_mark(step):
            self._notes.show_annotation(found)
        elif not len(self._marks.notebook):
            self._notice.say(self.tr("Nothing is marked in this publication yet."))
        else:
            words = self.tr("This is the last mark.") if step > 0 else self.tr("This is the first mark.")
            self._notice.say(words)

    def delete(self) -> None:
        """The mark that is chosen, without a question: it can be undone."""
        if chosen := self._view.chosen:
            self._marks.delete([chosen])

    def start_area(self) -> None:
        """Let a rectangle of the page be drawn, around the selection if there is one."""
        self._view.start_area()
        self._notice.say(
            self.tr(
                "Draw a frame on the page, or move one with the arrow keys (with Shift they size it). "
                "Enter takes it, Esc leaves it."
            ),
            stays=True,
        )

    def describe(self, annotation_id: str) -> None:
        """Ask what is to be seen in an area."""
        area = self._marks.notebook.get(annotation_id)
        if area is None:
            return
        dialog = QInputDialog(self._parent)
        dialog.setOkButtonText(self.tr("Keep"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        dialog.setWindowTitle(self.tr("Description of the area"))
        dialog.setLabelText(self.tr("What is to be seen here? For those who cannot see it, and for exports:"))
        dialog.setTextValue(area.body.description)
        for field in dialog.findChildren(QPlainTextEdit):
            field.setTabChangesFocus(True)  # who has no mouse gets out of it
        use_words_alone(dialog)
        dialog.accepted.connect(lambda: self._marks.describe(annotation_id, dialog.textValue()))
        dialog.open()

    def _mark_area(self, area: Area) -> None:
        made = self._marks.add_area(area.page, area.box, self._settings.color)
        if self._is_there(made):
            self._notes.show_annotation(made)
            self.describe(made)

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
        name = ask_line(self._parent, self.tr("Bookmark"), self.tr("Name of the bookmark:"), proposal, self.tr("Keep"))
        if name is not None:
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

    def menu_at(self, spot: Spot) -> PageMenu:
        """What can be done there."""
        selected = self._view.has_selection
        doings = Doings(
            mark=self.mark,
            note=partial(self.add_note, None if selected else spot.place, spot.x),
            bookmark=partial(self.add_bookmark, spot.place),
            copy=self._view.copy,
            copy_with_source=self._view.source_wanted.emit,
            area=self.start_area,
            show_card=self._notes.show_annotation,
            edit=self.edit_comment,
            tags=self.edit_tags,
            copy_mark=lambda one: self._notes.source_wanted.emit([one]),
            describe=self.describe,
            link=self.link_wanted.emit,
            pin=self.pin_wanted.emit,
            copy_link=self.link_copy_wanted.emit,
            copy_page_link=partial(self.page_link_wanted.emit, spot.place),
        )
        meanings, keys = self._settings.meanings, self._view.actions()
        return PageMenu(spot, self._marks, meanings, doings, selected=selected, keys=keys, parent=self._parent)

    def _open_menu(self, at: QPoint, spot: Spot) -> None:
        menu = self.menu_at(spot)
        self.menu_opening.emit(menu, spot)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
