"""One page with everything on it, painted from what is there; what is missing is only told."""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QRegion

from zzpreader.model.annotation import Annotation
from zzpreader.model.geometry import Quad, Rect
from zzpreader.session.pictures import Paper, Pictures, Tile
from zzpreader.ui.palette import frame_colour, gap_colour
from zzpreader.ui.view import inks
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.mark_painting import box_of, fill_boxes, paint_marks
from zzpreader.ui.view.tiles import device_part, tiles

_FOCUS_PX = 2


class Overlay(Struct, frozen=True):
    """What lies over the pixels of one page."""

    selection: Sequence[Quad] = ()
    hits: Sequence[Quad] = ()
    current_hit: Sequence[Quad] = ()
    annotations: Sequence[Annotation] = ()


def paint_page(painter: QPainter, leaf: Leaf, seen: QRectF, *, pictures: Pictures, paper: Paper, ratio: float) -> None:
    """Paper and pixels of a page, as far as it lies in `seen`."""
    failed = pictures.failure(leaf.page) is not None
    ground = inks.failed_colour(paper) if failed else inks.paper_colour(paper)
    page = QRectF(leaf.left, leaf.top, leaf.width, leaf.height)
    for tile in tiles(leaf, Rect(seen.left(), seen.top(), seen.right(), seen.bottom()), ratio, paper):
        box = tile_box(leaf, tile, ratio)
        if image := pictures.get(tile):
            painter.drawImage(box, image)  # opaque: what lies under it is not painted
            continue
        painter.fillRect(box.intersected(page).intersected(seen), ground)
        if not failed:
            _paint_resembling(painter, leaf, tile, box.intersected(seen), pictures)


def tile_box(leaf: Leaf, tile: Tile, ratio: float) -> QRectF:
    part = device_part(leaf, ratio)
    left, top = leaf.left + (tile.left - part.left) / ratio, leaf.top + (tile.top - part.top) / ratio
    return QRectF(left, top, tile.width / ratio, tile.height / ratio)


def _paint_resembling(painter: QPainter, leaf: Leaf, tile: Tile, part: QRectF, pictures: Pictures) -> None:
    """Stretch what is there of another zoom into the part of a tile that is missing."""
    others = pictures.nearest(tile)
    if not others:
        return
    painter.save()
    painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
    corner = leaf.corner
    for other, image in others:
        grown = leaf.scale / other.scale
        left, top = corner.x + other.left * grown, corner.y + other.top * grown
        box = QRectF(left, top, other.width * grown, other.height * grown)
        common = box.intersected(part)
        if not common.isEmpty():
            source = QRectF(
                (common.left() - box.left()) / grown,
                (common.top() - box.top()) / grown,
                common.width() / grown,
                common.height() / grown,
            )
            painter.drawImage(common, image, source)
    painter.restore()


def paint_overlay(painter: QPainter, leaf: Leaf, overlay: Overlay, paper: Paper, palette: QPalette) -> None:
    """Marks, search hits and selection, in this order."""
    paint_marks(painter, leaf, overlay.annotations, paper)
    fill_boxes(painter, _boxes(leaf, overlay.hits), inks.HIT, paper)
    fill_boxes(painter, _boxes(leaf, overlay.current_hit), inks.CURRENT_HIT, paper)
    painter.setPen(QPen(inks.HIT if paper is Paper.DARK else inks.HIT_EDGE, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in _boxes(leaf, overlay.current_hit):
        painter.drawRect(box.adjusted(-2, -1, 2, 1))
    fill_boxes(painter, _boxes(leaf, overlay.selection), inks.selection_fill(palette, paper), paper)


def paint_gaps(painter: QPainter, leaves: Iterable[Leaf], seen: QRectF, palette: QPalette) -> None:
    """What lies around the pages; under them nothing is painted but a hair, for they may begin between two pixels."""
    around = QRegion(seen.toAlignedRect())
    for leaf in leaves:
        around -= QRegion(QRectF(leaf.left, leaf.top, leaf.width, leaf.height).toAlignedRect().adjusted(1, 1, -1, -1))
    for box in _parts(around):
        painter.fillRect(box, gap_colour(palette))


def paint_frame(painter: QPainter, leaf: Leaf, seen: QRectF, palette: QPalette) -> None:
    """A hairline that tells the page from what is around it."""
    page = QRectF(leaf.left, leaf.top, leaf.width, leaf.height).adjusted(-1, -1, 0, 0)
    line = page.intersected(seen.adjusted(-2, -2, 2, 2)).toRect().adjusted(0, 0, 1, 1)
    for edge in _edges(line, 1):
        painter.fillRect(edge, frame_colour(palette))


def paint_focus(painter: QPainter, view: QRect, palette: QPalette) -> None:
    """Along the inside of a view that has the keyboard."""
    for edge in _edges(view, _FOCUS_PX):
        painter.fillRect(edge, palette.color(QPalette.ColorRole.Highlight))


def _edges(box: QRect, thick: int) -> Iterator[QRect]:
    """The sides of a frame inside a box, to be filled: Qt draws what a pen draws pixel by pixel, and along a view that
    is long enough for it to wake threads and wait for them, 1 to 2 ms at every page that is turned."""
    yield QRect(box.left(), box.top(), box.width(), thick)
    yield QRect(box.left(), box.bottom() + 1 - thick, box.width(), thick)
    yield QRect(box.left(), box.top(), thick, box.height())
    yield QRect(box.right() + 1 - thick, box.top(), thick, box.height())


def _parts(region: QRegion) -> Iterator[QRect]:
    return iter(cast("Iterable[QRect]", region))  # PySide's description does not say that it can be gone through


def _boxes(leaf: Leaf, quads: Iterable[Quad]) -> list[QRectF]:
    return [box_of(leaf, quad) for quad in quads]
