"""How long the window's thread is busy while notes are exported, in milliseconds.

    python tests/bench/exporting.py [COUNT]

The whole program off screen, with a publication of 400 pages and COUNT annotations (10,000 unless told otherwise).
Printed are, for each format, the time until its preview is shown, the time until its file is written, how soon a
cancelled one has ended, and for how long the window's thread did not come round meanwhile: to a timer of 2 ms.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.notes import PAGES, annotations
from pdf_files import text_pdf, write
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from zzpreader.export.formats import FORMATS
from zzpreader.model.export_wish import ExportWish
from zzpreader.model.notebook import Edit
from zzpreader.program.run import Program
from zzpreader.store.home import Home
from zzpreader.ui.window.tab import ReadingTab


class Pulse:
    """How long the window's thread was away at most."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(interval=2)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def main(count: int, folder: Path) -> None:
    app = QApplication(sys.argv[:1])
    home = Home(folder / "home")
    home.prepare()
    file = write(folder, text_pdf(*(f"Pagina {n}. De wijk is vaak te klein." for n in range(PAGES))))
    program = Program(app, home)
    program.begin((file,), "")
    tab = program.window.current
    assert tab
    wait(app, lambda: tab.is_settled and tab.session.marks.writable)
    tab.session.marks.do("Notes", [Edit(before=None, after=one) for one in annotations(count)])
    wait(app, lambda: tab.session.marks.is_saved)
    print(f"| {count:,} annotations | preview, s | away, ms | file, s | away, ms | cancelled, s |")
    print("|---|---|---|---|---|---|")
    for name in FORMATS:
        shown = preview(app, program, tab, name)
        written = export(app, program, tab, ExportWish(format=name), folder / f"{name}{FORMATS[name].suffix}")
        given_up = cancelled(app, program, tab, ExportWish(format=name), folder / f"no{FORMATS[name].suffix}")
        print(f"| {name} | {shown} | {written} | {given_up:.2f} |", flush=True)
    window = program.window
    window.close()
    wait(app, lambda: not window.isVisible())
    program.end()


def preview(app: QApplication, program: Program, tab: ReadingTab, name: str) -> str:
    dialog = program.desks.exporting.ask(tab)
    wait(app, lambda: dialog.counted)
    dialog._preview.say("")
    box = dialog._form._format
    found = measured(
        app, partial(box.setCurrentIndex, box.findData("ris" if name != "ris" else "odt")), lambda: dialog.counted
    )
    dialog._preview.say("")
    found = measured(app, partial(box.setCurrentIndex, box.findData(name)), lambda: dialog.counted)
    dialog.reject()
    return found


def export(app: QApplication, program: Program, tab: ReadingTab, wish: ExportWish, path: Path) -> str:
    begin = partial(program.desks.exporting.export, tab, wish, path)
    return measured(app, begin, lambda: path.exists() and str(path) in tab.notice.sentence)


def cancelled(app: QApplication, program: Program, tab: ReadingTab, wish: ExportWish, path: Path) -> float:
    """Seconds from the cancelling until it is over, as a task of the program's own is cancelled by its notice."""
    tasks: list[Callable[[], object]] = []
    say = tab.notice.say

    def heard(sentence: str, *offers: tuple[str, Callable[[], object]], **more: Any) -> None:
        tasks.extend(act for _, act in offers)
        say(sentence, *offers, **more)

    tab.notice.say = heard
    program.desks.exporting.export(tab, wish, path)
    wait(app, lambda: tasks or path.exists())
    start = perf_counter()
    if tasks:
        tasks[0]()
    wait(app, lambda: "cancelled" in tab.notice.sentence or path.exists())
    tab.notice.say = say
    path.unlink(missing_ok=True)
    return perf_counter() - start if tasks else 0.0


def measured(app: QApplication, act: Callable[[], object], until: Callable[[], object]) -> str:
    pulse, start = Pulse(), perf_counter()
    act()
    wait(app, until)
    return f"{perf_counter() - start:.2f} | {1000 * pulse.longest:.0f}"


def wait(app: QApplication, until: Callable[[], object]) -> None:
    wake = QTimer(interval=10)
    wake.start()
    deadline = perf_counter() + 60
    while not until():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if perf_counter() > deadline:
            raise SystemExit("that took more than a minute")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as name:
        main(int(sys.argv[1]) if len(sys.argv) == 2 else 10_000, Path(name))
