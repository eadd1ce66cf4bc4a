"""What is kept of drawn pages: so many bytes, and what lies farthest from the reader goes first. Pure."""

from collections.abc import Callable, Collection
from typing import Generic, TypeVar

from zzpreader.wire import Draw, Paper

Picture = TypeVar("Picture")


class Shelf(Generic[Picture]):
    """
    Args:
        bytes_of: what a picture weighs.
        most_bytes: what is kept at most, except that what is in use is never let go; it may be changed.
    """

    def __init__(self, bytes_of: Callable[[Picture], int], most_bytes: int) -> None:
        self._bytes_of = bytes_of
        self.most_bytes = most_bytes
        self._pictures: dict[Draw, Picture] = {}
        self._by_page: dict[int, list[Draw]] = {}
        self._in_use: frozenset[Draw] = frozenset()
        self._first, self._last = 0, 0
        self.bytes = 0

    def __contains__(self, draw: Draw) -> bool:
        return draw in self._pictures

    def get(self, draw: Draw) -> Picture | None:
        return self._pictures.get(draw)

    def of_page(self, page: int) -> list[Draw]:
        return list(self._by_page.get(page, ()))

    def put(self, draw: Draw, picture: Picture) -> None:
        self._remove(draw)
        self._pictures[draw] = picture
        self._by_page.setdefault(draw.page, []).append(draw)
        self.bytes += self._bytes_of(picture)
        self._let_go()

    def use(self, draws: Collection[Draw], held: Collection[Draw] = ()) -> None:
        """What is shown now: it stays, and what is near to it stays longest.

        Args:
            held: stays too, wherever it is.
        """
        self._in_use = frozenset(draws).union(held)
        pages = [draw.page for draw in draws]
        if pages:
            self._first, self._last = min(pages), max(pages)

    def nearest(self, page: int, rotation: int, paper: Paper, scale: float) -> list[tuple[Draw, Picture]]:
        """The pictures of a page at the one other scale that resembles it most; those that show most come last."""
        alike = [d for d in self._by_page.get(page, ()) if d.rotation == rotation and d.paper == paper]
        scales = {draw.scale for draw in alike if draw.scale != scale}
        if not scales:
            return []
        # Finer pictures are better than coarse ones, but cover less of the page: both are painted, coarse ones first.
        chosen = sorted(scales, key=lambda other: max(other / scale, scale / other))[:2]
        return [(draw, self._pictures[draw]) for other in sorted(chosen) for draw in alike if draw.scale == other]

    def forget(self, page: int) -> None:
        for draw in self.of_page(page):
            self._remove(draw)

    def clear(self) -> None:
        self._pictures.clear()
        self._by_page.clear()
        self.bytes = 0

    def _let_go(self) -> None:
        if self.bytes <= self.most_bytes:
            return
        scales = {draw.page: draw.scale for draw in self._in_use}
        order = sorted(
            (draw for draw in self._pictures if draw not in self._in_use),
            key=lambda draw: self._distance(draw, scales.get(draw.page, draw.scale)),
            reverse=True,
        )
        for draw in order:
            if self.bytes <= self.most_bytes:
                return
            self._remove(draw)

    def _distance(self, draw: Draw, scale: float) -> int:
        """In pages; a picture for another zoom counts as two pages away."""
        away = max(self._first - draw.page, draw.page - self._last, 0)
        return away if draw.scale == scale else away + 2

    def _remove(self, draw: Draw) -> None:
        picture = self._pictures.pop(draw, None)
        if picture is None:
            return
        self.bytes -= self._bytes_of(picture)
        others = self._by_page[draw.page]
        others.remove(draw)
        if not others:
            del self._by_page[draw.page]
