"""Links of one open publication at work: made, copied, followed."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from zzpreader.model.addresses import SCHEME, Address, Part, parse_address
from zzpreader.model.annotation import Highlight
from zzpreader.model.displayed import shortened
from zzpreader.model.pages import Place
from zzpreader.model.records import Relation
from zzpreader.model.sections import Kind
from zzpreader.model.selectors import Segment, quote_of
from zzpreader.session.linking import as_markdown
from zzpreader.session.session import Session
from zzpreader.ui.links.targets import targets
from zzpreader.ui.notes.pane import NotesPane
from zzpreader.ui.notice import Notice
from zzpreader.ui.view.page_view import PageView

if TYPE_CHECKING:
    from zzpreader.ui.links.dialog import LinkDialog

_OUTSIDE = ("http://", "https://", "mailto:")


class LinkDesk(QObject):
    """
    Signals:
        away(str): the address of something in another publication; nothing has been opened.
        outside(str): a web or mail address was pressed; nothing has been opened.
        refused(str): an address of another kind was pressed.

    Attributes:
        colour: of the mark that is made of a selection that is linked.
    """

    away = Signal(str)
    outside = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, view: PageView, notes: NotesPane, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._linking, self._marks = session, session.linking, session.marks
        self._view, self._notes, self._notice, self._parent = view, notes, notice, parent
        self._awaited: Address | None = None
        self._came_from: object = None
        self.colour = "yellow"
        self._evidence_for = ""
        notes.link_pressed.connect(self.follow)
        notes.link_wanted.connect(self.link_note)
        notes.link_copy_wanted.connect(self.copy_note)
        notes.pin_wanted.connect(partial(self.pin, view))
        for signal in (session.pages.changed, session.sections.changed, session.sections.settled, session.marks.loaded):
            signal.connect(self._go_to_awaited)

    # making

    def link_note(self, annotation_id: str) -> None:
        self._ask(self._linking.to_note(annotation_id))

    def link_section(self, section_id: str) -> None:
        self._ask(self._linking.to_section(section_id))

    def link_here(self, view: PageView) -> None:
        """What is selected in it, else the chosen mark, else the lesson or section being read."""
        self._from_here(view, None)

    def pin(self, view: PageView, annotation_id: str = "") -> None:
        """A mark, without an id what is selected or the chosen mark, as evidence of a lesson that is asked."""
        if annotation_id:
            self._ask(self._linking.to_note(annotation_id), Relation.EVIDENCE)
        elif view.has_selection or view.chosen:
            self._from_here(view, Relation.EVIDENCE)
        else:
            self._notice.say(self.tr("Select the passage first, or click a mark."))

    def _from_here(self, view: PageView, relation: Relation | None) -> None:
        if view.has_selection and not self._marks.refuses():
            view.text_selection.collect(partial(self._link_selected, view, relation))
        elif chosen := view.chosen:
            self._ask(self._linking.to_note(chosen), relation)
        elif section_id := self.section_read(view):
            self._ask(self._linking.to_section(section_id), relation)

    def _link_selected(self, view: PageView, relation: Relation | None, segments: Sequence[Segment]) -> None:
        def link(end: str, chosen: Relation) -> str:
            mark = self._marks.drafted(Highlight.SOLID, self.colour, segments)
            made = self._linking.add_from(mark, end, chosen) if mark else ""
            if mark and made:
                view.clear_selection()
                view.choose(mark.id)
                self._notes.show_annotation(mark.id)
            return made

        self._open(f"“{shortened(quote_of(segments), 200)}”", relation, link)

    def _ask(self, start: str, relation: Relation | None = None) -> None:
        if start and not self._marks.refuses():
            self._open(self._linking.called(start), relation, partial(self._linking.add, start))

    def _open(self, name: str, relation: Relation | None, link: Callable[[str, Relation], str]) -> None:
        is_evidence = relation is Relation.EVIDENCE
        from zzpreader.ui.links.dialog import LinkDialog

        proposed = self._likely_lesson() if is_evidence else ""
        offered = targets(self._session, sections_only=is_evidence)
        dialog = LinkDialog(name, offered, relation, proposed=proposed, parent=self._parent)
        dialog.accepted.connect(partial(self._link, dialog, link))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _link(self, dialog: "LinkDialog", link: Callable[[str, Relation], str]) -> None:
        target = dialog.target
        if target and link(target.address, dialog.relation):
            if dialog.relation is Relation.EVIDENCE:
                self._evidence_for = target.address
            words = self.tr("Linked to “%1”.").replace("%1", shortened(target.title, 80))
            self._notice.say(words, until=self._session.marks.edited)

    def _likely_lesson(self) -> str:
        """The lesson that stands in the first view, else that for which a passage was pinned last."""
        lesson = self._session.sections.lesson_at(self._view.eye())
        read = self._linking.to_section(lesson.id) if lesson else ""
        return read if lesson and lesson.kind is Kind.LESSON else self._evidence_for or read

    def section_read(self, view: PageView) -> str:
        """The id of the lesson being read there, else of the section; "" before the first."""
        lesson = self._session.sections.lesson_at(view.eye())
        return lesson.id if lesson else ""

    # copying

    def copy_note(self, annotation_id: str) -> None:
        self._copy(self._linking.to_note(annotation_id))

    def copy_section(self, section_id: str) -> None:
        self._copy(self._linking.to_section(section_id))

    def copy_page(self, place: Place) -> None:
        self._copy(self._linking.to(Part.PAGE, self._session.pages.labels.shown(place.page, place.half)))

    def copy_here(self, view: PageView) -> None:
        """Of the chosen mark, else of the lesson or section being read, else of the page."""
        if chosen := view.chosen:
            self.copy_note(chosen)
        elif section_id := self.section_read(view):
            self.copy_section(section_id)
        else:
            self.copy_page(view.place())

    def _copy(self, address: str) -> None:
        if address:
            QGuiApplication.clipboard().setText(as_markdown(self._linking.called(address), address))
            self._notice.say(self.tr("The link is on the clipboard. Paste it into a note."))

    # following

    def follow(self, address: str) -> None:
        """To where an address of ours leads; any other is asked about or refused."""
        parsed = parse_address(address)
        if parsed is None:
            if address.casefold().startswith(_OUTSIDE):
                self.outside.emit(address)
            elif address.casefold().startswith(SCHEME):
                self._say_gone()
            else:
                self.refused.emit(address)
        elif parsed.publication == self._linking.publication:
            if not self._go(parsed):
                self._say_gone()
        else:
            self.away.emit(address)

    def go_when_there(self, address: Address, came_from: object) -> None:
        """Go there as soon as what is meant is known, in a publication that is just being opened.

        Args:
            came_from: for the view, see there; None: from nowhere in a publication.
        """
        self._awaited, self._came_from = address, came_from
        self._go_to_awaited()

    def _go_to_awaited(self) -> None:
        session, awaited = self._session, self._awaited
        # The view has to have pages to go to, and the notebook its records.
        if awaited is None or session.details is None or not session.pages.count or not self._linking.publication:
            return
        if self._go(awaited):
            self._awaited = None
            self._remember_way()
        elif session.sections.is_settled and session.pages.is_numbered and self._marks.writable:
            self._awaited = None
            self._remember_way()
            self._say_gone()
        else:
            session.sections.hurry()

    def _remember_way(self) -> None:
        if self._came_from is not None:
            self._view.came_from(self._came_from)

    def _go(self, address: Address) -> bool:
        match address.part:
            case Part.SECTION:
                section = self._session.sections.tree.get(address.name)
                if section:
                    self._view.go_to(section.place)
                return section is not None
            case Part.NOTE:
                return self._go_to_note(address.name)
            case Part.PAGE:
                place = self._session.pages.labels.find(address.name)
                if place:
                    self._view.go_to(place)
                return place is not None
            case None:
                return True

    def _go_to_note(self, annotation_id: str) -> bool:
        one = self._marks.notebook.get(annotation_id)
        if one is None:
            return False
        self._notes.show_annotation(annotation_id)
        if one.place:
            self._view.flash(annotation_id)
        elif section := self._session.sections.tree.get(one.target.scope):
            self._view.go_to(section.place)
        return True

    def _say_gone(self) -> None:
        self._notice.say(self.tr("What this link leads to is no longer there."))
