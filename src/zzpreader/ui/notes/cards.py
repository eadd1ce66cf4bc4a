"""The list of cards: what the pointer and the keys do there."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QToolTip, QWidget

from zzpreader.model.annotation import Annotation, Kind
from zzpreader.model.checklist import ticked
from zzpreader.session.linking import Linking
from zzpreader.session.marks import Marks
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.links.words import tie_words
from zzpreader.ui.notes.delegate import CardDelegate
from zzpreader.ui.notes.layout import COMMENT, TAGS
from zzpreader.ui.notes.long_list import LongList
from zzpreader.ui.notes.menu import CardMenu
from zzpreader.ui.notes.model import CardModel

if TYPE_CHECKING:
    from zzpreader.session.area_pictures import AreaPictures
    from zzpreader.ui.notes.area_pictures import CardPictures


class CardList(LongList):
    """
    Signals:
        go_to(str id): to its place in the publication.
        begun(str id), finished(): a card is edited; is no longer edited.
        chosen_changed(int): so many are chosen now.
        link_pressed(str address): a link in the text of a card, or the other end of one of its links.
        link_wanted(str id), pin_wanted(str id), link_copy_wanted(str id): a card is to be linked, to be evidence of a
            lesson; a link to it is to be copied.
        source_wanted(list[Annotation]): these are to be copied with their sources.
        describe_wanted(str id): what is to be seen in an area is to be asked.
        history(str id): its earlier versions are wanted.

    Args:
        caption: the quiet line at the top of a card.
        areas: gives their pictures, if they are to be seen.

    Attributes:
        meanings: the reader's own words for the colours.
    """

    go_to = Signal(str)
    begun = Signal(str)
    finished = Signal()
    chosen_changed = Signal(int)
    link_pressed = Signal(str)
    link_wanted = Signal(str)
    pin_wanted = Signal(str)
    link_copy_wanted = Signal(str)
    source_wanted = Signal(list)
    describe_wanted = Signal(str)
    history = Signal(str)

    def __init__(
        self,
        model: CardModel,
        marks: Marks,
        caption: Callable[[Annotation], str],
        linking: Linking,
        areas: "Callable[[], AreaPictures] | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, parent)
        self._cards, self._marks, self._linking, self._areas = model, marks, linking, areas
        self._delegate = CardDelegate(self, marks, caption)
        self._delegate.ties = self._ties
        if areas:
            self._delegate.pictures = lambda: self._pictures
        linking.changed.connect(self._show_links)
        linking.named.connect(self._show_all_links)
        self._delegate.pressed.connect(self._press)
        self._delegate.ticked.connect(self._tick)
        self._delegate.link_pressed.connect(self.link_pressed)
        self._delegate.begun.connect(self.begun)
        self._delegate.finished.connect(self.finished)
        self.meanings: Mapping[str, str] = {}
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Notes and marks"))

    def estimated_heights(self, first: int, last: int) -> list[int]:
        return self._delegate.estimated_heights(self._cards.rows[first : last + 1])

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        rows = (self._cards.rows[row] for row in self._rows_in_sight())
        areas = [row for row in rows if isinstance(row, Annotation) and row.kind is Kind.AREA]
        if areas and self._areas:
            self._areas().want(areas)

    @cached_property
    def _pictures(self) -> "CardPictures":
        from zzpreader.ui.notes.area_pictures import CardPictures  # most people mark no areas

        assert self._areas
        areas = self._areas()
        areas.ready.connect(self._show_picture)
        return CardPictures(areas)

    def propose_tags(self, tags: Sequence[str]) -> None:
        """While tags are typed, in that order."""
        self._delegate.proposed_tags = tags

    @property
    def edited_id(self) -> str | None:
        """The annotation that is being edited in its card."""
        return self._delegate.edited_id

    def chosen(self) -> list[Annotation]:
        """Those selected, in the order of the list."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [one for index in rows if (one := self._cards.annotation(index))]

    def choose(self, annotation_ids: Iterable[str]) -> None:
        """Those of them that are listed; the current card stays the current one if it is among them."""
        chosen = QItemSelection()
        for index in (self._cards.index_of(one) for one in annotation_ids):
            if index.isValid():
                chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def show_annotation(self, annotation_id: str) -> bool:
        """Bring its card into sight and make it the current one; False if it is not among the rows."""
        index = self._cards.index_of(annotation_id)
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def edit_field(self, annotation_id: str, name: str = COMMENT) -> None:
        if self._marks.writable and self.show_annotation(annotation_id):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._delegate.edit(self._cards.index_of(annotation_id), name)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's name
        super().selectionChanged(selected, deselected)
        found = self.selectionModel().selection()
        ranges = [found.at(n) for n in range(found.count())]
        rows = (row for one in ranges for row in range(one.top(), one.bottom() + 1))
        self.chosen_changed.emit(sum(isinstance(self._cards.rows[row], Annotation) for row in rows))

    def event(self, event: QEvent) -> bool:
        # Elsewhere in the window these keys are about the page; in the list they are about its cards.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            copy, every = QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll
            if event.matches(copy) or event.matches(every):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self._cards.annotation(self.currentIndex())
        if event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            self.delete_chosen()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() == Qt.Key.Key_Escape and len(self.chosen()) > 1:
            self.choose_none()
        elif event.key() == Qt.Key.Key_T and not event.modifiers():
            self.ask_tags()
        elif current and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_field(current.id)
        elif current and event.key() == Qt.Key.Key_Space:
            self.go_to.emit(current.id)
        elif current and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._delegate.toggle_expanded(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def delete_chosen(self) -> None:
        """Without a question: it can be undone."""
        if chosen := self.chosen():
            row = self._cards.index_of(chosen[0].id).row()
            self._marks.delete([one.id for one in chosen])
            self._choose_near(row)

    def choose_none(self) -> None:
        """But the current one stays current."""
        self.clearSelection()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        chosen = self.chosen()
        if not chosen:
            return
        ties = self._linking.at(self._linking.to_note(chosen[0].id))
        menu = CardMenu(chosen, self._marks, self._linking, self.meanings, self, ties=ties)
        menu.link.connect(self.link_wanted)
        menu.pin.connect(self.pin_wanted)
        menu.copy_link.connect(self.link_copy_wanted)
        menu.describe.connect(self.describe_wanted)
        menu.go_to.connect(self.go_to)
        menu.edit.connect(self.edit_field)
        menu.tags.connect(self.ask_tags)
        menu.copy.connect(self._copy)
        menu.copy_source.connect(self.copy_with_source)
        menu.history.connect(self.history)
        menu.delete.connect(self.delete_chosen)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        here = self.visualRect(self.currentIndex()).topLeft() + QPoint(24, 24)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(here) if by_key else event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            button = self._delegate.button_at(self.indexAt(event.pos()), event.pos())
            QToolTip.showText(event.globalPos(), as_tooltip(button.words) if button else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.remeasure_all()

    def _press(self, annotation_id: str, name: str) -> None:
        match name:
            case "":
                self.go_to.emit(annotation_id)
            case "more":
                self._delegate.toggle_expanded(self._cards.index_of(annotation_id))
            case "delete":
                row = self._cards.index_of(annotation_id).row()
                self._marks.delete([annotation_id])
                self._choose_near(row)
            case _:
                self.edit_field(annotation_id, name)

    def _choose_near(self, row: int) -> None:
        """The card that came in the place of those deleted, else the one above."""
        below = range(row, self._cards.rowCount())
        above = range(min(row, self._cards.rowCount()) - 1, -1, -1)
        for number in (*below, *above):
            if one := self._cards.annotation(self._cards.index(number)):
                self.show_annotation(one.id)
                return

    def ask_tags(self) -> None:
        """For one card in the card itself; for several in a question."""
        chosen = self.chosen()
        if len(chosen) == 1:
            self.edit_field(chosen[0].id, TAGS)
        elif chosen and self._marks.writable:
            from zzpreader.ui.dialogs.tags import TagsDialog

            dialog = TagsDialog([one.body.tags for one in chosen], self._delegate.proposed_tags, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            ids = [one.id for one in chosen]
            dialog.accepted.connect(lambda: self._marks.retag(ids, dialog.added, dialog.removed))
            dialog.open()

    def _tick(self, annotation_id: str, number: int) -> None:
        if one := self._marks.notebook.get(annotation_id):
            self._marks.finish_typing()
            self._marks.write_comment(annotation_id, ticked(one.body.value, number))
            self._marks.finish_typing()

    def _ties(self, annotation: Annotation) -> list[tuple[str, str]]:
        linking = self._linking
        return [(tie_words(tie, linking.called), tie.other) for tie in linking.at(linking.to_note(annotation.id))]

    def _show_picture(self, annotation_id: str) -> None:
        self.remeasure(self._cards.index_of(annotation_id))

    def _show_links(self, touched: set[str] | None) -> None:
        if touched is None:
            self._show_all_links()
            return
        for address in touched:
            index = self._cards.index_of(self._linking.annotation_id(address))
            if index.isValid():
                self.remeasure(index)

    def _show_all_links(self) -> None:
        if self._linking.has_any:
            self.remeasure_all()

    def copy_with_source(self) -> None:
        self.source_wanted.emit(self.chosen())

    def _copy(self) -> None:
        if texts := [one.quote or one.body.value for one in self.chosen()]:
            QGuiApplication.clipboard().setText("\n\n".join(texts))

    def current_id(self) -> str | None:
        one = self._cards.annotation(self.currentIndex())
        return one.id if one else None
