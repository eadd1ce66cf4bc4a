"""Whatever a reader does: all of it undone is the state before, and what is shown is what lies on the disk."""

import tempfile
from contextlib import ExitStack
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from panes import AskedEngine
from PySide6.QtWidgets import QApplication
from session.test_marks import page_text

from zzpreader.model.annotation import Highlight
from zzpreader.model.geometry import Rect
from zzpreader.model.notebook import Notebook
from zzpreader.model.pages import Half, Place
from zzpreader.model.publication import Publication
from zzpreader.model.records import LabelRule, Move, Status
from zzpreader.model.sections import Kind
from zzpreader.model.selectors import Segment
from zzpreader.session.editing import TreeEditing
from zzpreader.session.marks import Marks
from zzpreader.session.numbering import Numbering
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.session.standings import Standings
from zzpreader.store.home import Home
from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.thread import StoreThread

PUBLICATION = Publication(id="urn:uuid:00000000-0000-4000-8000-000000000000")
OUTLINE = [(1, "A", 0, 0.0), (2, "B", 1, 50.0), (3, "C", 2, 0.0), (1, "D", 3, 0.0), (1, "Les 3", 4, 0.0)]
WORDS = page_text("Harde cijfers helpen echt, en " + "ook " * 10 + "hier.")


class Desk:
    """The parts of a session that change the notebook, joined as the session joins them; without a worker."""

    def __init__(self, folder, qtbot):
        self.home, self.thread = Home(folder), StoreThread()
        engine = AskedEngine()
        self._engine = engine
        self.pages = Pages(engine)
        self.sections = Sections(engine, self.pages)
        engine.open(5, OUTLINE)
        self.marks = Marks(self.thread, self.home)
        self.editing = TreeEditing(self.marks, self.sections)
        self.numbering = Numbering(self.marks, self.pages)
        self.standings = Standings(self.marks, self.sections)
        self.pages.changed.connect(self._tell_paper)
        self.sections.changed.connect(self._tell_tree)
        self.marks.loaded.connect(self._tell_corrections)
        self.marks.edited.connect(self._tell_corrections)
        self._tell_paper()
        self._tell_tree()
        loaded: list[bool] = []
        self.marks.loaded.connect(lambda: loaded.append(True))
        self.marks.open(PUBLICATION, "1f" * 32)
        qtbot.waitUntil(lambda: bool(loaded))
        self.marks._renewing.finish()  # else the sections of some follow a turn later
        self.shown = Notebook(self.marks.notebook.records)
        self.marks.edited.connect(self.shown.apply)

    def state(self):
        marks = self.marks
        return by_id(marks.notebook), self.sections.tree.sections, self.pages.labels.names

    def close(self):
        self.marks.close()
        assert self.thread.close()
        QApplication.processEvents()

    def _tell_paper(self):
        self.marks.use_paper(self.pages.labels, lambda page: self.pages.page(page).size.width)

    def _tell_tree(self):
        self.marks.use_tree(self.sections.tree, found=self.sections.found)

    def _tell_corrections(self):
        self.sections.use_records(self.marks.notebook.section_records)
        self.pages.use_rules(self.marks.notebook.label_rules)
        self.sections.use_rules(self.marks.notebook.label_rules)


def by_id(notebook):
    return {record.id: record for record in notebook.records}


def mark(desk, pick, words):
    start = pick(range(20))
    segment = Segment(pick(range(5)), start, start + 1 + pick(range(40)), WORDS)
    desk.marks.add_mark(pick(list(Highlight)), "yellow", [segment], comment=words)


def note(desk, pick, words):
    page = pick(range(5))
    half = pick(list(Half)) if desk.pages.labels.is_spread(page) else None
    desk.marks.add_note(Place(page, 100.0 * pick(range(7)), half), text=words)


def area(desk, pick, _):
    left = 70.0 * pick(range(6))
    desk.marks.add_area(pick(range(5)), Rect(left, 20.0, left + 200, 400.0), "blue")


def some(desk, pick):
    ids = [one.id for one in desk.marks.notebook]
    return [pick(ids), pick(ids)] if ids else []


