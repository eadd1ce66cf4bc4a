"""What reading costs in a small publication and in a large one: it should be the same.

    python tests/bench/size.py

The real window, of 1,600 by 1,000 pixels off screen, on a publication of our own making: 100 pages; 10,000 pages; 100
pages with 10,000 highlights. Printed is, for each, the window's own processor time in ms (middle, and the longest in
brackets) for a page turned, a jump, a step of scrolling and a zoom step, each with all that it sets off until a second
later; and for opening, until the page is drawn and all sizes are known.
"""

import os
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pdf_files import raw_pdf, stream

if TYPE_CHECKING:
    from zzpreader.program.run import Program
    from zzpreader.ui.window.tab import ReadingTab

_TIMES = 9
_AFTER_MS = 1000
_OPEN_SECONDS = 300


def main() -> None:
    from PySide6.QtWidgets import QApplication

    from zzpreader.program.run import Program
    from zzpreader.store.home import Home

    home = Home()
    home.prepare()
    program = Program(QApplication(sys.argv[:1]), home)
    program.window.resize(1600, 1000)
    program.window.show()
    print("|  | open, s | turn | jump | scroll | zoom |\n|---|---|---|---|---|---|")
    for name, pages, marks in (("small", 100, 0), ("pages", 10_000, 0), ("marks", 100, 10_000)):
        file = Path(os.environ["ZZPREADER_HOME"]) / f"{name}.pdf"
        file.write_bytes(_publication(pages))
        tab, seconds = _opened(program, file)
        if marks:
            _mark(tab, pages, marks)
        steps = " | ".join(_told(step) for step in _steps(tab, pages))
        print(f"| {pages:,} pages, {marks:,} marks | {seconds:.1f} | {steps} |", flush=True)
    program.window.close()
    program.end()


def _publication(pages: int) -> bytes:
    kids = " ".join(f"{2 * n + 4} 0 R" for n in range(pages))
    objects: dict[int, str | bytes] = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {pages}/Kids[{kids}]/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>>>",
        3: "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    }
    for n in range(pages):
        lines = "".join(f"(Line {line} of page {n + 1}) Tj 0 -16 Td " for line in range(40))
        objects[2 * n + 4] = f"<</Type/Page/Parent 2 0 R/Contents {2 * n + 5} 0 R>>"
        objects[2 * n + 5] = stream(f"BT /F 12 Tf 60 760 Td {lines}ET")
    return raw_pdf(objects)


def _opened(program: "Program", file: Path) -> "tuple[ReadingTab, float]":
    from PySide6.QtTest import QTest

    began, until = process_time(), perf_counter() + _OPEN_SECONDS
    program.open_file(file)
    tab = program.window.current
    assert tab
    while not (tab.view.is_drawn and tab.session.pages.is_complete):
        if perf_counter() > until:
            raise SystemExit("it does not open")
        QTest.qWait(20)
    return tab, process_time() - began


def _mark(tab: "ReadingTab", pages: int, marks: int) -> None:
    from panes import mark
    from PySide6.QtTest import QTest

    from zzpreader.model.notebook import Edit

    while not tab.is_settled:
        QTest.qWait(20)
    made = [mark(n, n % pages, y=90.0 + 7 * (n // pages % 100)) for n in range(marks)]
    tab.session.marks.do("marks", [Edit(before=None, after=one) for one in made])
    QTest.qWait(3 * _AFTER_MS)


def _steps(tab: "ReadingTab", pages: int) -> list[Callable[[], object]]:
    from zzpreader.model.pages import Place

    view, chance = tab.view, random.Random(1)
    bar = view.verticalScrollBar()
    return [
        lambda: view.turn_page(1),
        lambda: view.go_to(Place(chance.randrange(pages))),
        lambda: bar.setValue(bar.value() + 5),
        lambda: view.zoom_in() if chance.random() < 0.5 else view.zoom_out(),
    ]


def _told(step: Callable[[], object]) -> str:
    from PySide6.QtTest import QTest

    took: list[float] = []
    for _ in range(_TIMES):
        began = process_time()
        step()
        QTest.qWait(_AFTER_MS)
        took.append(1000 * (process_time() - began))
    return f"{median(took):.1f} ({max(took):.1f})"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ZZPREADER_HOME"] = folder
        main()
