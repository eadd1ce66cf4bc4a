"""Every call of the store to the system fails once, or from then on, in every way; then the power goes.

What was acknowledged must be there, of what was refused either all or nothing, and one must be able to go on. A flush
that fails may have forgotten what it should have written, as Linux does (`Disk`). A write may also be short.
"""

import errno
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from torture.crashes import PATH
from torture.disk import Disk, Files
from torture.work import Notes, Step, after, notes_in, open_at, save, steps

from zzpreader.store.problems import NotReadable, NotSaved
from zzpreader.store.storage import DurableStorage

ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EDQUOT, errno.EINTR)
PATTERNS = ("once", "for ever", "short", "short, then for ever")
SAVES = 6


class Tally(NamedTuple):
    """
    Args:
        runs: with a call that failed.
        positions: calls that could fail.
        saves: that were acknowledged; refused: that were not, each by a NotSaved.
    """

    runs: int = 0
    positions: int = 0
    saves: int = 0
    refused: int = 0
    wrong: tuple[str, ...] = ()


def _start() -> Files:
    """A notebook that was written before, with its journal, as a kill left it."""
    disk = Disk()
    with disk:
        storage = open_at(PATH)
        for step in steps("before", 4):
            save(storage, step)
        storage.settle()
        save(open_at(PATH), Step({"every": "start"}))
    return disk.files


class _Run:
    """Saves on a disk that fails: what was said, what may be there, and what is wrong after every save."""

    def __init__(self, disk: Disk, before: Notes) -> None:
        self.acknowledged = self.refused = 0
        self.wrong: list[str] = []
        self._disk, self._may_be, self._memory = disk, [before], before
        self._judged: dict[int, str] = {}
        with suppress(NotReadable):
            self._work()
        self._look(disk.files, "kill")

    def _work(self) -> None:
        storage = self._open()
        for number, step in enumerate(steps("now", SAVES)):
            self._save(storage, step)
            if number == 2:
                storage.settle()
                self._look(self._disk.after_power_cut, "power cut")
            if number == 3:
                storage = self._open()
        storage.settle()
        self._look(self._disk.after_power_cut, "power cut")

    def _open(self) -> DurableStorage:
        storage = open_at(PATH)
        try:
            self._memory = notes_in(storage)
        except NotReadable:
            self.refused += 1
            raise
        if self._memory not in self._may_be:
            self.wrong.append(f"opened {self._memory!r:.200}")
        return storage

    def _save(self, storage: DurableStorage, step: Step) -> None:
        then = [after(notes, step) for notes in self._may_be]
        try:
            save(storage, step)
        except NotSaved:
            self.refused += 1
            self._may_be += [notes for notes in then if notes not in self._may_be]
        else:
            self.acknowledged += 1
            self._may_be, self._memory = then, after(self._memory, step)
        if storage.writable and notes_in(storage) != self._memory:
            self.wrong.append("memory is not what was acknowledged")
        self._look(self._disk.after_power_cut, "power cut")

    def _look(self, files: Files, how: str) -> None:
        if wrong := _judge(files, self._may_be):
            self.wrong.append(f"{how}: {wrong}")


def faults(tell: Callable[[str], object] = print, errors: Sequence[int] = ERRORS) -> Tally:
    start = _start()
    reference = Disk(start)
    with reference:
        before = notes_in(open_at(PATH))
    tally = Tally()
    for pattern in PATTERNS:
        for error in errors:
            position, failed = 0, True
            while failed:
                disk = Disk(start)
                failed = _arm(disk, position, error, pattern)
                tally = _one(disk, before, tally, f"{pattern}, {errno.errorcode[error]} at call {position}", failed)
                position += 1
            tally = tally._replace(positions=max(tally.positions, position - 1))
        tell(f"{pattern}: {tally.runs} runs, {tally.saves} saves, {tally.refused} refused, {len(tally.wrong)} wrong")
    return tally


def _arm(disk: Disk, position: int, error: int, pattern: str) -> list[str]:
    """Returns: the calls that failed, as they will have when it has run."""
    seen, failed = [0], list[str]()

    def fails(name: str) -> OSError | None:
        seen[0] += 1
        at = seen[0] - 1
        if at < position or (at > position and not pattern.endswith("for ever")):
            return None
        failed.append(name)
        if pattern.startswith("short") and at == position and name == "write":
            return None
        return OSError(error, os.strerror(error))

    disk.fails = fails
    if pattern.startswith("short"):
        disk.shortens = lambda size: size // 2 if seen[0] - 1 == position and size > 1 else size
    return failed


def _one(disk: Disk, before: Notes, tally: Tally, where: str, failed: list[str]) -> Tally:
    with disk:
        run = _Run(disk, before)
    return tally._replace(
        runs=tally.runs + bool(failed),
        saves=tally.saves + run.acknowledged,
        refused=tally.refused + run.refused,
        wrong=(*tally.wrong, *(f"{where} ({failed[:1]}), {wrong}" for wrong in run.wrong)),
    )


def _judge(files: Files, may_be: Sequence[Notes]) -> str:
    disk = Disk(files)
    with disk:
        try:
            storage = open_at(PATH)
            found = notes_in(storage)
            save(storage, Step({"next": "one more"}))
            again = notes_in(open_at(PATH))
        except (NotReadable, NotSaved) as problem:
            return f"{problem}"
    if found not in may_be:
        return f"found {found!r:.200}, not one of {len(may_be)}"
    return "" if again == found | {"next": "one more"} else "a save after it is not there"
