"""How a row of the contents looks: title, number of notes, page."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from zzpreader.model.progress import LEAST_READ, MOST_READ
from zzpreader.model.records import Status
from zzpreader.model.sections import Kind
from zzpreader.session.editing import LONGEST_TITLE
from zzpreader.ui.contents.model import Role
from zzpreader.ui.icons import pixmap
from zzpreader.ui.lessons.words import PICTURES
from zzpreader.ui.rows import RowDelegate, is_strong, paint_badge, paint_ground, paint_right

_MARGIN_PX = 6
_BAR_PX = 3
_ICON_PX = 14
_FAINT = 0.55
"""Of the ink of the sign for what is still to be read: it is there, and calls nobody."""
_PROGRESS_PX = 2
_PICTURES = {Kind.LESSON: "lightbulb", Kind.BOX: "square"}


class SectionDelegate(RowDelegate):
    """A folded section stands for all below it: their notes, and the one that is being read. What is not sure is
    quiet."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = paint_ground(painter, option)
        quiet = option.palette.color(QPalette.ColorRole.PlaceholderText) if not is_strong(option) else ink
        inner = option.rect.adjusted(_MARGIN_PX, 0, -_MARGIN_PX, 0)
        folded = not option.state & QStyle.StateFlag.State_Open
        is_read = bool(index.data(Role.READING_WITHIN if folded else Role.READING))
        if is_read:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(QPalette.ColorRole.Accent) if not is_strong(option) else ink)
            painter.drawRoundedRect(option.rect.left() + 1, inner.top() + 5, _BAR_PX, inner.height() - 10, 1.5, 1.5)
        inner = paint_right(painter, inner, str(index.data(Role.PAGE)), quiet, option.font)
        if notes := int(index.data(Role.NOTES_WITHIN if folded else Role.OWN_NOTES)):
            inner = paint_badge(painter, inner, str(notes), option, ink)
        if status := index.data(Role.STATUS):
            inner = _paint_status(painter, inner, Status(status), quiet)
        if picture := _PICTURES.get(index.data(Role.KIND)):
            drawn = pixmap(picture, quiet.rgb(), _ICON_PX, painter.device().devicePixelRatioF())
            painter.drawPixmap(inner.left(), inner.center().y() - _ICON_PX // 2 + 1, drawn)
            inner = inner.adjusted(_ICON_PX + 5, 0, 0, 0)
        if LEAST_READ < (share := float(index.data(Role.READ))) < MOST_READ:
            done = QRect(inner.left(), option.rect.bottom() - _PROGRESS_PX, round(inner.width() * share), _PROGRESS_PX)
            painter.fillRect(done, option.palette.color(QPalette.ColorRole.Accent) if not is_strong(option) else ink)
        font = QFont(option.font)
        font.setBold(is_read)
        unsure = bool(index.data(Role.UNSURE))
        font.setItalic(unsure)
        title = QFontMetrics(font).elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.setFont(font)
        painter.setPen(quiet if unsure and not is_read else ink)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, title)
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        line = QLineEdit(parent)
        line.setMaxLength(LONGEST_TITLE)
        line.setAccessibleName(self.tr("Title of the section"))
        return line

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        editor.setGeometry(option.rect)


def _paint_status(painter: QPainter, inner: QRect, status: Status, ink: QColor) -> QRect:
    """Its sign at the right; what is left of the row."""
    drawn = pixmap(PICTURES[status], ink.rgb(), _ICON_PX, painter.device().devicePixelRatioF())
    painter.setOpacity(_FAINT if status is Status.UNREAD else 1.0)
    painter.drawPixmap(inner.right() - _ICON_PX + 1, inner.center().y() - _ICON_PX // 2 + 1, drawn)
    painter.setOpacity(1.0)
    return inner.adjusted(0, 0, -_ICON_PX - 8, 0)
