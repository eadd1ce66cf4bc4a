"""A line of the command palette: picture, title with the letters that answer, what it is, its key."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from zzpreader.ui.command_palette.finding import Found
from zzpreader.ui.icons import pixmap
from zzpreader.ui.palette import soft_selection
from zzpreader.ui.rows import RowDelegate, paint_right

FOUND_ROLE = Qt.ItemDataRole.UserRole
_MARGIN_PX = 10
_ICON_PX = 16


class EntryDelegate(RowDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found = index.data(FOUND_ROLE)
        if not isinstance(found, Found):
            return
        entry, palette = found.entry, option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(soft_selection(palette))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 4, 4)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        ink = palette.color(QPalette.ColorRole.Text) if entry.enabled else quiet
        inner = option.rect.adjusted(_MARGIN_PX, 0, -_MARGIN_PX, 0)
        icon = pixmap(entry.picture, ink.rgb(), _ICON_PX, painter.device().devicePixelRatioF())
        painter.drawPixmap(inner.left(), inner.center().y() - _ICON_PX // 2 + 1, icon)
        inner.setLeft(inner.left() + _ICON_PX + 10)
        if entry.hint:
            inner = paint_right(painter, inner, entry.hint, quiet, option.font)
        used = _paint_title(painter, inner, found, option.font, ink)
        inner.setLeft(inner.left() + used + 10)
        more = " · ".join(part for part in (entry.more, entry.kind) if part)
        shown = QFontMetrics(option.font).elidedText(more, Qt.TextElideMode.ElideRight, inner.width())
        painter.setFont(option.font)
        painter.setPen(quiet)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.restore()


def _paint_title(painter: QPainter, inner: QRect, found: Found, font: QFont, ink: QColor) -> int:
    """Returns the width that it takes."""
    metrics = QFontMetrics(font)
    title = metrics.elidedText(found.entry.title, Qt.TextElideMode.ElideRight, max(inner.width() - 12, 0))
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.Bold)
    layout = QTextLayout(title, font)
    layout.setFormats(list(_runs(found.letters, len(title), strong)))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    painter.setPen(ink)
    painter.setClipRect(inner)
    layout.draw(painter, QPointF(inner.left(), inner.center().y() - line.height() / 2 + 1))
    painter.setClipping(False)
    return round(line.naturalTextWidth())


def _runs(letters: Iterable[int], length: int, form: QTextCharFormat) -> Iterable[QTextLayout.FormatRange]:
    for at in sorted(letters):
        if at < length:
            run = QTextLayout.FormatRange()
            run.start, run.length, run.format = at, 1, form
            yield run
