"""The find bar and the list of results, around a search with a stand-in for the worker."""

import pytest
from panes import AskedEngine, found_on
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QTreeView

from zzpreader.engine.queue import Lane
from zzpreader.model.pages import Labels
from zzpreader.model.query import read_query
from zzpreader.session.pages import Pages
from zzpreader.session.search import Search
from zzpreader.session.sections import Sections
from zzpreader.ui.buttons import IconButton
from zzpreader.ui.empty import EmptyState
from zzpreader.ui.find.bar import FindBar
from zzpreader.ui.find.model import Role
from zzpreader.ui.find.results import ResultsPane

OUTLINE = [(1, "One", 0, 0.0), (1, "Two", 2, 0.0)]


@pytest.fixture
def engine():
    return AskedEngine()


@pytest.fixture
def sections(engine):
    return Sections(engine, Pages(engine))


@pytest.fixture
def search(engine, sections):
    pages = sections._pages
    search = Search(engine, pages, sections)
    engine.open(40, OUTLINE)
    return search


@pytest.fixture
def bar(search, qtbot):
    bar = FindBar(search)
    qtbot.addWidget(bar)
    bar.open()
    qtbot.waitUntil(bar.isVisible)
    return bar


@pytest.fixture
def results(search, sections, qtbot):
    pane = ResultsPane(search, sections)
    qtbot.addWidget(pane)
    pane.resize(320, 400)
    pane.show()
    return pane


def line(bar) -> QLineEdit:
    return bar.findChild(QLineEdit)


def said(bar) -> str:
    return " ".join(label.text() for label in bar.findChildren(QLabel))


def button(bar, words: str) -> IconButton:
    return next(one for one in bar.findChildren(IconButton) if one.text() == words)


def asked(engine) -> str:
    return " ".join(engine.wanted[Lane.SEARCH][0].query.any_of[0].all_of[0].words)


def test_what_is_typed_is_searched_after_a_short_quiet(bar, engine, search, qtbot):
    bar.from_page = 20
    qtbot.keyClicks(line(bar), "zzp")
    assert search.words == ""
    qtbot.waitUntil(lambda: search.words == "zzp")
    assert asked(engine) == "zzp"
    assert engine.wanted[Lane.SEARCH][0].first == 20


def test_two_letters_wait_longer_for_the_next_one_than_words_do(bar, engine, search, qtbot):
    (quiet,) = bar.findChildren(QTimer)
    qtbot.keyClicks(line(bar), "zz")
    after_two = quiet.interval()
    qtbot.keyClicks(line(bar), "p")
    assert 0 < quiet.interval() < after_two
    assert search.words == ""


def test_a_single_letter_is_searched_on_enter_only(bar, engine, search, qtbot):
    qtbot.keyClicks(line(bar), "e")
    qtbot.keyClick(line(bar), Qt.Key.Key_Return)
    assert asked(engine) == "e"