def section(desk, pick):
    return pick([one.id for one in desk.sections.tree] or ["none"])


def comment(desk, pick, words):
    for id_ in some(desk, pick):
        desk.marks.write_comment(id_, words)


def rules(desk, pick, _):
    made = LabelRule(first=pick(range(5)), printed=pick(["2", "xi", None]), per_page=pick([1, 2]))
    desk.numbering.set_rules([*desk.numbering.rules[pick([0, 0, 1]) :], made])


STEPS = {
    "mark": mark,
    "note": note,
    "area": area,
    "bookmark": lambda d, p, w: d.marks.add_bookmark(Place(p(range(5)), 10.0), w),
    "sheet": lambda d, p, w: d.marks.write_sheet(p([None, section(d, p)]), w),
    "outline": lambda d, p, w: d.marks.outline_sheet(section(d, p), f"# {w}"),
    "comment": comment,
    "rest": lambda d, p, w: d.marks.finish_typing(),
    "recolour": lambda d, p, w: d.marks.recolour(some(d, p), p(["red", "blue", None])),
    "restyle": lambda d, p, w: d.marks.restyle(some(d, p), p(list(Highlight))),
    "tag": lambda d, p, w: d.marks.retag(some(d, p), [w], ["x"]),
    "delete": lambda d, p, w: d.marks.delete(some(d, p)),
    "status": lambda d, p, w: d.standings.set_status([section(d, p)], p(list(Status))),
    "owner": lambda d, p, w: d.standings.describe([section(d, p)], owner=w, date=p(["", "2026-01-31"])),
    "section": lambda d, p, w: d.editing.add(w, Place(p(range(5)), 33.0), level=p(range(3)), kind=p([None, *Kind])),
    "rename": lambda d, p, w: d.editing.rename(section(d, p), w),
    "shift": lambda d, p, w: d.editing.shift([section(d, p)], p([1, -1])),
    "move": lambda d, p, w: d.editing.move([section(d, p)], Move(under=p([None, section(d, p)]))),
    "aside": lambda d, p, w: d.editing.step_aside([section(d, p)], p([1, -1])),
    # Not the last: a tree without sections knows nothing, and marks then stay with the section that they had.
    "remove": lambda d, p, w: len(d.sections.tree) > 2 and d.editing.remove([section(d, p), section(d, p)]),
    "accept": lambda d, p, w: d.editing.accept([section(d, p)]),
    "forget": lambda d, p, w: d.editing.forget(),
    "rules": rules,
    "undo": lambda d, p, w: d.marks.undo(),
    "redo": lambda d, p, w: d.marks.redo(),
}

WORD = st.sampled_from(["", "a", "Les 4", "een heel ander verhaal"])


@settings(
    max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    before=st.lists(st.tuples(st.sampled_from(list(STEPS)), WORD), max_size=4),
    steps=st.lists(st.tuples(st.sampled_from(list(STEPS)), WORD), min_size=1, max_size=12),
    random=st.randoms(use_true_random=False),
)
def test_any_sequence_undone_is_the_state_before_and_the_disk_holds_what_is_shown(qtbot, before, steps, random):
    with tempfile.TemporaryDirectory() as folder, ExitStack() as open_desks:

        def opened():
            desk = Desk(Path(folder), qtbot)
            open_desks.callback(desk.close)
            return desk

        def do(desk, steps):
            for name, word in steps:
                STEPS[name](desk, random.choice, word)
                assert by_id(desk.shown) == by_id(desk.marks.notebook)

        desk = opened()
        do(desk, before)
        saved = desk.state()
        open_desks.close()

        desk = opened()
        assert desk.state() == saved
        do(desk, steps)
        end, done = desk.state(), 0
        while desk.marks.undo_name:
            desk.marks.undo()
            done += 1
        assert desk.state() == saved
        for _ in range(done):
            desk.marks.redo()
        assert desk.state() == end
        open_desks.close()
        assert by_id(Notebook(in_file(desk.home))) == end[0]


def in_file(home):
    file = NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION, write=False)
    file.close()
    return file.records
