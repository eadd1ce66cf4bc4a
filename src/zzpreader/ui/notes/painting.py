"""How cards and headings look."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from zzpreader.model.annotation import Annotation, Kind
from zzpreader.model.legend import colour
from zzpreader.ui.icons import pixmap
from zzpreader.ui.notes.layout import BAR_PX, BUTTON_PX, PAD_PX, CardParts, Part
from zzpreader.ui.palette import hover_colour, is_dark, mixed, soft_selection

KIND_ICONS: Mapping[Kind, str] = {
    Kind.HIGHLIGHT: "highlighter",
    Kind.UNDERLINE: "underline",
    Kind.STRIKEOUT: "strikethrough",
    Kind.SQUIGGLY: "squiggly",
    Kind.AREA: "scan",
    Kind.NOTE: "message-square",
    Kind.SHEET: "notebook-pen",
    Kind.BOOKMARK: "bookmark",
}
_ICON_PX = 16
_RADIUS_PX = 5
_SOFTENED = QColor("#bdbbb6")
"""White of a page on a dark card: black on it still stands out by 10:1."""

_LOWER_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom


def bar_colour(annotation: Annotation, palette: QPalette) -> QColor:
    """The colour of the mark where it must stand out against the list; a quiet one for what has no colour."""
    if annotation.body.color is None:
        return palette.color(QPalette.ColorRole.Dark)
    legend = colour(annotation.body.color)
    return QColor(legend.fill if is_dark(palette) else legend.edge)


def paint_card(
    painter: QPainter,
    option: QStyleOptionViewItem,
    annotation: Annotation,
    parts: CardParts,
    caption: str,
    device: float,
) -> None:
    """All but the buttons."""
    palette = option.palette
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    _paint_ground(painter, option, parts.card, chosen=chosen)
    bar = QRectF(parts.card.left(), parts.card.top(), BAR_PX + _RADIUS_PX, parts.card.height())
    painter.save()
    painter.setClipRect(QRect(parts.card.left(), parts.card.top(), BAR_PX, parts.card.height()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(bar_colour(annotation, palette))
    painter.drawRoundedRect(bar, _RADIUS_PX, _RADIUS_PX)
    painter.restore()
    ink = palette.color(QPalette.ColorRole.Text)
    quiet = palette.color(QPalette.ColorRole.PlaceholderText)
    _paint_meta(painter, parts.meta, annotation, caption, option.font, quiet, device)
    italic, bold = QFont(option.font), QFont(option.font)
    italic.setItalic(True)
    bold.setBold(True)
    _paint_part(painter, parts.quote, italic, ink)
    if parts.note:
        parts.note.paint(painter, parts.text.box.left(), parts.text.box.top(), parts.text.box.height())
    else:
        _paint_part(painter, parts.text, bold, ink)
    _paint_part(painter, parts.tags, option.font, palette.color(QPalette.ColorRole.Link))
    _paint_part(painter, parts.links, option.font, palette.color(QPalette.ColorRole.Link))
    if parts.note and parts.text.box.height() < parts.note.height:
        painter.setFont(option.font)
        painter.setPen(quiet)
        line = QFontMetrics(option.font).descent()
        painter.drawText(parts.card.adjusted(0, 0, -PAD_PX, -line), _LOWER_RIGHT, "…")


def paint_picture(painter: QPainter, box: QRect, picture: QPixmap | None, palette: QPalette) -> None:
    """On what will be its ground while it is not there; in a dark window its white does not glare."""
    painter.fillRect(box, palette.color(QPalette.ColorRole.AlternateBase))
    if picture:
        size = picture.deviceIndependentSize().toSize()
        spot = QRect(QPoint(), size)
        spot.moveCenter(box.center())
        painter.drawPixmap(spot.topLeft(), picture)
        if is_dark(palette):
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(spot, _SOFTENED)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5))


def paint_heading(painter: QPainter, option: QStyleOptionViewItem, title: str) -> None:
    font = QFont(option.font)
    font.setBold(True)
    inner = option.rect.adjusted(2, 6, -2, 0)
    painter.setFont(font)
    painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    shown = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def paint_button(
    painter: QPainter, box: QRect, picture: str, palette: QPalette, device: float, *, under_pointer: bool
) -> None:
    ground = mixed(palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base), 0.16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground if under_pointer else palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
    drawn = pixmap(picture, palette.color(QPalette.ColorRole.Text).rgb(), _ICON_PX, device)
    inset = (BUTTON_PX - _ICON_PX) // 2
    painter.drawPixmap(box.left() + inset, box.top() + inset, drawn)


def _paint_part(painter: QPainter, part: Part, font: QFont, ink: QColor) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    metrics = QFontMetrics(font)
    for n, line in enumerate(part.lines):
        painter.drawText(part.box.left(), part.box.top() + n * metrics.lineSpacing() + metrics.ascent(), line)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, card: QRect, *, chosen: bool) -> None:
    palette = option.palette
    ground = palette.color(QPalette.ColorRole.Base)
    edge = QPen(palette.color(QPalette.ColorRole.Mid), 1)
    if chosen:
        ground = soft_selection(palette)
        edge = QPen(palette.color(QPalette.ColorRole.Accent), 1)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        ground = hover_colour(palette)
    if option.state & QStyle.StateFlag.State_HasFocus:
        edge = QPen(palette.color(QPalette.ColorRole.Accent), 2)
    painter.setPen(edge)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS_PX, _RADIUS_PX)


def _paint_meta(
    painter: QPainter, box: QRect, annotation: Annotation, caption: str, font: QFont, ink: QColor, device: float
) -> None:
    drawn = pixmap(KIND_ICONS[annotation.kind], ink.rgb(), _ICON_PX, device)
    painter.drawPixmap(box.left(), box.center().y() - _ICON_PX // 2 + 1, drawn)
    text = box.adjusted(_ICON_PX + 6, 0, 0, 0)
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetrics(font).elidedText(caption, Qt.TextElideMode.ElideRight, text.width())
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