def test_the_count_says_which_of_how_many(bar, engine, search, qtbot):
    bar.open("zzp")
    assert "Searching…" in said(bar)
    engine.answer(Lane.SEARCH, found_on({1: 2, 9: 1}))
    assert "1 of 3" in said(bar)
    qtbot.keyClick(line(bar), Qt.Key.Key_Return)
    assert "2 of 3" in said(bar)
    qtbot.keyClick(line(bar), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert "1 of 3" in said(bar)


def test_the_buttons_go_to_the_next_and_the_previous_hit(bar, engine, search, qtbot):
    assert not button(bar, "Next hit").isEnabled()
    bar.open("zzp")
    engine.answer(Lane.SEARCH, found_on({1: 3}))
    qtbot.mouseClick(button(bar, "Previous hit"), Qt.MouseButton.LeftButton)
    assert search.number == 3
    qtbot.mouseClick(button(bar, "Next hit"), Qt.MouseButton.LeftButton)
    assert search.number == 1


def test_words_that_do_not_occur_are_said_to_have_no_hits(bar, engine, search):
    bar.open("zzp")
    engine.answer(Lane.SEARCH, found_on({}))
    assert "No hits" in said(bar)


def test_an_option_searches_anew(bar, engine, search, qtbot):
    bar.open("zzp")
    engine.answer(Lane.SEARCH, found_on({}))
    qtbot.mouseClick(button(bar, "Match case"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(bar, "Whole words"), Qt.MouseButton.LeftButton)
    request = engine.wanted[Lane.SEARCH][0]
    assert (request.query.match_case, request.query.whole_words) == (True, True)


def test_what_is_no_regular_expression_is_said(bar, engine, search, qtbot):
    qtbot.mouseClick(button(bar, "Regular expression"), Qt.MouseButton.LeftButton)
    bar.open("(wijk")
    assert "Not a regular expression" in said(bar)
    line(bar).setText("wijk.*")
    qtbot.keyClick(line(bar), Qt.Key.Key_Return)
    assert engine.wanted[Lane.SEARCH][0].query.is_regex


def test_exactly_as_typed_is_a_switch(bar, engine, search, qtbot):
    bar.open("Zzp’er")
    qtbot.mouseClick(button(bar, "Exactly as typed: accents, hyphens and apostrophes count"), Qt.MouseButton.LeftButton)
    assert engine.wanted[Lane.SEARCH][0].query == read_query("Zzp’er", exact=True)


def test_emptying_the_line_ends_the_search(bar, engine, search, qtbot):
    bar.open("zzp")
    engine.answer(Lane.SEARCH, found_on({1: 3}))
    line(bar).clear()
    assert search.hits == []
    assert said(bar).strip() == ""


def test_escape_closes_the_bar(bar, qtbot):
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(line(bar), Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_everything_in_the_bar_has_a_name_and_a_fair_size(bar):
    for one in bar.findChildren(IconButton):
        assert one.accessibleName()
        assert min(one.width(), one.height()) >= 24
    assert line(bar).accessibleName()


# the list


def tree(results) -> QTreeView:
    return results.findChild(QTreeView)


def listed(results) -> list[tuple[str, int]]:
    model = tree(results).model()
    tops = [model.index(row, 0) for row in range(model.rowCount())]
    return [(top.data(), model.rowCount(top)) for top in tops]


def hit_index(results, group: int, row: int) -> QModelIndex:
    model = tree(results).model()
    return model.index(row, 0, model.index(group, 0))


def test_hits_are_listed_under_their_sections(results, engine, search):
    search.start("zzp")
    engine.answer(Lane.SEARCH, found_on({0: 1, 1: 2, 9: 1}))
    assert listed(results) == [("One", 3), ("Two", 1)]
    spoken = hit_index(results, 1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "before match after 9.0, page 10"


def test_hits_are_listed_by_the_numbers_printed_on_their_pages(results, engine, search, sections):
    """Also on the halves of a spread, and when the numbers are known only after the hits."""
    search.start("zzp")
    engine.answer(Lane.SEARCH, found_on({0: 1, 3: 1}))
    pages = [hit_index(results, group, 0).data(Role.PAGE) for group in (0, 1)]
    assert pages == ["1", "4"]
    sections._pages.use_labels(Labels([("ii", "iii"), ("iv", "v"), ("vi", "vii"), ("2", "3")] + [("9",)] * 36))
    assert [hit_index(results, group, 0).data(Role.PAGE) for group in (0, 1)] == ["ii", "2"]
    assert hit_index(results, 1, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("page 2")


def test_hits_that_stream_in_are_listed_before_the_search_ends(results, engine, search, qtbot):
    search.start("zzp")
    engine.answer(Lane.SEARCH, found_on({0: 1}), count=1)
    qtbot.waitUntil(lambda: listed(results) == [("One", 1)])
    assert search.is_running


def test_a_click_on_a_hit_goes_there(results, engine, search, qtbot):
    search.start("zzp")
    engine.answer(Lane.SEARCH, found_on({0: 1, 9: 1}))
    where = tree(results).visualRect(hit_index(results, 1, 0)).center()
    with qtbot.waitSignal(results.go_to) as went:
        qtbot.mouseClick(tree(results).viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert went.args[0].page == 9
    assert search.current == went.args[0]


def test_the_list_follows_the_current_hit(results, engine, search):
    search.start("zzp")
    engine.answer(Lane.SEARCH, found_on({0: 1, 9: 2}))
    search.go(1)
    assert tree(results).currentIndex() == hit_index(results, 1, 0)


def test_a_folded_section_stays_folded_while_hits_stream_in(results, engine, search, qtbot):
    search.start("zzp")
    engine.answer(Lane.SEARCH, found_on({0: 1, 9: 1}), count=1)
    qtbot.waitUntil(lambda: len(listed(results)) == 1)
    tree(results).collapse(tree(results).model().index(0, 0))
    engine.answer(Lane.SEARCH, found_on({0: 1, 9: 1}))
    assert not tree(results).isExpanded(tree(results).model().index(0, 0))
    assert tree(results).isExpanded(tree(results).model().index(1, 0))


def test_without_hits_the_list_says_what_to_do(results, engine, search):
    empty = results.findChild(EmptyState)
    assert empty.sentence == "Press Ctrl+F and type the words you are looking for."
    search.start("zzp")
    engine.answer(Lane.SEARCH, found_on({}))
    assert empty.sentence == "These words do not occur in this publication."


def test_one_hit_is_not_counted_as_several(results, bar, engine):
    bar.open("zzp")
    engine.answer(Lane.SEARCH, found_on({1: 1}))
    assert "1 hit · 1 section" in said(results)


def test_many_hits_are_counted_in_the_way_of_the_language(results, bar, engine):
    bar.open("zzp")
    engine.answer(Lane.SEARCH, found_on({1: 1200}))
    assert "1,200 hits · 1 section" in said(results)
