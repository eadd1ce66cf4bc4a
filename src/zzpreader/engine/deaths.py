"""Which requests cost workers their lives, and what is in quarantine for it. Pure."""

from zzpreader import wire
from zzpreader.wire import Failed, Request

_TRIES = 2

MOST_PAGES, WITHIN_S = 3, 60.0
"""When so many pages have come into quarantine within such a time, the document is not read any further unasked."""

_OF_ONE_PAGE = (wire.Draw, wire.DrawPng, wire.ReadText, wire.ReadLinks, wire.ReadMarks)


class Deaths:
    """A request is tried twice. If it is about one page, nothing of its kind is asked about that page any more then: a
    page that is drawn in twenty pieces costs two workers and not forty, and may still give its text.
    """

    def __init__(self) -> None:
        self._counts: dict[object, int] = {}
        self._barred: dict[object, Failed] = {}
        self._struck: dict[int, float] = {}

    def count(self, request: Request, failed: Failed, at_s: float) -> bool:
        """Whether it may be tried again, now that it has cost one more.

        Args:
            at_s: by a clock that never goes back.
        """
        key = _key(request)
        tries = self._counts.get(key, 0) + 1
        if tries < _TRIES:
            self._counts[key] = tries
            return True
        self._counts.pop(key, None)
        if isinstance(request, _OF_ONE_PAGE):
            self._barred[key] = failed
            self._struck.setdefault(request.page, at_s)
        return False

    def are_too_many(self, at_s: float) -> bool:
        """Whether it goes on like this from page to page."""
        self._struck = {page: then for page, then in self._struck.items() if at_s - then <= WITHIN_S}
        return len(self._struck) >= MOST_PAGES

    def begin_anew(self) -> None:
        """Somebody wants to read on; what is in quarantine stays there."""
        self._struck.clear()

    def survived(self, request: Request) -> None:
        self._counts.pop(_key(request), None)

    def refusal(self, request: Request) -> Failed | None:
        """The answer to what is in quarantine; None for all else."""
        return self._barred.get(_key(request))

    def forgive(self, page: int) -> None:
        """Drawing it may cost two more."""
        self._barred.pop((wire.Draw, page), None)
        self._struck.pop(page, None)


def _key(request: Request) -> object:
    return (type(request), request.page) if isinstance(request, _OF_ONE_PAGE) else request
