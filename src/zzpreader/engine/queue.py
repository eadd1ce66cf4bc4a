"""What is wanted of the workers and which comes next. Pure: it knows neither processes nor time."""

from collections.abc import Iterable, Sequence
from enum import IntEnum

from zzpreader.wire import Request


class Lane(IntEnum):
    """A class of requests; the lower the number, the sooner. Each has one owner, for `want` replaces the whole list."""

    SCREEN = 0
    SEARCH = 1
    PAGES = 2
    TEXT = 3
    LINKS = 4
    ERRANDS = 5
    AHEAD = 6
    STRUCTURE = 7
    IDENTITY = 8
    LEARN = 9
    """By what the publication will be known when another edition comes: its texts, which a search wants too."""
    WHOLE = 10
    """The structure of the whole publication: it can take seconds, and the reader's notes do not wait for it."""
    KEEP = 11
    """What is kept for another day."""


_MOST_PASSED = 8
"""While a lane waits, so many requests of others may be taken before it; then it has its turn. Else a reader who turns
pages without a rest, on a slow machine, would get no notes: their texts and links always come first."""

_BESIDE_SEARCH = (Lane.PAGES, Lane.TEXT, Lane.LINKS, Lane.IDENTITY)
"""What is read in some 10 ms: it has a turn after every few requests of a search. Notes, and the texts that were kept
of a file, wait until it is known which one it is."""

_MOST_SEARCHED = 3

_ENDING_SOON = (Lane.SEARCH, Lane.PAGES)
"""All that is asked in these is over within some seconds, and somebody waits for it. The bookmarks lie among the pages:
in between they cost 120 ms more."""

_AT_ANY_TIME = (Lane.SCREEN, Lane.SEARCH)

ON_SCREEN = (Lane.SCREEN, Lane.AHEAD)
"""While somebody turns pages or scrolls there is always something new in these."""

LOOKED_AT = (Lane.SCREEN, Lane.SEARCH, Lane.AHEAD)
"""What is looked at now, or will be next."""

IN_A_PAUSE = (Lane.LEARN, Lane.WHOLE)
"""What reads every page, and is not looked at."""


class Queue:
    """The lists of all lanes and what is under way.

    Args:
        workers: how many there may be. All lanes behind SCREEN and AHEAD together occupy at most one less (or the only
            one), so that what a person looks at never waits for what is done in advance. So does AHEAD by itself: what
            lies beside the page in view is drawn soon, and will be looked at next, also while a whole publication is
            being read. A search may have every worker: its requests end within some 20 ms.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._most_behind = max(1, workers - 1)
        self._lanes: dict[Lane, list[Request]] = {lane: [] for lane in Lane}
        self._passed = dict.fromkeys(Lane, 0)
        self._searched = 0
        self._under_way: dict[Request, Lane] = {}

    def want(self, lane: Lane, requests: Sequence[Request]) -> None:
        """Replaces the lane's list. What is under way already is not asked for twice."""
        self._lanes[lane] = [request for request in dict.fromkeys(requests) if request not in self._under_way]

    def take(self, lanes: Iterable[Lane] = Lane, *, is_slow: bool = False) -> Request | None:
        """The next request for a worker that is free; it is under way until `done` or `again`.

        Args:
            lanes: of these alone, the most urgent first.
            is_slow: the worker has to wait for others, so it searches what is awaited last.
        """
        waiting = [lane for lane in lanes if self._lanes[lane] and self._may_take(lane)]
        if not waiting:
            return None
        lane = self._whose_turn(waiting)
        if lane not in _ENDING_SOON:
            for other in waiting:
                self._passed[other] += other is not Lane.LEARN  # whoever waits for that hurries it
        self._passed[lane] = 0
        self._searched = self._searched + 1 if lane is Lane.SEARCH else 0
        request = self._lanes[lane][-1 if is_slow and lane is Lane.SEARCH else 0]
        self._remove(request)
        self._under_way[request] = lane
        return request

    def _whose_turn(self, waiting: Sequence[Lane]) -> Lane:
        """The first, but for one that was passed over long enough; what is on the screen waits for nobody."""
        if waiting[0] is Lane.SCREEN:
            return Lane.SCREEN
        if waiting[0] is Lane.SEARCH and self._searched >= _MOST_SEARCHED:
            return next((lane for lane in waiting if lane in _BESIDE_SEARCH), Lane.SEARCH)
        return next((lane for lane in waiting if self._passed[lane] >= _MOST_PASSED), waiting[0])

    def _may_take(self, lane: Lane) -> bool:
        if lane in _AT_ANY_TIME:
            return True
        behind = [one for one in self._under_way.values() if one not in _AT_ANY_TIME]
        if self._workers > 1:
            behind = [one for one in behind if (one is Lane.AHEAD) == (lane is Lane.AHEAD)]
        return len(behind) < self._most_behind

    def _remove(self, request: Request) -> None:
        for lane, waiting in self._lanes.items():
            if request in waiting:
                self._lanes[lane] = [other for other in waiting if other != request]

    def lane_of(self, request: Request) -> Lane:
        """Of a request that is under way."""
        return self._under_way[request]

    def done(self, request: Request) -> None:
        self._under_way.pop(request, None)

    def again(self, request: Request) -> None:
        """It was lost with its worker and is the first of its lane again."""
        lane = self._under_way.pop(request)
        self._lanes[lane].insert(0, request)

    @property
    def is_somebody_waiting(self) -> bool:
        """For the screen or for a search: these may have every worker that there may be."""
        return any(self._lanes[lane] for lane in _AT_ANY_TIME)

    @property
    def is_picture_waiting(self) -> bool:
        return any(self._lanes[lane] for lane in ON_SCREEN)

    @property
    def is_search_waiting(self) -> bool:
        """For a worker at all: no other one searches."""
        return bool(self._lanes[Lane.SEARCH]) and Lane.SEARCH not in self._under_way.values()

    @property
    def awaiting_a_pause(self) -> list[Lane]:
        return [lane for lane in IN_A_PAUSE if self._lanes[lane]]

    @property
    def is_anything_waiting(self) -> bool:
        return any(self._lanes.values())

    def clear(self) -> None:
        for lane in self._lanes:
            self._lanes[lane] = []
