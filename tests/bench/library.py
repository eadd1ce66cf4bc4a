"""How long the window's thread is busy with the library and the command palette, in milliseconds.

    python tests/bench/library.py [COUNT]

COUNT publications (1,000 unless told otherwise) in a table of 1,300 by 700 pixels drawn off screen. Each step ends when
the table is drawn again. Printed are the middle and the longest of the repetitions, of the thread's own work.
"""

import os
import random
import sys
from collections.abc import Callable
from itertools import islice
from statistics import median
from time import thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QLineEdit, QTreeView

from zzpreader.model.about import About
from zzpreader.model.library import Counts, PublicationRow, Sort
from zzpreader.model.settings import LibraryState
from zzpreader.model.titles import Titled, Titles
from zzpreader.ui.command_palette.entries import Entry
from zzpreader.ui.command_palette.finding import MOST_BEYOND, Finding
from zzpreader.ui.library.view import LibraryView

PUBLICATIONS, SECTIONS = 200, 160
WORDS = ["wonen", "zorg", "zzp’ers", "stad", "economie", "beleid", "wijk", "cijfers", "verslag", "onderzoek", "lessen"]


def timed(step: Callable[[], object], times: int = 9) -> str:
    took: list[float] = []
    for _ in range(times):
        began = thread_time()
        step()
        took.append((thread_time() - began) * 1000)
    return f"{median(took):.1f} | {max(took):.1f}"


def main(count: int) -> None:
    app = QApplication([])
    pick = random.Random(1)
    rows = [
        PublicationRow(
            id=f"urn:uuid:{n}",
            about=About(title=" ".join(pick.choices(WORDS, k=6)), author=pick.choice(WORDS), issued=str(1990 + n % 35)),
            collections=tuple(pick.sample(WORDS, n % 3)),
            tags=tuple(pick.sample(WORDS, n % 2)),
            opened=f"2026-11-{n % 28 + 1:02}T10:00:00.000Z",
            file="x",
            counts=Counts(n % 12, n % 5, n % 40),
        )
        for n in range(count)
    ]
    view = LibraryView(LibraryState())
    view.resize(1300, 700)
    view.show()
    table, words = view.findChild(QTreeView), view.findChild(QLineEdit)

    def drawn(step: Callable[[], object]) -> Callable[[], object]:
        return lambda: (step(), app.processEvents(), view.grab())

    columns = iter([Sort.TITLE, Sort.AUTHOR, Sort.LESSONS, Sort.NOTES, Sort.OPENED] * 5)
    typed = iter(["z", "zz", "zzp", "zzpe", "w", "wo", "won", "wone", "wonen"] * 2)
    bar = table.verticalScrollBar()
    print(f"show {count} publications |", timed(drawn(lambda: view.show_rows(list(rows)))))
    print("scroll a screen |", timed(drawn(lambda: bar.setValue(bar.value() + 600))))
    print(
        "sort by another column |",
        timed(drawn(lambda: table.sortByColumn(next(columns), table.header().sortIndicatorOrder()))),
    )
    print("a key in the filter |", timed(drawn(lambda: words.setText(next(typed)))))
    entries = [Entry("Publicatie", row.about.title, lambda: None, "book-open") for row in rows]
    finding = Finding([lambda: entries])
    finding.look_for("")
    print("open the command palette: the first slice |", timed(lambda: (finding.look_for(""), finding.go_on(0.004))))
    print("a key in the palette, until all is judged |", timed(lambda: (finding.look_for("zw st"), finding.go_on(9))))
    closed = [
        Titles(Titled(str(n), " ".join(pick.choices(WORDS, k=5)), str(n)) for n in range(SECTIONS))
        for _ in range(PUBLICATIONS)
    ]
    for asked in (["wijk", "zorg"], ["xyzzy"]):
        print(
            f"the first {MOST_BEYOND} of {SECTIONS * PUBLICATIONS} closed sections with “{' '.join(asked)}” |",
            timed(lambda: list(islice((one for some in closed for one in some.with_words(asked)), MOST_BEYOND))),  # noqa: B023
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
