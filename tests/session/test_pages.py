"""How large the pages are, before and after that is known."""

from panes import AskedEngine

from zzpreader.engine.queue import Lane
from zzpreader.model.geometry import Size
from zzpreader.model.pages import Labels, Page
from zzpreader.session.pages import A4, Pages
from zzpreader.wire import Failed, Opened, PagesRead, Reason

FIRST, OTHER = Page(Size(600, 800), label="i"), Page(Size(300, 900), 90, "ii")


def test_pages_are_taken_to_be_like_the_first_until_they_are_read(qtbot):
    engine = AskedEngine()
    pages = Pages(engine)
    with qtbot.waitSignal(pages.changed):
        engine.opened.emit(Opened(pages=3, first=FIRST))
    assert pages.count == 3
    assert pages.page(2) == Page(Size(600, 800))
    assert pages.labels.shown(0) == "i"
    with qtbot.waitSignal(pages.changed):
        engine.answer(Lane.PAGES, lambda _: PagesRead((FIRST, OTHER, OTHER)))
    assert pages.page(2) == OTHER
    assert pages.labels.shown(1) == "ii"


def test_many_pages_are_read_in_pieces_and_told_of_together(qtbot):
    engine = AskedEngine()
    pages = Pages(engine)
    engine.opened.emit(Opened(pages=1200, first=FIRST))
    asked = [(one.first, one.count) for one in engine.wanted[Lane.PAGES]]
    assert sum(count for _, count in asked) == 1200
    assert asked[:2] == [(0, 50), (50, 50)]
    told: list[None] = []
    pages.changed.connect(lambda: told.append(None))
    engine.answer(Lane.PAGES, lambda asked: PagesRead((OTHER,) * asked.count))
    assert len(told) == 1
    assert pages.page(1199) == OTHER


def test_a_page_that_cannot_be_read_keeps_its_number():
    engine = AskedEngine()
    pages = Pages(engine)
    engine.opened.emit(Opened(pages=2))
    engine.answer(Lane.PAGES, lambda _: Failed(Reason.PAGE))
    assert [pages.page(n) for n in range(2)] == [A4, A4]


def test_absurd_sizes_become_sizes_that_can_be_divided_by():
    engine = AskedEngine()
    pages = Pages(engine)
    engine.opened.emit(Opened(pages=1, first=Page(Size(1e-9, 1e30))))
    assert pages.page(0).size == Size(1.0, 1e8)


def test_labels_known_from_elsewhere_win(qtbot):
    engine = AskedEngine()
    pages = Pages(engine)
    engine.opened.emit(Opened(pages=1, first=FIRST))
    with qtbot.waitSignal(pages.changed):
        pages.use_labels(Labels([("12", "13")]))
    assert pages.labels.is_spread(0)
    pages.use_labels(None)
    assert pages.labels.shown(0) == "i"
