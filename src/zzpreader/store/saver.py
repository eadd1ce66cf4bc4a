"""From edits to a file: those that wait while a write runs go together into the next, and a failed one is repeated."""

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import Enum
from pathlib import Path

from zzpreader.model.records import Record
from zzpreader.store.envelope import Tables
from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.problems import Cause, NotSaved
from zzpreader.store.thread import StoreThread

_FIRST_REPEAT_S = 1.0
_LAST_REPEAT_S = 30.0


class Progress(Enum):
    SAVING = "saving"
    SAVED = "saved"


class Saver:
    """Saves one notebook on the store's thread.

    Args:
        report: called on the store's thread: SAVING, then SAVED when nothing waits any more, or what went wrong.
    """

    def __init__(self, thread: StoreThread, file: NotebookFile, report: Callable[[Progress | NotSaved], None]) -> None:
        self._thread = thread
        self._file = file
        self._report = report
        self._guard = threading.Lock()
        self._waiting: dict[str, Record | None] = {}
        self._gone: dict[str, Record] = {}
        self._undone: frozenset[str] = frozenset()
        self._merging: tuple[Tables, ...] = ()
        self._writing = False
        self._asked = False
        self._repeating = False
        self._finishing = False
        self._repeat_s = _FIRST_REPEAT_S

    @property
    def is_idle(self) -> bool:
        """Whether all that was put is on the disk."""
        with self._guard:
            return not self._waiting and not self._merging and not self._writing

    def put(
        self,
        changed: Mapping[str, Record | None],
        merged: Sequence[Tables] = (),
        undone: Collection[str] = (),
    ) -> None:
        """Save these soon; None removes. Returns at once.

        Args:
            merged: tables of other notebooks that are merged with the same write.
            undone: ids of those removed that undo took away.
        """
        with self._guard:
            self._undone = self._undone.difference(changed).union(undone)
            self._remember_gone(changed)
            self._waiting.update(changed)
            self._merging += tuple(merged)
            ask = not self._asked
            self._asked = True
        if ask:
            self._thread.submit(self._save)

    def copy(self, path: Path, done: Callable[[NotSaved | None], object]) -> None:
        """Write all that was put into a notebook of its own at `path`; `done` is called on the store's thread."""

        def job() -> None:
            with self._guard:
                batch, merged, gone, undone = dict(self._waiting), self._merging, dict(self._gone), self._undone
            try:
                self._file.write_copy(path, batch, merged, gone, undone)
            except NotSaved as problem:
                done(problem)
            else:
                done(None)

        self._thread.submit(job)

    def close(self) -> None:
        """Save what waits and give the file free, after all that was put before. Returns at once."""
        self._thread.submit(self._finish)

    def _save(self) -> None:
        with self._guard:
            self._asked = False
            batch, self._waiting = self._waiting, {}
            gone, self._gone = self._gone, {}
            merged, self._merging = self._merging, ()
            undone = self._undone
            self._writing = bool(batch or merged)
        if not (batch or merged):
            return
        self._report(Progress.SAVING)
        try:
            self._file.save(batch, merged, gone, undone)
        except NotSaved as problem:
            self._failed(problem, batch, merged, gone)
            return
        except BaseException:  # the program is wrong, and the reader must know all the same that nothing is saved
            self._failed(NotSaved(self._file.path, Cause.BROKEN), batch, merged, gone)
            raise
        self._repeat_s = _FIRST_REPEAT_S
        with self._guard:
            self._writing = False
            all_saved = not self._waiting and not self._merging
        if all_saved:
            self._report(Progress.SAVED)
        self._file.tidy()

    def _remember_gone(self, changed: Mapping[str, Record | None]) -> None:
        """What is deleted before it ever was written goes into the trash all the same."""
        for id_, record in changed.items():
            if record is None and (last := self._waiting.get(id_)):
                self._gone[id_] = last
            elif record is not None:
                self._gone.pop(id_, None)

    def _failed(
        self,
        problem: NotSaved,
        batch: dict[str, Record | None],
        merged: tuple[Tables, ...],
        gone: dict[str, Record],
    ) -> None:
        self._take_back(batch, merged, gone)
        self._report(problem)
        self._repeat_later()

    def _take_back(self, batch: dict[str, Record | None], merged: tuple[Tables, ...], gone: dict[str, Record]) -> None:
        with self._guard:
            self._writing = False
            self._gone = gone | {id_: last for id_, last in batch.items() if last} | self._gone
            self._gone = {
                id_: last for id_, last in self._gone.items() if self._waiting.get(id_, batch.get(id_)) is None
            }
            self._waiting = batch | self._waiting
            self._merging = merged + self._merging

    def _repeat_later(self) -> None:
        if self._repeating or self._finishing:
            return
        self._repeating = True
        self._thread.submit(self._repeat, delay_s=self._repeat_s)
        self._repeat_s = min(2 * self._repeat_s, _LAST_REPEAT_S)

    def _repeat(self) -> None:
        self._repeating = False
        self._save()

    def _finish(self) -> None:
        if self._finishing:
            return
        self._finishing = True
        try:
            self._save()
        finally:
            self._file.close()
