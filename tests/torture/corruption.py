"""Bytes of a file change by themselves. What is read is then either all there is, or known to be less; never anything
that was not saved.

The one thing that cannot be known is counted apart: a journal that ends earlier, to the byte at the end of a line.
"""

import random
from collections.abc import Callable
from typing import NamedTuple

from torture.crashes import PATH
from torture.disk import Disk, Files
from torture.work import Notes, Step, after, notes_in, open_at, save, steps

from zzpreader.store.loading import Missing
from zzpreader.store.problems import StoreError

KINDS = ("flip a bit", "garbage", "zeros", "cut off")
GARBAGE = 512


class Tally(NamedTuple):
    """
    Args:
        whole: nothing was lost. less: something was, and it was told.
        wrong: what is read was never saved. silent: something is missing, and nobody says so.
        snapshot: of the files that were struck the snapshot; of these nothing may be lost.
        unknowable: a journal that ends earlier, at the end of a line.
    """

    runs: int = 0
    whole: int = 0
    less: int = 0
    snapshot: int = 0
    unknowable: int = 0
    wrong: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


class _Kept(NamedTuple):
    files: Files
    notes: Notes
    ever: dict[str, set[str]]


def _written(seed: object, chance: random.Random) -> _Kept:
    """A notebook with backups and a journal, or one that was closed, or that was mended before."""
    disk, notes, ever = Disk(), Notes(), dict[str, set[str]]()
    with disk:
        storage = open_at(PATH)
        for number, step in enumerate(steps(seed, 30, notes=40)):
            save(storage, step)
            notes = after(notes, step)
            for id_, text in notes.items():
                ever.setdefault(id_, set()).add(text)
            if number in (8, 16):
                storage.settle()
        if chance.random() < 0.3:
            storage.settle()
    return _Kept(disk.files, notes, ever)


def corruption(count: int, *, seed: int = 1, tell: Callable[[str], object] = print) -> Tally:
    chance, tally, kept = random.Random(seed), Tally(), None
    for number in range(count):
        if kept is None or number % 50 == 0:
            kept = _written(f"{seed}.{number}", chance)
        name = chance.choice(sorted(name for name, data in kept.files.items() if data))
        kind = chance.choice(KINDS)
        struck = _struck(kept.files[name], kind, chance)
        if struck == kept.files[name]:
            struck = kept.files[name][:-1] + b"\x00"
        tally = _judge(kept, name, struck, f"{kind} in {name.rpartition('/')[2]} ({seed}, {number})", tally)
        if number % 2000 == 1999:
            tell(
                f"{tally.runs} corruptions: {tally.whole} cost nothing, {tally.less} were told, "
                f"{len(tally.wrong)} wrong, {len(tally.silent)} silent"
            )
    return tally


def _struck(data: bytes, kind: str, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    match kind:
        case "flip a bit":
            return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
        case "garbage":
            piece = data[at : at + GARBAGE]
            return data[:at] + chance.randbytes(len(piece)) + data[at + len(piece) :]
        case "zeros":
            piece = data[at : at + GARBAGE]
            return data[:at] + bytes(len(piece)) + data[at + len(piece) :]
        case _:
            return data[:at]


def _judge(kept: _Kept, name: str, struck: bytes, where: str, tally: Tally) -> Tally:
    disk = Disk(kept.files | {name: struck})
    tally = tally._replace(runs=tally.runs + 1)
    with disk:
        try:
            storage = open_at(PATH)
            found = notes_in(storage)
            recovery = storage.recovery
            save(storage, Step({"next": "one more"}))
            again = notes_in(open_at(PATH))
        except StoreError as problem:
            return tally._replace(wrong=(*tally.wrong, f"{where}: {problem}"))
    is_snapshot = name == str(PATH)
    tally = tally._replace(snapshot=tally.snapshot + is_snapshot)
    if wrong := _wrong(kept, found, again, is_snapshot=is_snapshot):
        return tally._replace(wrong=(*tally.wrong, f"{where}: {wrong}"))
    if found == kept.notes:
        return tally._replace(whole=tally.whole + 1)
    if name.endswith(".journal") and struck.endswith(b"\n") and kept.files[name].startswith(struck):
        return tally._replace(unknowable=tally.unknowable + 1)
    if recovery is None or recovery.missing is Missing.NOTHING:
        return tally._replace(silent=(*tally.silent, f"{where}: {recovery}"))
    return tally._replace(less=tally.less + 1)


def _wrong(kept: _Kept, found: Notes, again: Notes, *, is_snapshot: bool) -> str:
    if strange := [id_ for id_, text in found.items() if text not in kept.ever.get(id_, ())]:
        return f"{strange} were never so"
    if again != found | {"next": "one more"}:
        return "a save after it is not there"
    return "the snapshot was struck and notes are lost" if is_snapshot and found != kept.notes else ""
