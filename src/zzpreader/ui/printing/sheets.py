"""What goes on one sheet of paper: a page as a picture with its marks, or notes that were set."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPicture, QTextDocument

from zzpreader.model.annotation import Annotation
from zzpreader.model.pages import Half, Page
from zzpreader.session.pictures import Paper
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.mark_painting import paint_marks

_POINTS_PER_INCH = 72
_SCREEN = 96 / _POINTS_PER_INCH
"""Marks have the size that they have on a screen at 100 %."""

_DRAWN = 0.15
"""Bytes of PNG a pixel. At 300 dots an inch pages of text have 0.02 to 0.07, and JPEG of them twice to four times as
much; a scan has 0.20, and JPEG of it 0.14."""


def sheet_size(page: Page, half: Half | None) -> QSizeF:
    """Of the page, or of that half of it, as it is turned; points."""
    leaf = Leaf(0, page.size, page.rotation, 1.0, 0.0, 0.0, half)
    return QSizeF(leaf.width, leaf.height)


def page_picture(
    png: bytes, number: int, page: Page, annotations: Sequence[Annotation], half: Half | None = None
) -> QImage:
    """The page with its marks as pixels: a printer cannot darken what it has printed. Null if it is no picture.

    Cost: 0.1 s at 300 dots an inch; it may run on any thread, and should not on the window's.
    """
    image = QImage.fromData(png, "PNG")  # pyright: ignore[reportArgumentType] - PySide takes text for the format
    if image.isNull() or not annotations:
        return image
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    leaf = Leaf(number, page.size, page.rotation, _SCREEN, 0.0, 0.0, half)
    grown = image.width() / leaf.width
    painter = QPainter(image)
    painter.scale(grown, grown)
    paint_marks(painter, leaf, annotations, Paper.LIGHT)
    painter.end()
    return image


def set_notes(html: str, size: QSizeF, margin: float) -> list[QPicture]:
    """Notes on pages of `size` points. It may run on any thread."""
    document = QTextDocument()
    document.setDocumentMargin(margin)
    document.setHtml(html)
    document.setPageSize(size)
    pictures: list[QPicture] = []
    for number in range(document.pageCount()):
        picture = QPicture()
        painter = QPainter(picture)
        painter.translate(0, -number * size.height())
        document.drawContents(painter, QRectF(0, number * size.height(), size.width(), size.height()))
        painter.end()
        pictures.append(picture)
    return pictures


def is_drawn(png: bytes, image: QImage) -> bool:
    """Whether the page is letters and lines, which are smaller as they are than as JPEG, and without its smudges."""
    return len(png) < _DRAWN * image.width() * image.height()


def paint_picture(painter: QPainter, image: QImage, paper: QRectF, *, as_it_is: bool) -> None:
    """As large as fits, in the middle.

    Args:
        as_it_is: else it goes to the printer, or into a PDF, as JPEG.
    """
    size = image.size().scaled(paper.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    left = paper.left() + (paper.width() - size.width()) / 2
    top = paper.top() + (paper.height() - size.height()) / 2
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering, as_it_is)
    painter.drawImage(QRectF(left, top, size.width(), size.height()), image)


def paint_notes(painter: QPainter, picture: QPicture, paper: QRectF, size: QSizeF) -> None:
    """Set on pages of `size`; as large as fits."""
    painter.save()
    painter.translate(paper.topLeft())
    grown = min(paper.width() / size.width(), paper.height() / size.height())
    painter.scale(grown, grown)
    painter.drawPicture(0, 0, picture)
    painter.restore()
