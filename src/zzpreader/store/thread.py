"""The one thread on which the window lets the disk work."""

import threading
from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count
from time import monotonic

Jobs = list[Callable[[], None]]


def _forget(jobs: Jobs) -> None:
    jobs.clear()


class StoreThread:
    """Runs jobs one after another, in the order in which they become due.

    A job that raises is shown by `threading.excepthook` and does not stop those behind it.
    """

    def __init__(self, let_go: Callable[[Jobs], object] = _forget) -> None:
        """
        Args:
            let_go: is given a list with each job that is done, on this thread, and empties it on whichever thread what
                the job held may end: an object of Qt's only on its own.
        """
        self._let_go = let_go
        self._jobs: list[tuple[float, int, Callable[[], None]]] = []
        self._numbers = count()
        self._changed = threading.Condition()
        self._closing = False
        # A daemon: a window that dies of a bug must not leave a process behind. Whoever ends well calls `close`.
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[], None], *, delay_s: float = 0.0) -> None:
        """Run `job` after all that are due before it; returns at once. While closing nothing is delayed."""
        with self._changed:
            heappush(self._jobs, (monotonic() + delay_s, next(self._numbers), job))
            self._changed.notify()

    def close(self, timeout_s: float = 30.0) -> bool:
        """Do all that waits, the delayed too, and end. False if the disk did not get it done in time."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while jobs := self._next():
            try:
                jobs[0]()
            except Exception as problem:  # noqa: BLE001 - the hook shows it; the notes behind it must still be saved
                threading.excepthook(
                    threading.ExceptHookArgs((type(problem), problem, problem.__traceback__, self._thread))
                )
            self._let_go(jobs)

    def _next(self) -> Jobs:
        """The one job that is due, which nothing else holds any more; none at the end."""
        with self._changed:
            while True:
                if self._jobs and (self._closing or self._jobs[0][0] <= monotonic()):
                    return [heappop(self._jobs)[2]]
                if self._closing:
                    return []
                self._changed.wait(self._jobs[0][0] - monotonic() if self._jobs else None)
