"""What reading costs with 100,000 annotations in the library and 10,000 of them in the publication that is read.

    python tests/bench/many_notes.py [--publications 450] [--each 200] [--here 10000]

The real window, of 1,600 by 1,000 pixels off screen, each time in a process of its own: a library with nothing but the
publication, then one with as many notes as that. Printed are the window's own processor time in ms for the start, for
opening until page and notes are there, for a page turned, for a mark made (with all that they set off until a second
later; middle, and the longest in brackets) and for the table of the library until all is counted; how long that lasts;
until words in notes are in the index, and until they are found; and the memory of all processes after opening and at
the end (PSS). Linux.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from panes import mark
from search import memory_mb
from size import _publication, _told

from zzpreader.model.annotation import Annotation
from zzpreader.model.notebook import Edit
from zzpreader.model.publication import Edition, Publication
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.notebooks import NotebookFile

if TYPE_CHECKING:
    from zzpreader.program.run import Program

PAGES = 400
T = TypeVar("T")
_LONGEST_S = 120
WORDS = ["de", "wijk", "is", "vaak", "te", "klein", "om", "zzp’ers", "sterker", "te", "maken", "harde", "cijfers"]
SOUGHT = "sterker"


def note(number: int, page: int) -> Annotation:
    said = " ".join(WORDS[(number + n) % len(WORDS)] for n in range(8))
    return mark(number, page, y=90.0 + 7 * (number // PAGES % 100), quote=said, comment=said if number % 3 == 0 else "")


def fill(home: Home, file: Path, here: int, publications: int, each: int) -> None:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    library = Library(home)
    for n in range(publications):
        edition = Edition(sha256=f"{n:064}", pages=PAGES, size=n)
        _write(home, library.opened(edition, file.parent / f"{n}.pdf", title=f"Publicatie {n}"), n, each)
    edition = Edition(sha256=digest, pages=PAGES, size=file.stat().st_size)
    _write(home, library.opened(edition, file, title="Hier"), publications, here)


def _write(home: Home, publication: Publication, part: int, count: int) -> None:
    if count:
        notebook = NotebookFile(home.notebook(publication.id), publication)
        made: Iterable[Annotation] = (note(part * 100_000 + n, n % PAGES) for n in range(count))
        notebook.save({one.id: one for one in made})
        notebook.close()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--publications", type=int, default=450)
    parser.add_argument("--each", type=int, default=200)
    parser.add_argument("--here", type=int, default=10_000)
    parser.add_argument("--alone", action="store_true", help="in this process, with just these")
    options = parser.parse_args()
    if options.alone:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["ZZPREADER_HOME"] = folder
            measure(Path(folder), options.here, options.publications, options.each)
        return
    print(
        "| notes here, in all | start | opened | turn | mark | table | all counted, s | in the index, s | found, ms |",
        end="",
    )
    print(" MB opened | MB at the end |\n|---|---|---|---|---|---|---|---|---|---|---|", flush=True)
    for here, publications in ((0, 0), (options.here, options.publications)):
        counts = ["--here", str(here), "--publications", str(publications), "--each", str(options.each)]
        subprocess.run([sys.executable, __file__, "--alone", *counts], check=True)


def measure(folder: Path, here: int, publications: int, each: int) -> None:
    home, file = Home(), folder / "here.pdf"
    home.prepare()
    file.write_bytes(_publication(PAGES))
    fill(home, file, here, publications, each)
    program, started = timed(lambda: start(home))
    _, opened = timed(lambda: open_file(program, file))
    told = [f"{here:,}, {here + publications * each:,}", f"{started:.0f}", f"{opened:.0f}"]
    after_opening = memory_mb(os.getpid())
    tab = program.window.current
    assert tab
    made = iter(range(10**7, 10**8))
    marks, seen = tab.session.marks, tab.session.pictures
    told += [
        _told(lambda: tab.view.turn_page(1)),
        _told(lambda: marks.do("mark", [Edit(before=None, after=note(next(made), seen.pages_seen[0]))])),
    ]
    began = perf_counter()
    _, table = timed(lambda: show_library(program, publications))
    told += [f"{table:.0f}", f"{perf_counter() - began:.1f}", *search(program, here)]
    print(f"| {' | '.join([*told, f'{after_opening:.0f}', f'{memory_mb(os.getpid()):.0f}'])} |", flush=True)
    program.window.close()
    program.end()


def timed(step: Callable[[], T]) -> tuple[T, float]:
    began = process_time()
    return step(), 1000 * (process_time() - began)


def wait(until: Callable[[], bool]) -> None:
    from PySide6.QtTest import QTest

    ends = perf_counter() + _LONGEST_S
    while not until():
        if perf_counter() > ends:
            raise SystemExit("it does not come")
        QTest.qWait(10)


def start(home: Home) -> "Program":
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from zzpreader.program.run import Program

    program = Program(QApplication(sys.argv[:1]), home)
    program.window.resize(1600, 1000)
    program.window.show()
    program.begin([], "")
    QTest.qWait(2000)
    return program


def open_file(program: "Program", file: Path) -> None:
    program.open_file(file)
    tab = program.window.current
    assert tab
    wait(lambda: tab.is_settled)


def show_library(program: "Program", publications: int) -> None:
    program.desks._show_library()
    wait(lambda: sum(row.counts is not None for row in program.desks.holdings.rows) > publications)


def search(program: "Program", here: int) -> list[str]:
    program.desks._search_library()
    found = program.desks.searching._search
    began = perf_counter()
    wait(lambda: not found.is_filling and found.progress is not None)
    filled = perf_counter() - began
    answers: list[float] = []
    for _ in range(5):
        complete: list[bool] = []
        take = found.answered.connect(lambda answer, complete=complete: complete.append(answer.is_complete))
        began = perf_counter()
        found.start(SOUGHT)
        wait(lambda complete=complete: any(complete))
        answers.append(1000 * (perf_counter() - began))
        found.answered.disconnect(take)
    return [f"{filled:.1f}", f"{median(answers):.0f}"]


if __name__ == "__main__":
    main()
