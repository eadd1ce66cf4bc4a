"""Two processes beside the window: one fills the index, one searches it. Both speak in lines of JSON.

They are processes and no threads of the window's: what Python does with ten thousand pages would hold up the pictures.
The one that fills may be ended at any moment, which is how it is paused; it goes on where it was.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from enum import Enum

import msgspec
from filelock import Timeout

from zzpreader.engine.lines import line, tell
from zzpreader.fulltext.asking import Asking
from zzpreader.fulltext.filling import Filling
from zzpreader.fulltext.index import Damaged, Index, Indexed, index_path, remove_index
from zzpreader.fulltext.leaving import Leaving, stamp_of
from zzpreader.fulltext.messages import Answer, Ask, Progress
from zzpreader.model.decoding import learnt
from zzpreader.model.selectors import Paper
from zzpreader.store.home import Home, lock_beside, make_private_folder
from zzpreader.store.labels import kept_paper, labels_path

_TRIES = 2
_BACKGROUND = 5
"""How much more readily than the window this process gives way."""

_QUICK_S = 0.05


def fill() -> int:
    """Progress on the standard output. Returns the value of a `Filled`."""
    with suppress(AttributeError, OSError):
        os.nice(_BACKGROUND)
    return fill_index(Home(), tell).value


class Filled(Enum):
    """How it went; the exit status of the process that fills."""

    WHOLLY = 0
    NOT = 1
    BY_ANOTHER = 2


def fill_index(home: Home, tell: Callable[[Progress], None]) -> Filled:
    path = index_path(home)
    try:
        make_private_folder(path.parent)
        with lock_beside(path, wait_s=0):
            for _ in range(_TRIES):
                try:
                    with closing(Index(path)) as index:
                        Filling(home, index, tell).run()
                    return Filled.WHOLLY
                except Damaged:
                    remove_index(path)
            return Filled.NOT
    except Timeout:
        return Filled.BY_ANOTHER
    except OSError:
        return Filled.NOT


def search() -> int:
    """Answers one `Ask` a line until there are no more."""
    searcher = Searcher(Home())
    searcher.warm_up()
    for asked in sys.stdin.buffer:
        for answer in searcher.answers(msgspec.json.decode(asked, type=learnt(Ask))):
            sys.stdout.buffer.write(line(answer))
            sys.stdout.buffer.flush()
    return 0


class Searcher:
    """The index as it is now: also when it was deleted, or made anew, since it was asked last."""

    def __init__(self, home: Home) -> None:
        self._path = index_path(home)
        self._leaving = Leaving(home)
        self._home = home
        self._papers: dict[str, tuple[tuple[str, ...], Paper | None]] = {}
        self._index: Index | None = None
        self._asking: Asking | None = None

    def warm_up(self) -> None:
        with suppress(Damaged, OSError):
            self._open().warm_up()

    def answers(self, ask: Ask) -> Iterator[Answer]:
        try:
            asking = self._open()
            with suppress(TimeoutError):
                self._leaving.refresh(asking.index)
            waiting = len(self._leaving.entries())
            for answer in asking.answers(ask):
                yield msgspec.structs.replace(answer, waiting=max(0, waiting - answer.indexed))
        except (Damaged, OSError):
            self.close()
            yield Answer(number=ask.number, is_damaged=True)

    def close(self) -> None:
        if self._index:
            self._index.close()
        self._index = self._asking = None

    def _paper(self, one: Indexed) -> Paper | None:
        """Of the edition that was read last."""
        entries = (entry for entry in self._leaving.entries() if entry.publication.id == one.id)
        editions = [edition.sha256 for entry in entries for edition in reversed(entry.publication.editions)]
        stamp = tuple(stamp_of(labels_path(self._home, edition)) for edition in editions)
        if one.id not in self._papers or self._papers[one.id][0] != stamp:
            found = (kept_paper(self._home, edition) for edition in editions)
            self._papers[one.id] = stamp, next(filter(None, found), None)
        return self._papers[one.id][1]

    def _open(self) -> Asking:
        if self._index is None or self._asking is None or self._index.is_replaced:
            self.close()
            self._index = Index(self._path, patience_s=_QUICK_S)
            self._asking = Asking(self._index, self._paper)
        return self._asking
