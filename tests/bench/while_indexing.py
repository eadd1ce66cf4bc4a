"""Memory of the whole program, and how smoothly it scrolls, while the library is read for searching.

    python tests/bench/while_indexing.py FOLDER [--most 200]

The real window, off screen, with the largest of the folder's PDFs open: for ten seconds it is scrolled with nothing
else going on, then while the index is filled, to the end. Printed are pages a second, the most memory of all processes
together (window, nursery, workers, filling and searching; PSS, looked at four times a second by a process of its own),
and of both times how long a step of 60 pixels took until it was painted, and how late it was begun. Linux.
"""

import argparse
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from threading import Event

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from search import gathered, known_to, memory_mb

from zzpreader.engine.nursery import Nursery
from zzpreader.program.run import Program
from zzpreader.store.home import Home
from zzpreader.worker.door import serve

STEP_PX, STEP_MS = 60, 16
ALONE_S = 10.0
LOOK_S = 0.25


class Most:
    """The most memory of this process and those below it, watched by one of its own, which is not counted."""

    def __init__(self, told: Path) -> None:
        self._told = told
        self._pid = os.fork()
        if not self._pid:
            self._watch(os.getppid())

    def _watch(self, parent: int) -> None:
        most, ended = 0.0, Event()
        signal.signal(signal.SIGTERM, lambda *_: ended.set())
        while not ended.wait(LOOK_S):
            most = max(most, memory_mb(parent) - memory_mb(os.getpid()))
            self._told.write_text(str(most))
        os._exit(0)

    def end(self) -> float:
        os.kill(self._pid, signal.SIGTERM)
        os.waitpid(self._pid, 0)
        return float(self._told.read_text())


class Scrolling:
    """Milliseconds of every step: `took` until it was painted, `late` behind its time."""

    def __init__(self, program: Program) -> None:
        assert program.window.current
        self._view = program.window.current.view
        self.took: list[float] = []
        self.late: list[float] = []
        self._due, self._way = time.perf_counter(), 1

    def step(self) -> None:
        began = time.perf_counter()
        self.late.append(max(0.0, 1000 * (began - self._due)))
        bar = self._view.verticalScrollBar()
        if bar.value() in (bar.minimum(), bar.maximum()):
            self._way = 1 if bar.value() == bar.minimum() else -1
        bar.setValue(bar.value() + self._way * STEP_PX)
        self._view.viewport().repaint()
        painted = time.perf_counter()
        self.took.append(1000 * (painted - began))
        self._due = max(began + STEP_MS / 1000, painted)

    def row(self) -> str:
        parts = [(quantiles(one, n=100), max(one)) for one in (self.took, self.late)]
        return " | ".join(f"{part[49]:.1f} | {part[94]:.1f} | {most:.0f}" for part, most in parts)


def wait(until: Callable[[], bool], step: Callable[[], object] = bool) -> None:
    """Turn by turn, as often as a screen is drawn."""
    loop, timer = QEventLoop(), QTimer(interval=STEP_MS)

    def turn() -> None:
        step()
        if until():
            loop.quit()

    timer.timeout.connect(turn)
    timer.start()
    loop.exec()


def measure(program: Program, file: Path) -> None:
    program.window.resize(1366, 768)
    program.window.show()
    program.open_file(file)
    tab = program.window.current
    assert tab
    wait(lambda: tab.is_settled)
    alone, ends = Scrolling(program), time.perf_counter() + ALONE_S
    wait(lambda: time.perf_counter() > ends, alone.step)
    program.desks._search_library()
    search = program.desks.searching._search
    program.window.tabs.setCurrentWidget(tab)
    beside, began = Scrolling(program), time.perf_counter()
    wait(lambda: not search.is_filling, beside.step)
    seconds, progress = time.perf_counter() - began, search.progress
    assert progress
    rate = progress.done / seconds
    print(f"indexed: {progress.done} of {progress.pages} pages in {seconds:.1f} s: {rate:.0f} pages/s\n")
    print("| scrolling | steps | painted ms: middle | 95 % | most | late ms: middle | 95 % | most |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for words, part in (("alone", alone), ("while indexing", beside)):
        print(f"| {words} | {len(part.took)} | {part.row()} |")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=200)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    nursery = Nursery(serve)
    with tempfile.TemporaryDirectory(prefix="zzpreader-") as folder:
        os.environ["ZZPREADER_HOME"] = str(Path(folder) / "home")
        home = Home()
        home.prepare()
        files = gathered(options.folder, Path(folder) / "pdfs", options.most)
        known_to(home, files)
        print(f"{len(files)} publications, {os.cpu_count()} cores")
        most = Most(Path(folder) / "most")
        program = Program(QApplication(sys.argv[:1]), home, nursery=nursery)
        measure(program, max(files, key=lambda one: one[1])[0])
        program.window.close()
        program.end()
        print(f"\nmemory of the whole program, at most: {most.end():.0f} MB")
        nursery.close()


if __name__ == "__main__":
    main()
