"""The first column of the library: the cover, the title and what stands below it."""

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zzpreader.model.library import PublicationRow
from zzpreader.ui.icons import pixmap
from zzpreader.ui.library.model import ROW_ROLE, LibraryModel
from zzpreader.ui.rows import keep_apart

ROW_PX = 68
_COVER_PX = 58
_GAP_PX = 6


class CoverShelf:
    """The covers that are at hand, as high as a row, by the sha256 of their editions."""

    def __init__(self) -> None:
        self._covers: dict[str, QPixmap] = {}

    def put(self, edition: str, image: QImage, device_ratio: float) -> None:
        scaled = image.scaled(
            round(_COVER_PX * device_ratio),
            round(_COVER_PX * device_ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        cover = QPixmap.fromImage(scaled)
        cover.setDevicePixelRatio(device_ratio)
        self._covers[edition] = cover

    def get(self, edition: str) -> QPixmap | None:
        return self._covers.get(edition)


class PublicationDelegate(QStyledItemDelegate):
    """
    Args:
        below: what stands under the title; without it who published it and its file.
    """

    def __init__(
        self, model: LibraryModel, covers: CoverShelf, below: Callable[[PublicationRow], str] | None = None
    ) -> None:
        super().__init__(model)
        self._model, self._covers = model, covers
        self._below = below or _published

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        keep_apart(option)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), max(ROW_PX, option.fontMetrics.height() * 3))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if index.column() != 0 or not isinstance(row, PublicationRow):
            super().paint(painter, option, index)
            return
        painter.save()
        palette = option.palette
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Highlight))
        ink = palette.color(QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text)
        quiet = ink if is_chosen else palette.color(QPalette.ColorRole.PlaceholderText)
        box = QRect(option.rect.left() + _GAP_PX, option.rect.center().y() - _COVER_PX // 2, _COVER_PX, _COVER_PX)
        paint_cover(painter, box, self._covers.get(row.edition), quiet)
        words = option.rect.adjusted(_COVER_PX + 3 * _GAP_PX, 0, -_GAP_PX, 0)
        self._paint_words(painter, words, row, option.font, ink, quiet)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, box: QRect, row: PublicationRow, font: QFont, ink: QColor, quiet: QColor
    ) -> None:
        strong = QFont(font)
        strong.setBold(True)
        below = self._model.state_words(row) or self._below(row)
        line_px = QFontMetrics(font).height() + 2
        top = box.center().y() - (line_px if below else line_px // 2)
        title = QRect(box.left(), top, box.width(), line_px)
        _paint_line(painter, title, self._model.text(row, 0), strong, ink)
        under = title.translated(0, line_px)
        if row.is_missing:
            side = QFontMetrics(font).height() - 2
            painter.drawPixmap(under.topLeft(), pixmap("triangle-alert", ink.rgb(), side, 1.0))
            under.setLeft(under.left() + side + 4)
        _paint_line(painter, under, below, font, quiet)


def _published(row: PublicationRow) -> str:
    return " · ".join(part for part in (row.about.publisher, PurePath(row.seen).name) if part)


def paint_cover(painter: QPainter, box: QRect, cover: QPixmap | None, quiet: QColor) -> None:
    """In the middle of the box, within a line; a picture of a book as long as there is none."""
    if cover is None:
        side = min(box.width(), box.height()) // 2
        icon = pixmap("book-open", quiet.rgb(), side, painter.device().devicePixelRatioF())
        painter.drawPixmap(box.center().x() - side // 2, box.center().y() - side // 2, icon)
        return
    size = cover.deviceIndependentSize()
    left = box.left() + (box.width() - size.width()) / 2
    top = box.top() + (box.height() - size.height()) / 2
    painter.drawPixmap(QPointF(left, top), cover)
    painter.setPen(quiet)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(round(left), round(top), round(size.width()) - 1, round(size.height()) - 1)


def _paint_line(painter: QPainter, box: QRect, words: str, font: QFont, ink: QColor) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
