"""Drawn pieces of pages: those that are there, and those that are wanted."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from zzpreader.allocator import give_back
from zzpreader.engine.engine import Engine
from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.glance import Piece
from zzpreader.model.geometry import turned
from zzpreader.session.shelf import Shelf
from zzpreader.session.wants import Wants
from zzpreader.wire import BACKGROUND, MAX_TILE_PX, Answer, Draw, Failed, Paper, Reason, Request

__all__ = ["BACKGROUND", "MAX_TILE_PX", "Failed", "Paper", "Pictures", "Reason", "Tile"]

Tile = Draw
"""What the widgets call a request to draw: it names the picture that it asks for."""

MOST_BYTES = 16 * 1024 * 1024
_TIMES_SEEN = 3
"""On a large or dense screen more is kept: what is seen, and as much on either side, of which some makes room for what
shows through while a sharper picture comes."""

_AT_REST_MS = 600
"""After the last picture came; who turns pages sooner needs the room that others left."""


def piece_of(tile: Tile) -> Piece:
    """In the words of the first glance."""
    box = tile.left, tile.top, tile.width, tile.height
    return Piece(tile.page, tile.rotation, tile.scale, *box, tile.paper.value)


def tile_of(piece: Piece) -> Tile:
    page, rotation, scale, left, top, width, height, paper = piece
    return Tile(page, turned(rotation), scale, left, top, width, height, Paper(paper))


class Pictures(QObject):
    """
    Signals:
        tile_ready(Tile): `get` has it from now on.
        page_failed(int): the page cannot be drawn; `failure` says why.
        page_outdated(int): its pictures show what is left out now; wanted again they are drawn anew.
    """

    tile_ready = Signal(object)
    page_failed = Signal(int)
    page_outdated = Signal(int)

    def __init__(self, engine: Engine, parent: QObject | None = None, *, most_bytes: int = MOST_BYTES) -> None:
        super().__init__(parent)
        self._engine = engine
        self._most_bytes = most_bytes
        self._shelf: Shelf[QImage] = Shelf(QImage.sizeInBytes, most_bytes)
        self._failures: dict[int, Failed] = {}
        self._without: dict[int, Sequence[int]] = {}
        self._outdated: set[Tile] = set()
        self._visible, self._ahead = Wants[Tile](), Wants[Tile]()
        self._foreseen: Sequence[Tile] = ()
        self._asked: tuple[tuple[Tile, ...], tuple[Tile, ...]] = ((), ())
        self._expected: frozenset[Tile] = frozenset()
        self._at_rest = QTimer(self, singleShot=True, interval=_AT_REST_MS)
        self._at_rest.timeout.connect(give_back)
        engine.answered.connect(self._take)

    @property
    def bytes(self) -> int:
        """What the kept pictures weigh."""
        return self._shelf.bytes

    def get(self, tile: Tile) -> QImage | None:
        """It may be outdated until it is drawn anew."""
        return self._shelf.get(tile)

    def nearest(self, tile: Tile) -> list[tuple[Tile, QImage]]:
        """Pictures of the same page at another zoom, to be stretched under what is still missing, in order."""
        return self._shelf.nearest(tile.page, tile.rotation, tile.paper, tile.scale)

    def want(self, visible: Sequence[Tile], ahead: Sequence[Tile] = (), *, by: object = None) -> None:
        """Draw these and forget what was wanted before. What is there already is not asked for.

        Args:
            by: which of several views asks; what the others want stays wanted.
        """
        before, shown = self._visible.all, self._visible.put(by, visible)
        if before != shown:
            self._foreseen = ()
        if trace := self._engine.trace:
            trace.was_there(tile for tile in shown if tile not in before and tile in self._shelf)
        self._shelf.most_bytes = max(self._most_bytes, _TIMES_SEEN * sum(map(_weight, shown)))
        self._shelf.use(shown, self._foreseen)
        self._ahead.put(by, ahead)
        self._ask(shown)

    def foresee(self, tiles: Sequence[Tile]) -> None:
        """What may be wanted next, all at once and elsewhere: it is drawn before what else lies ahead, and held until
        something else is wanted, or foreseen."""
        self._foreseen = tiles
        self._shelf.use(self._visible.all, tiles)
        self._ask(self._visible.all)

    def bring(self, tile: Tile, picture: QImage) -> None:
        """It was drawn elsewhere."""
        if tile not in self._shelf:
            self._put(tile, (), picture)

    def expect(self, tiles: Iterable[Tile]) -> None:
        """These are being drawn elsewhere: they are not asked for until they are expected no more."""
        self._expected, before = frozenset(tiles), self._expected
        if self._expected != before and self._visible.all:
            self._ask(self._visible.all)

    def _ask(self, shown: Sequence[Tile]) -> None:
        room = self._shelf.most_bytes - sum(map(_weight, shown)) - sum(map(_weight, self._foreseen))
        asked = self._missing(shown), self._missing([*self._foreseen, *_within(room, self._ahead.all)])
        if asked != self._asked:
            self._asked = asked
            self._engine.want(Lane.SCREEN, asked[0])
            self._engine.want(Lane.AHEAD, asked[1])

    def leave_out(self, page: int, places: Sequence[int]) -> None:
        """Draw the page without these of its annotations from now on (`Draw.without`)."""
        if tuple(places) != self.left_out(page):
            self._without[page] = tuple(places)
            self._outdated |= set(self._shelf.of_page(page))
            self.page_outdated.emit(page)

    def left_out(self, page: int) -> tuple[int, ...]:
        return tuple(self._without.get(page, ()))

    @property
    def pages_seen(self) -> list[int]:
        return sorted({tile.page for tile in self._visible.all})

    def failure(self, page: int) -> Failed | None:
        """Why the page cannot be drawn; None if it can, or was not tried."""
        return self._failures.get(page)

    def retry(self, page: int) -> None:
        """Forget that the page could not be drawn; it has to be wanted again. What took too long gets longer now."""
        failed = self._failures.pop(page, None)
        self._engine.try_again(page, longer=failed is not None and failed.reason is Reason.TIMEOUT)

    def _missing(self, tiles: Sequence[Tile]) -> tuple[Tile, ...]:
        """As they are asked of a worker."""
        return tuple(
            replace(tile, without=self.left_out(tile.page)) if tile.page in self._without else tile
            for tile in tiles
            if (tile not in self._shelf or tile in self._outdated)
            and tile not in self._expected
            and tile.page not in self._failures
        )

    def _take(self, request: Request, answer: Answer | Picture) -> None:
        if not isinstance(request, Draw):
            return
        visible, ahead = self._asked
        self._asked = _without(visible, request), _without(ahead, request)
        if isinstance(answer, Picture):
            self._put(replace(request, without=()) if request.without else request, request.without, answer)
        elif isinstance(answer, Failed):
            self._failures[request.page] = answer
            self.page_failed.emit(request.page)

    def _put(self, tile: Tile, without: tuple[int, ...], image: QImage) -> None:
        if without == self.left_out(tile.page):
            self._outdated.discard(tile)
        else:
            self._outdated.add(tile)
        self._shelf.put(tile, image)
        self._at_rest.start()
        self.tile_ready.emit(tile)


def _weight(tile: Tile) -> int:
    """In bytes, of its picture."""
    return 4 * tile.width * tile.height


def _within(room: int, tiles: Sequence[Tile]) -> list[Tile]:
    """As many of the first as can be kept: what would be let go at once is not drawn."""
    weights = accumulate(map(_weight, tiles))
    return [tile for tile, so_far in zip(tiles, weights, strict=True) if so_far <= room]


def _without(tiles: tuple[Tile, ...], done: Tile) -> tuple[Tile, ...]:
    return tuple(tile for tile in tiles if tile != done)
