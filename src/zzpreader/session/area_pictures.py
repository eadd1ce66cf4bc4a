"""Small pictures of marked areas for who lists them, drawn when they come into sight."""

from collections.abc import Iterable, Mapping
from functools import partial
from math import sqrt

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from zzpreader.model.annotation import Annotation, Kind, bounds_of
from zzpreader.model.geometry import Rect, Size
from zzpreader.session.deliver import deliver
from zzpreader.session.errands import Errands
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages
from zzpreader.session.pictures import Pictures
from zzpreader.store.area_pictures import keep_picture, kept_picture, picture_path
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread
from zzpreader.wire import Answer, DrawPng, PngDrawn, Request

_DPI = 192
_MOST_PIXELS = 500_000
"""Of one picture: a whole page can still be made out."""

_MOST_BYTES = 32 * 2**20
_POINTS_PER_INCH = 72


class _Area(Struct, frozen=True):
    """
    Args:
        without: annotations of the PDF itself that are not drawn, as for the page.
    """

    edition: str
    page: int
    box: Rect
    without: tuple[int, ...] = ()


class AreaPictures(QObject):
    """Those of the open edition are drawn; of another one there is what was drawn while it was open.

    Signals: ready(str id): a picture that was wanted is there, or cannot be had.
    """

    ready = Signal(str)
    _opened = Signal(object)

    def __init__(
        self,
        errands: Errands,
        marks: Marks,
        pages: Pages,
        pictures: Pictures,
        thread: StoreThread,
        home: Home | None,
        parent: QObject | None = None,
    ) -> None:
        """Args: home: None where nothing may be kept on the disk: the file is protected."""
        super().__init__(parent)
        self._errands, self._marks, self._pages, self._pictures = errands, marks, pages, pictures
        self._thread, self._home = thread, home
        self._images: dict[_Area, QImage] = {}
        """The one that was wanted last stands last; null for what cannot be had."""
        self._bytes = 0
        self._wanted: dict[_Area, str] = {}
        self._asked: set[_Area] = set()
        self._made: set[_Area] = set()
        self._opened.connect(self._keep)

    def size(self, annotation: Annotation) -> Size | None:
        """In points, as its page is shown; None if it is no area, or no picture of it can be had."""
        area = self._area(annotation)
        if area is None:
            return None
        image = self._images.get(area)
        if image is not None and image.isNull():
            return None
        size = Size(area.box.width, area.box.height)
        return size.turned(self._pages.page(area.page).rotation) if self._is_here(area) else size

    def get(self, annotation: Annotation) -> QImage | None:
        """None while it is not there."""
        area = self._area(annotation)
        return self._images.get(area) if area else None

    def want(self, annotations: Iterable[Annotation]) -> None:
        """What is in sight now; what was wanted before and has not been begun is not drawn."""
        areas = {area: one.id for one in annotations if (area := self._area(one))}
        for area in areas:
            if area in self._images:
                self._images[area] = self._images.pop(area)
        self._wanted = {area: id_ for area, id_ in areas.items() if area not in self._images}
        for area in [area for area in self._wanted if area not in self._asked]:
            self._ask(area)

    def keep(self, made: Iterable[Annotation]) -> None:
        """New ones are kept with their pictures, whether these are looked at or not."""
        for area in map(self._area, made):
            if area and self._is_here(area) and area not in self._asked and area not in self._images:
                self._made.add(area)
                self._ask(area)

    def _ask(self, area: _Area) -> None:
        self._asked.add(area)
        if self._is_here(area):
            request = DrawPng(area.page, _dpi(area.box), part=area.box, without=area.without)
            taken = partial(self._take, area, request)
            self._errands.run([request], taken, lambda: area not in self._wanted and area not in self._made)
        else:
            self._open(area, b"")

    def _area(self, annotation: Annotation) -> _Area | None:
        if annotation.kind is not Kind.AREA or not annotation.rects:
            return None
        rects, edition = annotation.rects[0], annotation.target.edition
        box = bounds_of(rects)
        if not (box.width > 0 and box.height > 0):
            return None
        if self._marks.is_elsewhere(annotation):
            return _Area(edition, rects.page, box)
        has_page = rects.page < self._pages.count
        return _Area(edition, rects.page, box, self._pictures.left_out(rects.page)) if has_page else None

    def _is_here(self, area: _Area) -> bool:
        return area.edition in ("", self._marks.edition)

    def _take(self, area: _Area, request: DrawPng, answers: Mapping[Request, Answer]) -> None:
        answer = answers.get(request)
        if answer is None:
            self._asked.discard(area)
        elif isinstance(answer, PngDrawn):
            self._open(area, answer.png)
        else:
            self._keep((area, QImage()))

    def _open(self, area: _Area, png: bytes) -> None:
        """Off the window's thread; without the file itself from what was kept of it."""
        home = self._home if area.edition else None
        path = picture_path(home, area.edition, area.page, area.box) if home else None

        def work() -> None:
            data = png or (kept_picture(path) if path else b"")
            deliver(self, "_opened", (area, QImage.fromData(data) if data else QImage()))
            if png and path:
                keep_picture(path, png)

        self._thread.submit(work)

    def _keep(self, found: tuple[_Area, QImage]) -> None:
        area, image = found
        self._asked.discard(area)
        self._made.discard(area)
        self._images[area] = image
        self._bytes += image.sizeInBytes()
        for other in list(self._images):
            if self._bytes <= _MOST_BYTES or other == area:
                break
            self._bytes -= self._images.pop(other).sizeInBytes()
        if id_ := self._wanted.pop(area, ""):
            self.ready.emit(id_)


def _dpi(box: Rect) -> float:
    return min(_DPI, _POINTS_PER_INCH * sqrt(_MOST_PIXELS / (box.width * box.height)))
