"""The reader's rules for printed page numbers: one step each, obeyed by labels, sections and the worker."""

import pytest
from msgspec.structs import replace
from panes import AskedEngine

from zzpreader.engine.queue import Lane
from zzpreader.model.publication import Publication
from zzpreader.model.records import LabelRule
from zzpreader.session.marks import Marks
from zzpreader.session.numbering import Numbering
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread
from zzpreader.wire import ReadStructure

SPREADS = LabelRule(first=2, printed="2", per_page=2)


@pytest.fixture
def desk(tmp_path, qtbot):
    engine, thread = AskedEngine(), StoreThread()
    pages = Pages(engine)
    sections = Sections(engine, pages)
    engine.open(5, [(1, "A", 0, 0.0), (1, "B", 3, 50.0)])
    marks = Marks(thread, Home(tmp_path / "home"))

    def obey():
        pages.use_rules(marks.notebook.label_rules)
        sections.use_rules(marks.notebook.label_rules)

    marks.edited.connect(obey)
    with qtbot.waitSignal(marks.loaded):
        marks.open(Publication(id="urn:uuid:00000000-0000-4000-8000-000000000000"), "1f" * 32)
    yield engine, pages, sections, marks, Numbering(marks, pages)
    marks.close()
    assert thread.close()


def test_a_rule_is_obeyed_undone_and_redone(desk):
    _, pages, sections, marks, numbering = desk
    numbering.set_rules([SPREADS])
    assert [pages.labels.shown(page) for page in range(5)] == ["1", "2", "2–3", "4–5", "6–7"]
    assert sections.tree.sections[1].label == "4–5"
    marks.undo()
    assert not pages.labels.has_spreads
    marks.redo()
    assert pages.labels.is_spread(4)


def test_the_later_of_two_rules_holds_and_both_keep_their_ids(desk):
    _, pages, _, _, numbering = desk
    numbering.set_rules([SPREADS, LabelRule(first=4, printed="xi")])
    assert pages.labels.names[3:] == (("4", "5"), ("xi",))
    before = numbering.rules
    numbering.set_rules([before[0], replace(before[1], printed="c")])
    assert [rule.id for rule in numbering.rules] == [rule.id for rule in before]
    assert pages.labels.names[4] == ("c",)
    numbering.set_rules(numbering.rules[1:])
    assert not pages.labels.has_spreads


def test_pages_of_one_size_are_counted_together(desk):
    _, pages, _, marks, numbering = desk
    rule = numbering.count_by(1, 2)
    assert (rule.first, rule.last, rule.printed) == (1, 4, "2")
    assert pages.labels.names[1:3] == (("2", "3"), ("4", "5"))
    numbering.count_by(1, 1)
    assert not pages.labels.has_spreads
    assert marks.undo_name == "Change page numbers"


def test_a_preview_changes_nothing(desk):
    _, pages, _, marks, numbering = desk
    assert numbering.labels_by([SPREADS]).shown(2) == "2–3"
    assert pages.labels.shown(2) == "3"
    assert marks.undo_name is None


def test_sections_are_derived_anew_with_what_the_reader_says(desk):
    engine, _, sections, _, numbering = desk
    numbering.set_rules([SPREADS])
    assert not sections.is_settled
    asked = [one for one in engine.wanted[Lane.WHOLE] if isinstance(one, ReadStructure)]
    assert asked == [ReadStructure(5, rules=(SPREADS,))]
    numbering.set_rules(numbering.rules)
    assert asked == [one for one in engine.wanted[Lane.WHOLE] if isinstance(one, ReadStructure)]
