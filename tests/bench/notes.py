"""How long the window's thread is busy with the notes pane, in milliseconds.

    python tests/bench/notes.py [COUNT]

COUNT annotations (10,000 unless told otherwise) on 400 pages in 200 sections, whole publication, in a pane of 360 by
800 pixels drawn off screen. Each step is done as a reader would do it and ends when the pane is drawn again; a step
that is spread over several turns of the event loop is measured by its longest turn, which is what a reader can feel.
The pane has been laid out once before. Printed are the middle and the longest of the repetitions as a clock sees them,
and the longest of the thread's own work: the rest it waits for the thread that saves, or for the machine.
"""

import os
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from panes import AskedEngine, mark
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from zzpreader.model.annotation import Annotation, Highlight
from zzpreader.model.legend import COLOURS
from zzpreader.model.notebook import Change, Edit
from zzpreader.model.pages import Place
from zzpreader.model.publication import Publication
from zzpreader.program.application import TURN_S
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread
from zzpreader.ui.notes.cards import CardList
from zzpreader.ui.notes.editors import CommentEditor
from zzpreader.ui.notes.filters import FilterBar
from zzpreader.ui.notes.pane import NotesPane

PAGES = 400
SECTIONS = 200
TAGS = ("aanleiding", "argumenten", "financiën", "uitvoering", "wijk", "cijfers")
WORDS = ["de", "wijk", "is", "vaak", "te", "klein", "om", "zzp’ers", "sterker", "te", "maken", "harde", "cijfers"]


class Watched(QApplication):
    """Notes how long each event of the loop took; what an event sends on is part of it."""

    longest = 0.0
    longest_own = 0.0
    _depth = 0

    def notify(self, receiver, event) -> bool:
        if self._depth:
            return super().notify(receiver, event)
        self._depth += 1
        start, own = perf_counter(), thread_time()
        try:
            return super().notify(receiver, event)
        finally:
            self._depth -= 1
            self.longest = max(self.longest, perf_counter() - start)
            self.longest_own = max(self.longest_own, thread_time() - own)


def annotations(count: int) -> list[Annotation]:
    chance = random.Random(1)

    def words(most: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(chance.randint(3, most)))

    return [
        mark(
            n,
            chance.randrange(PAGES),
            chance.uniform(40, 760),
            color=chance.choice(COLOURS).name,
            quote=words(60),
            comment=words(30) if chance.random() < 0.5 else "",
            tags=tuple(chance.sample(TAGS, chance.randint(0, 2))),
            highlight=chance.choice(list(Highlight)),
        )
        for n in range(count)
    ]


def milliseconds(
    app: Watched, act: Callable[[], object], until: Callable[[], bool] = lambda: True
) -> tuple[float, float]:
    """The longest that the thread was busy: the step itself with the drawing it asks for, or a later turn."""
    app.longest = app.longest_own = 0.0
    start, own = perf_counter(), thread_time()
    act()
    busy, own = perf_counter() - start, thread_time() - own
    deadline = perf_counter() + 20
    for _ in range(3):
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    while not until() and perf_counter() < deadline:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for _ in range(3):
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    return 1000 * max(busy, app.longest), 1000 * max(own, app.longest_own)


def press(widget: QWidget, key: Qt.Key, text: str = "", modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


def main(count: int, folder: Path) -> None:  # noqa: C901, PLR0915 - one step after the other
    sys.setswitchinterval(TURN_S)
    app = Watched(sys.argv[:1])
    engine = AskedEngine()
    pages = Pages(engine)
    sections = Sections(engine, pages)
    engine.open(PAGES, [(1 + n % 2, f"Section {n}", n * PAGES // SECTIONS, 0.0) for n in range(SECTIONS)])
    home = Home(folder)
    home.prepare()
    thread = StoreThread()
    marks = Marks(thread, home)
    marks.use_tree(sections.tree)
    wait = QEventLoop()
    marks.loaded.connect(wait.quit)
    marks.open(Publication(id="urn:uuid:00000000-0000-4000-8000-000000000000"), "1f" * 32)
    wait.exec()
    marks.notebook.apply(Change("", tuple(Edit(before=None, after=one) for one in annotations(count))))
    marks.use_tree(sections.tree)
    pane = NotesPane(marks, sections, pages)
    pane.resize(360, 800)
    pane.show_section(sections.tree.sections[0])
    pane.show()
    filters, cards = pane.findChild(FilterBar), pane.findChild(CardList)
    assert filters
    assert cards
    filters.show_whole()
    bar = cards.verticalScrollBar()
    milliseconds(app, lambda: None)
    pane.activateWindow()
    results: dict[str, list[tuple[float, float]]] = {}

    def step(name: str, act: Callable[[], object], until: Callable[[], bool] = lambda: True) -> None:
        results.setdefault(name, []).append(milliseconds(app, act, until))

    ids = [one.id for one in marks.notebook.in_order(sections.tree)]
    chance = random.Random(2)
    for _ in range(9):
        step("hide the pane", pane.hide)
        step("open the pane again", pane.show)
    for n in range(40):
        step("scroll one notch", lambda: bar.setValue(bar.value() + 72))
        step("jump to another place", lambda n=n: bar.setValue(bar.maximum() * (n * 17 % 40) // 40))
    for _ in range(15):
        one = chance.choice(ids)
        pane.show_annotation(one)
        step("recolour one", lambda one=one: marks.recolour([one], chance.choice(COLOURS).name))
        step("tag one", lambda one=one: marks.set_tags([one], [f"tag {chance.random()}"]))
        step("delete one", lambda one=one: marks.delete([one]))
        step("undo", marks.undo)
    for _ in range(15):
        step("add a note", lambda: marks.add_note(Place(chance.randrange(PAGES), 300), text="new"))
    pane.edit_annotation(chance.choice(ids))
    editor = cards.findChild(CommentEditor)
    assert editor
    for letter in "een gedachte die groeit":
        step("a key in a comment", lambda letter=letter: press(editor, Qt.Key.Key_A, letter))
    press(editor, Qt.Key.Key_Escape)
    for n in range(3, 43):
        step("another section is read", lambda n=n: pane.show_section(sections.tree.sections[n]))
    line = filters._words
    for letter in "wijk cijfers":
        step("a key in the filter", lambda letter=letter: press(line, Qt.Key.Key_A, letter), settled(pane))
    step("clear the filter", line.clear, settled(pane))
    for _ in range(4):
        for button in filters._drawer._colours.values():
            step("a colour in the filter", button.click, settled(pane))
    for _ in range(5):
        step("choose all", lambda: press(cards, Qt.Key.Key_A, "", Qt.KeyboardModifier.ControlModifier))
        step("choose one", lambda: press(cards, Qt.Key.Key_Home))
    print(f"{count} annotations{'middle':>20} longest own work")
    for name, found in results.items():
        clock, own = zip(*found, strict=True)
        print(f"{name:30} {median(clock):6.1f} {max(clock):7.1f} {max(own):7.1f} ms")
    pane.hide()
    marks.close()
    thread.close()


def settled(pane: NotesPane) -> Callable[[], bool]:
    """Whether no timer of the pane is running: what was typed has been answered."""
    return lambda: not any(timer.isActive() for timer in pane.findChildren(QTimer))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        main(int(sys.argv[1]) if len(sys.argv) == 2 else 10_000, Path(folder))
