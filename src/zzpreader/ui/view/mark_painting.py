"""Marks as they are seen on a page: highlights, lines, notes and bookmarks."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from zzpreader.model.annotation import Annotation, Kind
from zzpreader.model.geometry import Point, Quad
from zzpreader.model.legend import colour
from zzpreader.model.pages import Half
from zzpreader.session.pictures import Paper
from zzpreader.ui.view import inks
from zzpreader.ui.view.leaf import Leaf

NOTE_PX = 20
RIBBON_PX = (16, 24)
_HIT_SLACK_PX = 3
_DEPTH = {Kind.NOTE: 0, Kind.BOOKMARK: 0, Kind.AREA: 2}
"""Icons lie on top; an area is large and lies below the marks in it. All others are in between."""
_BAND_PX = 64
_NOTE_FILL, _NOTE_INK = QColor("#ffe9a8"), QColor("#5f4700")
_RIBBON_FILL, _RIBBON_EDGE = QColor("#c2410c"), QColor("#ffffff")


def boxes_of(leaf: Leaf, annotation: Annotation) -> list[QRectF]:
    """What the annotation covers of what the leaf shows, in its coordinates; icons included."""
    found: list[QRectF] = []
    for selector in annotation.rects:
        if selector.page != leaf.page:
            continue
        for quad in selector.quads:
            if not leaf.shows(quad.bounds):
                continue
            match annotation.kind:
                case Kind.NOTE:
                    found.append(_note_box(leaf, quad))
                case Kind.BOOKMARK:
                    found.append(_ribbon_box(leaf, quad, selector.half))
                case _:
                    found.append(box_of(leaf, quad))
    return found


def box_of(leaf: Leaf, quad: Quad) -> QRectF:
    shown = leaf.rect_to_layout(quad.bounds)
    return QRectF(QPointF(shown.left, shown.top), QPointF(shown.right, shown.bottom))


def annotations_at(leaf: Leaf, annotations: Iterable[Annotation], spot: QPointF) -> list[Annotation]:
    """Those under the spot, the uppermost first."""
    slack = _HIT_SLACK_PX
    found = [
        annotation
        for annotation in annotations
        if any(box.adjusted(-slack, -slack, slack, slack).contains(spot) for box in boxes_of(leaf, annotation))
    ]
    found.reverse()
    return sorted(found, key=lambda annotation: _DEPTH.get(annotation.kind, 1))


def paint_marks(painter: QPainter, leaf: Leaf, annotations: Iterable[Annotation], paper: Paper) -> None:
    """All marks on one page; icons after the rest, so that no highlight covers them."""
    icons: list[Annotation] = []
    bands: dict[int, list[QRectF]] = {}
    for annotation in annotations:
        match annotation.kind:
            case Kind.HIGHLIGHT:
                _paint_highlight(painter, leaf, annotation, paper, bands)
            case Kind.UNDERLINE | Kind.STRIKEOUT | Kind.SQUIGGLY:
                _paint_lines(painter, leaf, annotation, paper)
            case Kind.AREA:
                _paint_frame(painter, leaf, annotation, paper)
            case _:
                icons.append(annotation)
    for annotation in icons:
        for box in boxes_of(leaf, annotation):
            (paint_note if annotation.kind is Kind.NOTE else paint_ribbon)(painter, box)


def paint_ring(painter: QPainter, leaf: Leaf, annotation: Annotation, ink: QColor, strength: float = 1.0) -> None:
    """Around the annotation that was chosen, or that one was led to."""
    outline = QPainterPath()
    for box in boxes_of(leaf, annotation):
        one = QPainterPath()
        one.addRoundedRect(box.adjusted(-3, -3, 3, 3), 3, 3)
        outline = outline.united(one)
    shade = QColor(ink)
    shade.setAlphaF(strength)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(shade, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def fill_boxes(painter: QPainter, boxes: Iterable[QRectF], fill: QColor, paper: Paper) -> None:
    """Lay a colour over the page; where boxes of neighbouring lines overlap it shows as laid once."""
    shade = inks.fill_of(fill, paper)
    painter.setCompositionMode(inks.mode_of(paper))
    for box in boxes:
        painter.fillRect(_whole_pixels(box), shade)
    painter.setCompositionMode(inks.MODE.CompositionMode_SourceOver)


def _whole_pixels(box: QRectF) -> QRect:
    return QRect(QPointF(box.left(), box.top()).toPoint(), QPointF(box.right() - 1, box.bottom() - 1).toPoint())


def _paint_highlight(
    painter: QPainter, leaf: Leaf, annotation: Annotation, paper: Paper, bands: dict[int, list[QRectF]]
) -> None:
    """
    Args:
        bands: boxes of the highlights below this one, by the heights on which they lie; those of this one are added.
    """
    shade = colour(annotation.body.color)
    boxes = boxes_of(leaf, annotation)
    fill_boxes(painter, boxes, QColor(shade.fill), paper)
    painter.setCompositionMode(inks.mode_of(paper))
    deeper = inks.deeper_of(QColor(shade.fill), paper)
    for box in boxes:
        for common in _commons(box, bands):
            painter.fillRect(_whole_pixels(common), deeper)
    painter.setCompositionMode(inks.MODE.CompositionMode_SourceOver)
    for box in boxes:
        for band in _bands_of(box):
            bands.setdefault(band, []).append(box)
    _paint_edges(painter, leaf, annotation, inks.edge_of(shade, paper))


def _bands_of(box: QRectF) -> range:
    return range(int(box.top() // _BAND_PX), int(box.bottom() // _BAND_PX) + 1)


def _commons(box: QRectF, bands: dict[int, list[QRectF]]) -> list[QRectF]:
    """What the box shares with those in the bands: more than the sliver that boxes of two lines share."""
    found: list[QRectF] = []
    for other in {id(other): other for band in _bands_of(box) for other in bands.get(band, ())}.values():
        common = box.intersected(other)
        if common.width() > 1 and common.height() > 0.35 * min(box.height(), other.height()):
            found.append(common)
    return found


def _paint_edges(painter: QPainter, leaf: Leaf, annotation: Annotation, ink: QColor) -> None:
    """A line under the words, and one where the mark starts and ends, along the way the text runs."""
    painter.setPen(QPen(ink, 1))
    quads = [quad for selector in annotation.rects if selector.page == leaf.page for quad in selector.quads]
    shown = [quad for quad in quads if leaf.shows(quad.bounds)]
    for quad in shown:
        rect = _whole_pixels(box_of(leaf, quad))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    for number, quad in enumerate(shown):
        rect = _whole_pixels(box_of(leaf, quad))
        if number == 0:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        if number == len(shown) - 1:
            painter.drawLine(rect.topRight(), rect.bottomRight())


def _paint_frame(painter: QPainter, leaf: Leaf, annotation: Annotation, paper: Paper) -> None:
    painter.setPen(QPen(inks.edge_of(colour(annotation.body.color), paper), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in boxes_of(leaf, annotation):
        painter.drawRect(_whole_pixels(box))


def _paint_lines(painter: QPainter, leaf: Leaf, annotation: Annotation, paper: Paper) -> None:
    thick = max(1.0, min(1.1 * leaf.scale, 8.0))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(inks.edge_of(colour(annotation.body.color), paper), thick, c=Qt.PenCapStyle.FlatCap))
    for selector in annotation.rects:
        if selector.page != leaf.page:
            continue
        for quad in selector.quads:
            _paint_line(painter, leaf, quad, annotation.kind)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _paint_line(painter: QPainter, leaf: Leaf, quad: Quad, kind: Kind) -> None:
    """The quad says which way the text runs, so a line is also right on a turned page."""
    upper = (quad.upper_left, quad.upper_right)
    lower = (quad.lower_left, quad.lower_right)
    share = 0.45 if kind is Kind.STRIKEOUT else 0.06
    left, right = (
        _shown(leaf, Point(low.x + (high.x - low.x) * share, low.y + (high.y - low.y) * share))
        for high, low in zip(upper, lower, strict=True)
    )
    if kind is Kind.SQUIGGLY:
        painter.drawPolyline(_wave(left, right, max(1.5, 1.4 * leaf.scale)))
    else:
        painter.drawLine(left, right)


def _wave(start: QPointF, end: QPointF, height: float) -> QPolygonF:
    """A zigzag from one point to the other."""
    along = end - start
    length = (along.x() ** 2 + along.y() ** 2) ** 0.5
    if length < 1:
        return QPolygonF([start, end])
    across = QPointF(-along.y() / length, along.x() / length) * height
    teeth = min(max(int(length / (2 * height)), 1), 2000) * 2
    points = [start + along * (n / teeth) + across * (0.5 if n % 2 else -0.5) for n in range(teeth + 1)]
    return QPolygonF(points)


def _shown(leaf: Leaf, point: Point) -> QPointF:
    spot = leaf.to_layout(point)
    return QPointF(spot.x, spot.y)


def _note_box(leaf: Leaf, quad: Quad) -> QRectF:
    """Its size does not follow the zoom; it stays on the page."""
    spot = _shown(leaf, quad.upper_left)
    left = min(max(spot.x(), leaf.left + 2), leaf.left + leaf.width - NOTE_PX - 2)
    top = min(max(spot.y(), leaf.top + 2), leaf.top + leaf.height - NOTE_PX - 2)
    return QRectF(left, top, NOTE_PX, NOTE_PX)


def _ribbon_box(leaf: Leaf, quad: Quad, half: Half | None) -> QRectF:
    """At the edge of the paper, so that it hides no text; that of a right half at the right."""
    width, height = RIBBON_PX
    spot = _shown(leaf, quad.upper_left)
    is_left = half is Half.LEFT if half else 0 < quad.upper_left.x < leaf.size.width / 2
    left = leaf.left + 6 if is_left else leaf.left + leaf.width - width - 6
    top = min(max(spot.y(), leaf.top), leaf.top + leaf.height - height)
    return QRectF(left, top, width, height)


def paint_note(painter: QPainter, box: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_NOTE_INK, 1.4))
    painter.setBrush(_NOTE_FILL)
    bubble = QPainterPath()
    body = box.adjusted(1, 1, -1, -5)
    bubble.addRoundedRect(body, 3, 3)
    tail = QPainterPath()
    foot = QPointF(body.left() + 5, body.bottom())
    tail.addPolygon(QPolygonF([foot, foot + QPointF(0, 4), foot + QPointF(5, 0), foot]))
    painter.drawPath(bubble.united(tail))
    for n in (1, 2):
        y = body.top() + n * body.height() / 3
        painter.drawLine(QPointF(body.left() + 4, y), QPointF(body.right() - 4, y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_ribbon(painter: QPainter, box: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_RIBBON_EDGE, 1.2))
    painter.setBrush(_RIBBON_FILL)
    notch = QPointF(box.center().x(), box.bottom() - box.height() / 4)
    painter.drawPolygon(QPolygonF([box.topLeft(), box.topRight(), box.bottomRight(), notch, box.bottomLeft()]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
