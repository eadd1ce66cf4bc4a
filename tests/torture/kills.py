"""Saves a notebook until it is killed, many times over, and compares what is found with an exact model.

    python tests/torture/kills.py FOLDER KILLS SEED

A process of its own without threads, because it forks: a fresh interpreter for every kill would take all the time.
Every run goes on with the file that the one before has left behind, so the first save of each takes up a journal.
"""

import json
import os
import random
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from store.values import PUBLICATION, annotation

from zzpreader.model.annotation import Annotation
from zzpreader.store.loading import Missing
from zzpreader.store.notebooks import NotebookFile

BATCHES = 400
LONGEST_S = 0.01
_TELL_EVERY = 500


def batch(seed: int, number: int) -> dict[str, Annotation | None]:
    """The edits of one save, always the same for the same numbers."""
    chance = random.Random(f"{seed}/{number}")
    changed: dict[str, Annotation | None] = {}
    for _ in range(chance.randint(1, 4)):
        one = annotation(chance.randint(0, 60), f"{seed}/{number} " + "x" * chance.choice((1, 30, 2000)))
        changed[one.id] = one if chance.random() < 0.75 else None
    return changed


def saves(path: Path, seed: int, acknowledged: int) -> None:
    """The child: one byte into the pipe for every save that has returned."""
    file = NotebookFile(path, PUBLICATION)
    for number in range(BATCHES):
        file.save(batch(seed, number))
        os.write(acknowledged, b".")
        if number % 7 == 6:
            file._storage.settle()


def torture(folder: Path, kills: int, seed: int) -> dict[str, int]:
    path = folder / "notes.json"
    model: dict[str, Annotation] = {}
    chance = random.Random(seed)
    done = {"kills": 0, "saved": 0, "lost": 0, "unreadable": 0, "cut_off": 0, "in_flight": 0}
    for run in range(kills):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            saves(path, seed * 1_000_000 + run, writing)
            os._exit(0)
        os.close(writing)
        os.read(reading, 1)  # at least one save, or the kill proves nothing
        signal.sigtimedwait([], chance.random() * LONGEST_S)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        count = 1
        while more := os.read(reading, 4096):
            count += len(more)
        os.close(reading)
        done["kills"] += os.WIFSIGNALED(status)
        done["saved"] += count
        for number in range(count):
            _apply(model, batch(seed * 1_000_000 + run, number))
        after = dict(model)
        _apply(after, batch(seed * 1_000_000 + run, count))
        file = NotebookFile(path, PUBLICATION)
        found = {one.id: one for one in file.annotations}
        if file.recovery:
            done["cut_off"] += file.recovery.missing is Missing.LAST
            done["unreadable"] += file.recovery.missing is not Missing.LAST
        file._lock.release()
        done["in_flight"] += found == after != model
        done["lost"] += found not in (model, after)
        model = found
        _tidy(folder)
        if run % _TELL_EVERY == _TELL_EVERY - 1:
            print(json.dumps(done), file=sys.stderr, flush=True)
    return done


def _apply(model: dict[str, Annotation], changed: dict[str, Annotation | None]) -> None:
    for id_, one in changed.items():
        if one:
            model[id_] = one
        else:
            model.pop(id_, None)


def _tidy(folder: Path) -> None:
    for cut_off in folder.glob("*.damaged-*"):
        cut_off.unlink()


if __name__ == "__main__":
    print(json.dumps(torture(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
