"""Figures and tables in the column: parts of the page, drawn by a worker when they come into view."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPyTextObject, QTextCharFormat, QTextDocument, QTextFormat

from zzpreader.model.annotation import Annotation, Kind
from zzpreader.model.column import Passage
from zzpreader.model.geometry import Rect, rotate_rect
from zzpreader.model.legend import colour
from zzpreader.session.pages import Pages
from zzpreader.session.pictures import Paper, Pictures, Tile
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.view import inks
from zzpreader.ui.view.tiles import part_tile

OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
_PAGE, _LEFT, _TOP, _RIGHT, _BOTTOM = (QTextFormat.Property.UserProperty.value + n for n in range(5))
_PX_PER_POINT = 96 / 72


class Figures(QPyTextObject):
    """
    Attributes:
        paper: as the pages are shown.
        enlarged: how much larger than on paper, where there is room.

    Args:
        width_px: what a line of the column has room for.
        marks_on: the annotations on a page.
    """

    def __init__(
        self,
        pages: Pages,
        pictures: Pictures,
        width_px: Callable[[], float],
        marks_on: Callable[[int], Sequence[Annotation]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pages, self._pictures = pages, pictures
        self._width_px, self._marks_on = width_px, marks_on
        self._missing: dict[Tile, None] = {}
        self.paper = Paper.LIGHT
        self.enlarged = 1.0

    def format_of(self, passage: Passage) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setObjectType(OBJECT)
        box = passage.box
        assert box
        values = (float(passage.place.page), box.left, box.top, box.right, box.bottom)
        for key, value in zip((_PAGE, _LEFT, _TOP, _RIGHT, _BOTTOM), values, strict=True):
            form.setProperty(key, value)
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBottom)
        form.setToolTip(as_tooltip(passage.text[:300]))
        return form

    def want(self, by: object) -> None:
        """After painting: what was in view and is not there yet."""
        missing, self._missing = list(self._missing), {}
        self._pictures.want(missing, by=by)

    # Qt

    def intrinsicSize(self, _document: QTextDocument, _position: int, form: QTextFormat) -> QSizeF:
        page, box = _of(form)
        turn = self._pages.page(page).rotation
        shown = rotate_rect(box, self._pages.page(page).size, turn)
        wide = min(shown.width * _PX_PER_POINT * self.enlarged, self._width_px())
        return QSizeF(wide, wide * shown.height / max(shown.width, 1.0))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _document: QTextDocument, _position: int, form: QTextFormat
    ) -> None:
        page, box, rect = *_of(form), QRectF(rect)
        tile = self._tile(page, box, rect.width(), painter.device().devicePixelRatioF())
        image = self._pictures.get(tile)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if image:
            painter.drawImage(rect, image)
        else:
            painter.fillRect(rect, inks.failed_colour(self.paper))
            for other, image_of_other in self._pictures.nearest(tile):
                if (other.width > 0) and self._is_same_part(tile, other):
                    painter.drawImage(rect, image_of_other)
        self._paint_marks(painter, rect, page, box)
        painter.restore()
        self._missing[tile] = None

    def _is_same_part(self, tile: Tile, other: Tile) -> bool:
        share = tile.scale / other.scale
        return abs(other.left * share - tile.left) < 2 * share and abs(other.width * share - tile.width) < 2 * share

    def _tile(self, page: int, box: Rect, width_px: float, ratio: float) -> Tile:
        known = self._pages.page(page)
        shown = rotate_rect(box, known.size, known.rotation)
        return part_tile(page, known.rotation, shown, width_px * ratio / max(shown.width, 1.0), self.paper)

    def _paint_marks(self, painter: QPainter, rect: QRectF, page: int, box: Rect) -> None:
        """Those that lie in the figure, where they lie; an area as its frame."""
        known = self._pages.page(page)
        shown = rotate_rect(box, known.size, known.rotation)
        grown = rect.width() / max(shown.width, 1.0)
        for annotation in self._marks_on(page):
            if not annotation.body.highlight:
                continue
            for selector in annotation.rects:
                for quad in selector.quads if selector.page == page else ():
                    part = rotate_rect(quad.bounds, known.size, known.rotation)
                    if not part.meets(shown):
                        continue
                    left, top = rect.left() + (part.left - shown.left) * grown, (part.top - shown.top) * grown
                    spot = QRectF(left, rect.top() + top, part.width * grown, part.height * grown).intersected(rect)
                    _paint_mark(painter, spot, annotation, self.paper)


def _paint_mark(painter: QPainter, spot: QRectF, annotation: Annotation, paper: Paper) -> None:
    legend = colour(annotation.body.color)
    if annotation.kind is Kind.HIGHLIGHT:
        painter.setCompositionMode(inks.mode_of(paper))
        painter.fillRect(spot, inks.fill_of(QColor(legend.fill), paper))
        painter.setCompositionMode(inks.MODE.CompositionMode_SourceOver)
        return
    painter.setPen(QPen(inks.edge_of(legend, paper), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if annotation.kind is Kind.AREA:
        painter.drawRect(spot.adjusted(1, 1, -1, -1))
    else:
        y = spot.center().y() if annotation.kind is Kind.STRIKEOUT else spot.bottom()
        painter.drawLine(QPointF(spot.left(), y), QPointF(spot.right(), y))


def _of(form: QTextFormat) -> tuple[int, Rect]:
    page, *edges = (float(form.property(key)) for key in (_PAGE, _LEFT, _TOP, _RIGHT, _BOTTOM))
    return int(page), Rect(*edges)
