"""Cards in a list: painted, and one of them edited in place."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from zzpreader.model.annotation import Annotation, Kind
from zzpreader.session.marks import Marks
from zzpreader.ui.notes.editors import CommentEditor
from zzpreader.ui.notes.layout import (
    BUTTON_PX,
    COMMENT,
    GAP_PX,
    NO_PICTURE,
    PAD_PX,
    TAGS,
    CardParts,
    Field,
    estimate,
    height_of,
    inner_width,
    is_named,
    lay_out,
)
from zzpreader.ui.notes.listing import Heading, Row
from zzpreader.ui.notes.long_list import LongList
from zzpreader.ui.notes.model import Role
from zzpreader.ui.notes.painting import paint_button, paint_card, paint_heading, paint_picture
from zzpreader.ui.notes.tags_editor import TagsEditor

if TYPE_CHECKING:
    from zzpreader.ui.notes.area_pictures import CardPictures

Index = QModelIndex | QPersistentModelIndex


class Button(NamedTuple):
    """One of the buttons that appear in the card under the pointer."""

    name: str
    picture: str
    words: str
    box: QRect


class CardDelegate(QStyledItemDelegate):
    """
    Signals:
        pressed(str id, str name): a card's button ("comment", "tags", "more", "delete"), its text ("comment"), its
            tags ("tags"), or the rest of it ("").
        ticked(str id, int number): a box of the checklist in its text, counted from 0.
        link_pressed(str address): a link in its text, or the other end of one of its links.
        begun(str id): it is being edited.
        finished(): nothing is edited any more.

    Args:
        caption: the quiet line at the top of a card.

    Attributes:
        proposed_tags: those that are proposed while a tag is typed.
        ties: the links of an annotation: words, and the address to which each leads.
        pictures: of areas, made when the first is met; None where none can be drawn.
    """

    pressed = Signal(str, str)
    ticked = Signal(str, int)
    link_pressed = Signal(str)
    begun = Signal(str)
    finished = Signal()

    def __init__(self, view: LongList, marks: Marks, caption: Callable[[Annotation], str]) -> None:
        super().__init__(view)
        self._view, self._marks, self._caption = view, marks, caption
        self._expanded: set[str] = set()
        self._field: Field | None = None
        self._wish = COMMENT
        self._before: Annotation | None = None
        self._index = QPersistentModelIndex()
        self.proposed_tags: Sequence[str] = ()
        self.ties: Callable[[Annotation], Sequence[tuple[str, str]]] = _no_ties
        self.pictures: Callable[[], CardPictures] | None = None
        self._estimates: dict[str, tuple[Annotation, int]] = {}
        self._estimated_for = (0, 0)

    @property
    def edited_id(self) -> str | None:
        return self._field.annotation_id if self._field else None

    def edit(self, index: QModelIndex, name: str) -> None:
        """Open the field of that name in the card."""
        self._wish = name
        self._view.edit(index)

    def toggle_expanded(self, index: QModelIndex) -> None:
        if isinstance(row := index.data(Role.ROW), Annotation):
            self._expanded ^= {row.id}
            self._resized(index)

    # size and looks

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, width = index.data(Role.ROW), self._view.viewport().width()
        if isinstance(row, Heading):
            return QSize(width, self._heading_height())
        return QSize(width, height_of(self._parts(row, QRect(0, 0, width, 0))))

    def estimated_heights(self, rows: Sequence[Row]) -> list[int]:
        """By counting letters; of a row that was asked for before, the same again."""
        metrics = self._view.fontMetrics()
        letters = max(self._view.viewport().width() // max(metrics.averageCharWidth(), 1), 1)
        spacing, heading = metrics.lineSpacing(), self._heading_height()
        if self._estimated_for != (letters, spacing):
            self._estimated_for, self._estimates = (letters, spacing), {}
        known = self._estimates
        heights: list[int] = []
        for row in rows:
            if isinstance(row, Heading):
                heights.append(heading)
                continue
            kept = known.get(row.id)
            if kept is None or kept[0] is not row:
                kept = known[row.id] = (row, self._estimate(row, letters, spacing))
            heights.append(kept[1])
        return heights

    def _estimate(self, row: Annotation, letters: int, spacing: int) -> int:
        return estimate(row, letters, spacing, self._picture_size(row).height())

    def _picture_size(self, annotation: Annotation) -> QSize:
        if annotation.kind is not Kind.AREA or self.pictures is None:
            return NO_PICTURE
        return self.pictures().size(annotation, inner_width(self._view.viewport().width() - GAP_PX))

    def _heading_height(self) -> int:
        return self._view.fontMetrics().height() + 16

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.initStyleOption(option, index)
        row = index.data(Role.ROW)
        if isinstance(row, Heading):
            paint_heading(painter, option, row.title)
        else:
            device = self._view.devicePixelRatioF()
            parts = self._parts(row, option.rect)
            buttons = self._buttons(row, parts) if self._has_buttons(option) else []
            taken = len(buttons) * BUTTON_PX
            parts = parts._replace(meta=parts.meta.adjusted(0, 0, -taken, 0))
            paint_card(painter, option, row, parts, self._caption(row), device)
            if self.pictures and not parts.picture.isEmpty():
                shot = self.pictures().get(row, parts.picture.size(), device)
                paint_picture(painter, parts.picture, shot, option.palette)
            pointer = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
            for button in buttons:
                paint_button(
                    painter,
                    button.box,
                    button.picture,
                    option.palette,
                    device,
                    under_pointer=button.box.contains(pointer),
                )
        painter.restore()

    @staticmethod
    def _has_buttons(option: QStyleOptionViewItem) -> bool:
        return bool(option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected))

    def _parts(self, annotation: Annotation, box: QRect) -> CardParts:
        field = self._field if self._field and self._field.annotation_id == annotation.id else None
        return lay_out(
            annotation,
            box.left() + GAP_PX // 2,
            box.top(),
            self._view.viewport().width() - GAP_PX,
            self._view.font(),
            expanded=annotation.id in self._expanded,
            editing=field,
            links=[words for words, _ in self.ties(annotation)],
            picture=self._picture_size(annotation),
        )

    def _buttons(self, annotation: Annotation, parts: CardParts) -> list[Button]:
        offers: list[tuple[str, str, str]] = []
        if parts.cut or annotation.id in self._expanded:
            is_open = annotation.id in self._expanded
            words = self.tr("Show less") if is_open else self.tr("Show all of it")
            offers.append(("more", "chevron-up" if is_open else "chevron-down", words))
        if self._marks.writable:
            named = is_named(annotation)
            offers.append((COMMENT, "pencil", self.tr("Rename") if named else self.tr("Write a comment")))
            offers.append((TAGS, "tag", self.tr("Tags")))
            offers.append(("delete", "trash-2", self.tr("Delete")))
        left = parts.card.right() - PAD_PX // 2 - len(offers) * BUTTON_PX
        top = parts.meta.center().y() - BUTTON_PX // 2 + 1
        return [
            Button(name, picture, words, QRect(left + n * BUTTON_PX, top, BUTTON_PX, BUTTON_PX))
            for n, (name, picture, words) in enumerate(offers)
        ]

    def button_at(self, index: QModelIndex, point: QPoint) -> Button | None:
        """The button of a card at a point of the list."""
        row = index.data(Role.ROW)
        if not isinstance(row, Annotation):
            return None
        parts = self._parts(row, self._view.visualRect(index))
        return next((one for one in self._buttons(row, parts) if one.box.contains(point)), None)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        row = index.data(Role.ROW)
        if not isinstance(event, QMouseEvent) or not isinstance(row, Annotation):
            return False
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if event.type() == QEvent.Type.MouseButtonRelease and plain:
            point, parts = event.position().toPoint(), self._parts(row, option.rect)
            if button := next((one for one in self._buttons(row, parts) if one.box.contains(point)), None):
                self.pressed.emit(row.id, button.name)
            elif parts.text.box.contains(point):
                self._press_text(row.id, parts, point)
            elif parts.links.box.contains(point):
                line = (point.y() - parts.links.box.top()) * len(parts.links.lines) // parts.links.box.height()
                self.link_pressed.emit(self.ties(row)[line][1])
            elif parts.tags.box.contains(point) and self._marks.writable:
                self.pressed.emit(row.id, TAGS)
            elif parts.card.contains(point):
                self.pressed.emit(row.id, "")
        return False

    def _press_text(self, annotation_id: str, parts: CardParts, point: QPoint) -> None:
        inside = QPointF(point - parts.text.box.topLeft())
        box = parts.note.box_at(inside) if parts.note else -1
        link = parts.note.link_at(inside) if parts.note else ""
        if link:
            self.link_pressed.emit(link)
        elif not self._marks.writable:
            self.pressed.emit(annotation_id, "")
        elif box >= 0:
            self.ticked.emit(annotation_id, box)
        else:
            self.pressed.emit(annotation_id, COMMENT)

    # editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        row = index.data(Role.ROW)
        assert isinstance(row, Annotation)
        self._before, self._index = row, QPersistentModelIndex(index)
        self.begun.emit(row.id)
        if self._wish == TAGS:
            tags = TagsEditor(row.body.tags, self.proposed_tags, parent)
            tags.finished.connect(lambda: self._end(tags))
            tags.cancelled.connect(lambda: self._cancel(tags))
            self._field = Field(row.id, TAGS, max(tags.sizeHint().height(), BUTTON_PX))
            self._resized(index)
            return tags
        comment = CommentEditor(parent, one_line=is_named(row))
        comment.setPlaceholderText(self.tr("Name of the bookmark") if is_named(row) else self.tr("Write a comment…"))
        comment.setAccessibleName(self.tr("Name of the bookmark") if is_named(row) else self.tr("Comment"))
        comment.start_with(row.body.value)
        comment.moveCursor(QTextCursor.MoveOperation.End)
        comment.written.connect(partial(self._marks.write_comment, row.id))
        comment.finished.connect(lambda: self._end(comment))
        comment.cancelled.connect(lambda: self._cancel(comment))
        comment.grown.connect(lambda: self._grow(comment))
        self._field = Field(row.id, COMMENT, comment.wanted_height)
        self._resized(index)
        return comment

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        row = index.data(Role.ROW)
        if isinstance(editor, CommentEditor) and isinstance(row, Annotation):
            editor.show_text(row.body.value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, TagsEditor) and isinstance(row := index.data(Role.ROW), Annotation):
            self._marks.set_tags([row.id], editor.tags)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Role.ROW)
        if isinstance(row, Annotation):
            parts = self._parts(row, option.rect)
            editor.setGeometry(parts.tags.box if isinstance(editor, TagsEditor) else parts.text.box)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        super().destroyEditor(editor, index)
        self._field = self._before = None
        self._marks.finish_typing()
        self._resized(index)
        self.finished.emit()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Keys are the editor's own; of the rest, such as the loss of focus, Qt's way is right.
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        return super().eventFilter(editor, event)

    def _end(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _cancel(self, editor: QWidget) -> None:
        # What is written where there was nothing stays: nobody throws away a first thought by pressing Esc.
        if isinstance(editor, CommentEditor) and self._before and self._before.body.value:
            self._marks.finish_typing()  # taking back is a step of its own: undo brings the words again
            self._marks.write_comment(self._before.id, self._before.body.value)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def _grow(self, editor: CommentEditor) -> None:
        if self._field and self._field.height != editor.wanted_height:
            self._field = self._field._replace(height=editor.wanted_height)
            self._view.remeasure(self._index)

    def _resized(self, index: Index) -> None:
        self._view.remeasure(index)


def _no_ties(_annotation: Annotation) -> Sequence[tuple[str, str]]:
    return ()
