"""Hours of reading in the real window, without a screen: pages are turned, notes written, and workers killed.

    make soak MINUTES=120 TURNS=50000 EDITS=5000

Turns and edits are spread over the time; who falls behind hurries. Notes are made, changed and deleted; every 20
seconds a worker is killed. What is printed every minute and at the end: how many of each, and how much memory the
window's process has, which is compared with its first minute. At the end the notebook is read from the disk.
"""

import argparse
import faulthandler
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from zzpreader.engine.nursery import Nursery
from zzpreader.model.geometry import Rect
from zzpreader.model.pages import Place
from zzpreader.program.run import Program
from zzpreader.store.home import Home
from zzpreader.store.notebooks import NotebookFile
from zzpreader.worker.door import serve

KILL_EVERY_S = 20
SETTLED_S = 60
LONGEST_STEP_MS, SHORTEST_STEP_MS = 140, 10
PAGES = 400


class Soak:
    """Attributes: turns, drawn (pieces of pages that came), edits, kills, failed (turns to a page that failed)."""

    def __init__(self, program: Program, file: Path) -> None:
        program.open_file(file)
        self.tab = program.window.current
        assert self.tab
        self.turns = self.drawn = self.edits = self.kills = self.failed = 0
        self.notes: list[str] = []
        self.tab.session.pictures.tile_ready.connect(self._count)

    def _count(self) -> None:
        self.drawn += 1

    def turn(self) -> None:
        session = self.tab.session
        count = session.pages.count
        if not count:
            return
        self.turns += 1
        self.tab.view.go_to(Place(self.turns % count, 0.0))
        self.failed += session.pictures.failure(self.turns % count) is not None

    def edit(self) -> None:
        marks = self.tab.session.marks
        if not marks.writable:
            return
        self.edits += 1
        page = self.edits % max(1, self.tab.session.pages.count)
        if self.edits % 3 == 0 and self.notes:
            marks.write_comment(self.notes[-1], f"Noot {self.edits}")
            marks.finish_typing()
        elif len(self.notes) > 200:
            marks.delete([self.notes.pop(0)])
        elif self.edits % 2:
            self.notes.append(marks.add_note(Place(page, 100.0), text=f"Noot {self.edits}"))
        else:
            self.notes.append(marks.add_area(page, Rect(50, 50, 100, 100), "yellow"))

    def kill(self) -> None:
        workers = self.tab.session._engine.workers
        if workers:
            os.kill(workers[self.kills % len(workers)].pid, signal.SIGKILL)
            self.kills += 1


def resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def many_pages(folder: Path) -> Path:
    """A publication of its own: text on every page, and a bookmark for every tenth."""
    import pymupdf  # the window's process has none unless it must make the file

    document = pymupdf.open()
    for number in range(1, PAGES + 1):
        page = document.new_page()
        lines = [f"{number}.{line} De gemeente bewaart wat zij besluit en zegt waarom." for line in range(1, 45)]
        page.insert_text((60, 80), lines, fontsize=10)
    document.set_toc([[1, f"Hoofdstuk {n // 10 + 1}", n + 1] for n in range(0, PAGES, 10)])
    document.save(folder / "veel.pdf")
    document.close()
    return folder / "veel.pdf"


def wait(ms: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(ms), loop.quit)
    loop.exec()


class Clock:
    """Seconds that this process was awake: who stops it for a measurement must not make it hurry afterwards."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self.seconds = 0.0

    def look(self) -> float:
        now = time.monotonic()
        self.seconds += min(now - self._last, 1.0)
        self._last = now
        return self.seconds


def read_for(soak: Soak, seconds: float, turns: int, edits: int) -> list[float]:
    """Memory of every minute, the first one after a minute."""
    clock, memory = Clock(), list[float]()
    next_kill, next_told = float(KILL_EVERY_S), float(SETTLED_S)
    print("minute    MB   turns   drawn  edits  kills  page failures", flush=True)
    while (now := clock.look()) < seconds:
        part = now / seconds
        behind = soak.turns < turns * part
        wait(SHORTEST_STEP_MS if behind else min(LONGEST_STEP_MS, 1000 * seconds / turns))
        soak.turn()
        if soak.edits < edits * part:
            soak.edit()
        if now > next_kill:
            next_kill += KILL_EVERY_S
            soak.kill()
        if now > next_told:
            next_told += SETTLED_S
            memory.append(resident_mb())
            print(
                f"{now / 60:6.1f} {memory[-1]:5.0f} {soak.turns:7} {soak.drawn:7} {soak.edits:6}"
                f" {soak.kills:6} {soak.failed:6}",
                flush=True,
            )
    return [*memory, resident_mb()]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path, nargs="?", help="a publication of 400 pages is made if none is given")
    parser.add_argument("--minutes", type=float, default=120)
    parser.add_argument("--turns", type=int, help="417 a minute")
    parser.add_argument("--edits", type=int, help="42 a minute")
    chosen = parser.parse_args()
    turns = chosen.turns or round(chosen.minutes * 50_000 / 120)
    edits = chosen.edits or round(chosen.minutes * 5_000 / 120)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="zzpreader-") as folder:
        os.environ["ZZPREADER_HOME"] = folder
        file = chosen.file or _made_elsewhere(Path(folder))
        nursery = Nursery(serve)
        faulthandler.enable()
        app = QApplication(sys.argv[:1])
        home = Home()
        home.prepare()
        program = Program(app, home, nursery=nursery)
        program.window.resize(1200, 800)
        program.window.show()
        soak = Soak(program, file.absolute())
        memory = read_for(soak, chosen.minutes * 60, turns, edits)
        kept = {one.id for one in soak.tab.session.marks.notebook}
        publication = soak.tab.session.publication
        program.window.close()
        program.end()
        nursery.close()
        found = set()
        if publication:
            file = NotebookFile(home.notebook(publication.id), publication)
            found = {record.id for record in file.records}
            file.close()
    print(f"{soak.turns} turns, {soak.edits} edits, {soak.kills} workers killed, {soak.failed} turns to a failed page")
    print(f"of {len(soak.notes)} notes {len(kept & set(soak.notes))} in the window, {len(found & kept)} on the disk")
    grown, most = memory[-1] - memory[0], max(memory) - memory[0]
    print(f"the window grew by {grown:.0f} MB after its first minute ({memory[0]:.0f} MB), by {most:.0f} MB at most")
    is_lost = kept != set(soak.notes) or not kept <= found
    return int(is_lost or soak.turns < turns or soak.edits < edits * 0.99)


def _made_elsewhere(folder: Path) -> Path:
    """In a process of its own: the window's has no MuPDF."""
    child = os.fork()
    if not child:
        many_pages(folder)
        os._exit(0)
    os.waitpid(child, 0)
    return folder / "veel.pdf"


if __name__ == "__main__":
    sys.exit(main())
