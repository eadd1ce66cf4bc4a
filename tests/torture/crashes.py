"""Every state in which a power cut could leave the disk, made from what was written down, opened and compared.

At every operation of a run: of each file what was flushed, and of the writes behind that none, the first ones, all, the
last of them torn at a sector, zeros in the place of one, or a later one without an earlier; of the names the flushed
ones and a beginning of the rest, or any part of it (`weak`). Some states are cut off a second time while they are
mended. States that come twice are opened once.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product
from math import prod
from pathlib import Path
from typing import NamedTuple

from torture.disk import ROOT, Cut, Disk, Files, Flush, FlushNames, Mark, Names, Operation, Write
from torture.work import Notes, Step, after, notes_in, open_at, save, steps

from zzpreader.store.loading import Missing
from zzpreader.store.problems import StoreError

PATH = Path(ROOT) / "notes.json"
SECTOR = 512
MOST_AT_ONCE = 4000
"""States made at one operation; where there could be more, so many are drawn."""

NESTED = 0.2
GONE_ON = 0.2
"""Shares of the states that are cut off a second time, and of those in which a save follows that must be there too."""


class Tally(NamedTuple):
    """
    Args:
        states: that were compared, those that came twice among them.
        opened: different ones.
        nested: of the states those that were cut off a second time, in mending.
        saves: that were acknowledged in the runs.
        wrong: one line for each state that held something else than it must.
    """

    states: int = 0
    opened: int = 0
    nested: int = 0
    saves: int = 0
    wrong: tuple[str, ...] = ()

    def plus(self, other: "Tally") -> "Tally":
        return Tally(
            self.states + other.states,
            self.opened + other.opened,
            self.nested + other.nested,
            self.saves + other.saves,
            self.wrong + other.wrong,
        )


class _Past:
    """What a disk is after a part of a log, flushed and not."""

    def __init__(self, start: Disk) -> None:
        self.flushed = dict(start.flushed)
        self.names = dict(start.flushed_names)
        self.pending: dict[int, list[Write | Cut]] = {}
        self.renamed: list[Names] = []

    def take(self, operation: Operation) -> None:
        match operation:
            case Write(inode) | Cut(inode):
                self.pending.setdefault(inode, []).append(operation)
            case Flush(inode):
                self.flushed[inode] = _applied(self.flushed.get(inode, b""), self.pending.pop(inode, []))
            case Names():
                self.renamed.append(operation)
            case FlushNames():
                self.names, self.renamed = _named(self.names, self.renamed), []
            case Mark():
                pass

    def states(self, chance: random.Random, *, weak: bool) -> Iterator[Files]:
        contents = {inode: _contents(self.flushed.get(inode, b""), pending) for inode, pending in self.pending.items()}
        namings = list(_namings(self.names, self.renamed, weak=weak))
        choices = list(contents.values())
        if prod(map(len, choices)) * len(namings) <= MOST_AT_ONCE:
            drawn = ((data, names) for names in namings for data in product(*choices))
        else:
            drawn = (
                (tuple(chance.choice(choice) for choice in choices), chance.choice(namings))
                for _ in range(MOST_AT_ONCE)
            )
        for data, names in drawn:
            now = dict(zip(contents, data, strict=True))
            yield {name: now.get(inode, self.flushed.get(inode, b"")) for name, inode in names.items()}


def _applied(data: bytes, operations: Sequence[Write | Cut]) -> bytes:
    made = bytearray(data)
    for operation in operations:
        match operation:
            case Write(_, offset, piece):
                made.extend(bytes(max(offset - len(made), 0)))
                made[offset : offset + len(piece)] = piece
            case Cut(_, size):
                del made[size:]
    return bytes(made)


def _contents(flushed: bytes, pending: Sequence[Write | Cut]) -> list[bytes]:
    found = {_applied(flushed, pending[:count]): None for count in range(len(pending) + 1)}
    for number, operation in enumerate(pending):
        if isinstance(operation, Cut):
            continue
        before = _applied(flushed, pending[:number])
        first = operation.offset + SECTOR - operation.offset % SECTOR
        edges = list(range(first, operation.offset + len(operation.data), SECTOR))
        for edge in (*edges[:3], *edges[-2:]):
            torn = operation._replace(data=operation.data[: edge - operation.offset])
            found[_applied(before, [torn])] = None
            head = bytes(edge - operation.offset)
            found[_applied(before, [operation._replace(data=head + operation.data[len(head) :])])] = None
        found[_applied(before, [operation._replace(data=bytes(len(operation.data)))])] = None
    for number in range(len(pending)):
        found[_applied(flushed, [*pending[:number], *pending[number + 1 :]])] = None
    return list(found)


def _named(names: dict[str, int], operations: Sequence[Names]) -> dict[str, int]:
    now = dict(names)
    for operation in operations:
        for name, inode in operation.changes:
            if inode is None:
                now.pop(name, None)
            else:
                now[name] = inode
    return now


def _namings(names: dict[str, int], renamed: Sequence[Names], *, weak: bool) -> Iterator[dict[str, int]]:
    if not weak:
        for count in range(len(renamed) + 1):
            yield _named(names, renamed[:count])
        return
    for count in range(len(renamed) + 1):
        for chosen in combinations(renamed, count):
            yield _named(names, chosen)


def run(seed: object, count: int, files: Files | None = None) -> tuple[Disk, Disk, list[Notes]]:
    """A reader's sessions on a disk: saves, now and then the journal taken up or the file closed and opened again.

    Returns: the disk at the start and after it, and the notes after each save; marks in its log say how many saves
    were acknowledged.
    """
    chance = random.Random(f"{seed} sessions")
    start, disk = Disk(files), Disk(files)
    with disk:
        storage = open_at(PATH)
        states: list[Notes] = [notes_in(storage)]
        for number, step in enumerate(steps(seed, count)):
            save(storage, step)
            states.append(after(states[-1], step))
            disk.log.append(Mark(number + 1))
            if chance.random() < 0.25:
                storage.settle()
            if chance.random() < 0.25:
                storage = open_at(PATH)
        storage.settle()
    return start, disk, states


class Crashes:
    """Args: weak: see the module; `seed` also draws where there are too many states."""

    def __init__(self, seed: object, *, weak: bool) -> None:
        self._chance = random.Random(f"{seed} crashes")
        self._weak = weak
        self._seen: dict[int, str] = {}

    def of_run(self, seed: object, count: int, most: int) -> Tally:
        """Args: most: states; enumeration stops there."""
        start, disk, states = run(seed, count)
        past, told, tally = _Past(start), 0, Tally(saves=count)
        for operation in (Mark(0), *disk.log):
            past.take(operation)
            if isinstance(operation, Mark):
                told = int(str(operation.what))
            may_be = states[told : told + 2]
            for files in past.states(self._chance, weak=self._weak):
                tally = tally.plus(self._judge(files, may_be, f"{seed} after {operation!r:.60}"))
                if tally.states >= most or len(tally.wrong) > 20:
                    return tally
        return tally

    def _judge(self, files: Files, may_be: Sequence[Notes], where: str) -> Tally:
        key = hash((tuple(sorted(files.items())), repr(may_be)))
        if key in self._seen:
            return Tally(states=1, wrong=(self._seen[key],) if self._seen[key] else ())
        start, disk, goes_on = Disk(files), Disk(files), self._chance.random() < GONE_ON
        wrong = _wrong(disk, may_be, goes_on=goes_on)
        self._seen[key] = wrong and f"{where}: {wrong}"
        tally = Tally(states=1, opened=1, wrong=(self._seen[key],) if wrong else ())
        if disk.log and self._chance.random() < NESTED and not wrong:
            tally = tally.plus(self._again(start, disk, may_be, where, goes_on=goes_on))
        return tally

    def _again(self, start: Disk, disk: Disk, may_be: Sequence[Notes], where: str, *, goes_on: bool) -> Tally:
        """Cut off a second time, somewhere in what mending and going on have done."""
        past, tally = _Past(start), Tally()
        done = self._chance.randint(1, len(disk.log))
        for operation in disk.log[:done]:
            past.take(operation)
        if goes_on:
            saved = [after(notes, _NEXT) for notes in may_be]
            may_be = saved if done == len(disk.log) else [*may_be, *saved]
        every = list(past.states(self._chance, weak=self._weak))
        for files in self._chance.sample(every, min(6, len(every))):
            wrong = _wrong(Disk(files), may_be, goes_on=True)
            tally = tally.plus(Tally(1, 1, 1, 0, (f"{where}, in mending: {wrong}",) if wrong else ()))
        return tally


_NEXT = Step({"next": "one more"})


def _wrong(disk: Disk, may_be: Sequence[Notes], *, goes_on: bool) -> str:
    """What is wrong with what is found there, "" if nothing is. Args: goes_on: saves there once more."""
    again = None
    with disk:
        try:
            storage = open_at(PATH)
            found = notes_in(storage)
            recovery = storage.recovery
            if goes_on:
                save(storage, _NEXT)
                again = notes_in(open_at(PATH))
        except StoreError as problem:
            return f"not readable or not writable: {problem}"
    if found not in may_be:
        return f"{_difference(found, may_be)} ({recovery})"
    if goes_on and again != after(found, _NEXT):
        return "a save after it is not there"
    if recovery and recovery.missing not in (Missing.NOTHING, Missing.LAST):
        return f"told that notes are missing: {recovery}"
    return ""


def _difference(found: Notes, may_be: Sequence[Notes]) -> str:
    best = max(may_be, key=lambda notes: len(found.items() & notes.items()))
    lost, extra = sorted(best.items() - found.items()), sorted(found.items() - best.items())
    return f"lost {lost[:2]!r:.90}, extra {extra[:2]!r:.90}"


def crashes(states: int, *, saves: int = 9, seed: int = 1, tell: Callable[[str], object] = print) -> Tally:
    """So many states, half of them with names in any order."""
    tally, number = Tally(), 0
    while tally.states < states and len(tally.wrong) <= 20:
        number += 1
        weak = number % 2 == 0
        most = states - tally.states
        tally = tally.plus(Crashes(f"{seed}.{number}", weak=weak).of_run(f"{seed}.{number}", saves, most))
        tell(f"{tally.states} states ({tally.opened} opened, {tally.nested} nested), {len(tally.wrong)} wrong")
    return tally
