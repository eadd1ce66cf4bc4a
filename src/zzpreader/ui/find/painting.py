"""How a line of the results looks: a few words around the hit, which is always in sight."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from zzpreader.session.search import Hit
from zzpreader.ui.find.model import Role
from zzpreader.ui.palette import is_dark, mixed
from zzpreader.ui.rows import RowDelegate, is_strong, paint_badge, paint_ground, paint_right

_MARGIN_PX = 6
_SHARE_BEFORE = 0.35
"""Of the room that the hit leaves, when there are words enough on both sides."""


class ResultDelegate(RowDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = paint_ground(painter, option)
        inner = option.rect.adjusted(_MARGIN_PX, 0, -_MARGIN_PX, 0)
        hit = index.data(Role.HIT)
        if isinstance(hit, Hit):
            quiet = ink if is_strong(option) else option.palette.color(QPalette.ColorRole.PlaceholderText)
            inner = paint_right(painter, inner, str(index.data(Role.PAGE)), quiet, option.font)
            _paint_hit(painter, inner, hit, option, ink)
        else:
            count = index.data(Role.COUNT)
            if count is not None:
                inner = paint_badge(painter, inner, str(count), option, ink)
            words = str(index.data(Qt.ItemDataRole.DisplayRole))
            _paint_title(painter, inner, words, option.font, ink, bold=count is not None)
        painter.restore()


def _paint_title(painter: QPainter, inner: QRect, title: str, plain: QFont, ink: QColor, *, bold: bool) -> None:
    font = QFont(plain)
    font.setBold(bold)
    shown = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, inner.width())
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def _paint_hit(painter: QPainter, inner: QRect, hit: Hit, option: QStyleOptionViewItem, ink: QColor) -> None:
    plain, bold = QFont(option.font), QFont(option.font)
    bold.setBold(True)
    widths, heavy = QFontMetrics(plain), QFontMetrics(bold)
    match = heavy.elidedText(hit.match, Qt.TextElideMode.ElideMiddle, inner.width())
    room = inner.width() - heavy.horizontalAdvance(match)
    after_px = widths.horizontalAdvance(hit.after)
    before_px = min(widths.horizontalAdvance(hit.before), max(int(room * _SHARE_BEFORE), room - after_px))
    before = widths.elidedText(hit.before, Qt.TextElideMode.ElideLeft, before_px)
    used = widths.horizontalAdvance(before)
    after = widths.elidedText(hit.after, Qt.TextElideMode.ElideRight, room - used)
    x = inner.left()
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    for text, font in ((before, plain), (match, bold), (after, plain)):
        width = QFontMetrics(font).horizontalAdvance(text)
        box = QRect(x, inner.top(), width + 1, inner.height())
        if font is bold and text and not is_strong(option):
            ground = box.adjusted(-1, (box.height() - heavy.height()) // 2, 0, -(box.height() - heavy.height()) // 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_found_ground(option.palette))
            painter.drawRoundedRect(ground, 2, 2)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box, flags, text)
        x += width


def _found_ground(palette: QPalette) -> QColor:
    share = 0.35 if is_dark(palette) else 0.5
    return mixed(QColor("#ffb938"), palette.color(QPalette.ColorRole.Base), share)
