"""How long a save takes until it is acknowledged, in ms, beside SQLite (WAL, synchronous=FULL) in the same run.

    python tests/bench/store.py [ANNOTATIONS] [SAVES] [FOLDER]

10,000 annotations and 2,000 saves unless told otherwise, in a new folder below FOLDER (the one for temporary files).
The two take turns, save by save, so that what else the machine does strikes both. A save changes the comment of one
annotation, or makes a new one; in SQLite the same JSON is one row. What is measured is the call, which returns when
the save is on the disk. "raw" is a write of 600 bytes and fdatasync. Taking up the journal comes between saves, as in
the window, and has a row of its own.
"""

import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

# Instead of this folder, in which "store" is this file.
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.remove(str(Path(__file__).parent))

import msgspec
from store.values import PUBLICATION, annotation

from zzpreader.store.notebooks import NotebookFile

Times = dict[str, list[float]]


def main(annotations: int = 10_000, saves: int = 2_000, below: str | None = None) -> None:
    with tempfile.TemporaryDirectory(dir=below) as folder:
        times = measure(Path(folder), annotations, saves)
    print(f"{'':24}{'p50':>8}{'p95':>8}{'p99':>8}{'longest':>9}   ({annotations} annotations, {saves} saves)")
    for name, taken in times.items():
        print(f"{name:24}" + "".join(f"{1000 * at:8.2f}" for at in _at(taken, 0.5, 0.95, 0.99, 1)))
    for kind in ("changed", "new"):
        ours, theirs = times[f"ours, {kind}"], times[f"SQLite, {kind}"]
        ratios = [mine / yours for mine, yours in zip(_at(ours, 0.5, 0.99), _at(theirs, 0.5, 0.99), strict=True)]
        print(f"ours / SQLite, {kind}: p50 {ratios[0]:.2f}, p99 {ratios[1]:.2f}")


def measure(folder: Path, annotations: int, saves: int) -> Times:
    file = NotebookFile(folder / "notes.json", PUBLICATION)
    base = sqlite3.connect(folder / "notes.sqlite", isolation_level=None)
    base.execute("PRAGMA journal_mode=WAL")
    base.execute("PRAGMA synchronous=FULL")
    base.execute("CREATE TABLE notes (id TEXT PRIMARY KEY, document TEXT)")
    raw = os.open(folder / "raw", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    many = [annotation(number, "Een opmerking bij deze passage") for number in range(annotations)]
    file.save({one.id: one for one in many})
    file.tidy()
    base.execute("BEGIN")
    base.executemany("INSERT INTO notes VALUES (?, ?)", [(one.id, _json(one)) for one in many])
    base.execute("COMMIT")
    times: Times = {}

    def timed(name: str, save: Callable[[], object]) -> None:
        start = perf_counter()
        save()
        times.setdefault(name, []).append(perf_counter() - start)

    for number in range(saves):
        kind = "new" if number % 2 else "changed"
        one = annotation(annotations + number if number % 2 else number * 37 % annotations, f"Anders {number}")

        def theirs(one: object = one) -> None:
            base.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (getattr(one, "id"), _json(one)))  # noqa: B009

        turns = [(f"ours, {kind}", lambda one=one: file.save({one.id: one})), (f"SQLite, {kind}", theirs)]
        for name, save in turns if number % 4 < 2 else reversed(turns):
            timed(name, save)
        timed("raw", lambda: (os.write(raw, bytes(600)), os.fdatasync(raw)))
        file.tidy()
    timed("taking up the journal", file._storage.settle)
    assert len(file.tables["annotations"]) == base.execute("SELECT count(*) FROM notes").fetchone()[0]
    file.close()
    base.close()
    os.close(raw)
    return times


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _at(taken: list[float], *shares: float) -> list[float]:
    ordered = sorted(taken)
    return [ordered[min(int(share * len(ordered)), len(ordered) - 1)] for share in shares]


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]), *sys.argv[3:4])
