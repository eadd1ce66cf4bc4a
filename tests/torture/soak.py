"""Hours of reading in the real window, without a screen: pages are turned, notes written, and workers killed.

    make soak PDF=file.pdf MINUTES=120

Every second some pages are turned; notes are made, changed and deleted; every 20 seconds a worker is killed. What is
printed at the end: how many of each, and how the memory of the window's process grew after its first minute.
"""

import argparse
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
from zzpreader.worker.door import serve

KILL_EVERY_S = 20
SETTLED_S = 60


class Soak:
    def __init__(self, program: Program, file: Path) -> None:
        program.open_file(file)
        self.tab = program.window.current
        assert self.tab
        self.pages, self.turns, self.edits, self.kills, self.failed = 0, 0, 0, 0, 0
        self.notes: list[str] = []

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
        staff = self.tab.session._engine._staff
        if staff:
            os.kill(staff[self.kills % len(staff)]._spawned.process.pid, signal.SIGKILL)
            self.kills += 1


def resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--minutes", type=float, default=120)
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="zzpreader-") as folder:
        os.environ["ZZPREADER_HOME"] = folder
        nursery = Nursery(serve)
        app = QApplication(sys.argv[:1])
        home = Home()
        home.prepare()
        program = Program(app, home, nursery=nursery)
        program.window.resize(1200, 800)
        program.window.show()
        soak = Soak(program, chosen.file.absolute())
        begun = [0.0]
        print("minute  MB   turns  edits  kills  page failures", flush=True)
        ends = time.monotonic() + chosen.minutes * 60
        started, next_kill, next_told = time.monotonic(), time.monotonic() + KILL_EVERY_S, time.monotonic() + SETTLED_S
        steps = 0
        while time.monotonic() < ends:
            loop = QEventLoop()
            QTimer.singleShot(140, loop.quit)
            loop.exec()
            steps += 1
            soak.turn()
            if steps % 10 == 0:
                soak.edit()
            if time.monotonic() > next_kill:
                next_kill += KILL_EVERY_S
                soak.kill()
            if time.monotonic() > next_told:
                next_told += SETTLED_S
                begun[0] = begun[0] or resident_mb()
                minute = (time.monotonic() - started) / 60
                told = (
                    f"{minute:6.1f} {resident_mb():5.0f} {soak.turns:6} {soak.edits:6} {soak.kills:6} {soak.failed:6}"
                )
                print(told, flush=True)
        kept = len(list(soak.tab.session.marks.notebook))
        grown = resident_mb() - begun[0]
        print(f"{soak.turns} turns, {soak.edits} edits, {soak.kills} workers killed, {soak.failed} pages failed")
        print(f"{kept} of {len(soak.notes)} notes are there; the window grew by {grown:.0f} MB after its first minute")
        program.window.close()
        program.end()
        nursery.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
