"""How a lesson looks in the list: its title on at most three lines, below it page, status and notes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from zzpreader.model.records import Status
from zzpreader.ui.icons import pixmap
from zzpreader.ui.lessons.model import Role
from zzpreader.ui.lessons.words import PICTURES
from zzpreader.ui.rows import is_strong, paint_badge, paint_ground, paint_right

_MARGIN_PX = 8
_GAP_PX = 3
_BAR_PX = 3
_LINES = 3
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class LessonDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        title = _title_height(index, option.font, width - 2 * _MARGIN_PX - _BAR_PX)
        return QSize(width, title + option.fontMetrics.height() + _GAP_PX + 2 * _MARGIN_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = paint_ground(painter, option)
        quiet = ink if is_strong(option) else option.palette.color(QPalette.ColorRole.PlaceholderText)
        inner = option.rect.adjusted(_MARGIN_PX + _BAR_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        if index.data(Role.READING):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink if is_strong(option) else option.palette.color(QPalette.ColorRole.Accent))
            painter.drawRoundedRect(option.rect.left() + 2, inner.top(), _BAR_PX, inner.height(), 1.5, 1.5)
        height = _title_height(index, option.font, inner.width())
        painter.setFont(_title_font(option.font))
        painter.setPen(ink)
        painter.setClipRect(QRect(inner.topLeft(), QSize(inner.width(), height)))
        painter.drawText(inner, _WRAPPED, str(index.data(Qt.ItemDataRole.DisplayRole)))
        painter.setClipping(False)
        below = QRect(inner.left(), inner.top() + height + _GAP_PX, inner.width(), option.fontMetrics.height())
        below = paint_right(painter, below, str(index.data(Role.PAGE)), quiet, option.font)
        if notes := int(index.data(Role.NOTES)):
            below = paint_badge(painter, below, str(notes), option, ink)
        side = min(below.height(), 16)
        picture = pixmap(
            PICTURES[Status(index.data(Role.STATUS))], quiet.rgb(), side, painter.device().devicePixelRatioF()
        )
        painter.drawPixmap(QPoint(below.left(), below.center().y() - side // 2), picture)
        words = below.adjusted(side + 6, 0, 0, 0)
        text = option.fontMetrics.elidedText(str(index.data(Role.STANDING)), Qt.TextElideMode.ElideRight, words.width())
        painter.setFont(option.font)
        painter.setPen(quiet)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        painter.restore()


def _title_font(font: QFont) -> QFont:
    title = QFont(font)
    title.setWeight(QFont.Weight.Medium)
    return title


def _title_height(index: QModelIndex | QPersistentModelIndex, font: QFont, width: int) -> int:
    metrics = QFontMetrics(_title_font(font))
    wanted = metrics.boundingRect(0, 0, max(width, 1), 10_000, _WRAPPED, str(index.data(Qt.ItemDataRole.DisplayRole)))
    return min(wanted.height(), _LINES * metrics.lineSpacing())
