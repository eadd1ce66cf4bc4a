"""Texts of pages: those in view at once, those of a long selection bit by bit."""

from array import array

from panes import AskedEngine

from zzpreader.engine.queue import Lane
from zzpreader.model.text import EMPTY, Line, PageText
from zzpreader.session.texts import Texts
from zzpreader.wire import Failed, Reason, TextRead


def text(words: str) -> PageText:
    boxes = array("f", [0.0, 0.0, 1.0, 1.0] * (len(words) + 1))
    return PageText(words + "\n", boxes.tobytes(), (Line(0, len(words), 0),))


def answer(asked) -> TextRead:
    return TextRead(text(f"page {asked.page}"))


def wanted(engine: AskedEngine) -> list[int]:
    return [asked.page for asked in engine.wanted.get(Lane.TEXT, [])]


def test_the_text_of_a_page_in_view_is_told_when_it_is_there(qtbot):
    engine = AskedEngine()
    texts = Texts(engine)
    texts.want([3])
    assert texts.get(3) is None
    with qtbot.waitSignal(texts.ready) as ready:
        engine.answer(Lane.TEXT, answer)
    assert ready.args == [3]
    assert texts.get(3) == text("page 3")
    texts.want([3, 4])
    assert wanted(engine) == [4]


def test_a_long_selection_is_read_in_portions_and_handed_over_in_order():
    engine = AskedEngine()
    texts = Texts(engine)
    got: list[list[PageText]] = []
    texts.collect(range(100), got.append)
    portions = 0
    while wanted(engine):
        assert len(wanted(engine)) <= 32
        engine.answer(Lane.TEXT, answer, count=32)
        portions += 1
    assert portions > 2
    assert got == [[text(f"page {page}") for page in range(100)]]


def test_what_is_in_view_comes_before_what_is_collected():
    engine = AskedEngine()
    texts = Texts(engine)
    texts.collect(range(100), lambda _: None)
    texts.want([77])
    assert wanted(engine)[0] == 77


def test_a_selection_longer_than_what_is_kept_is_whole_all_the_same():
    engine = AskedEngine()
    texts = Texts(engine)
    got: list[list[PageText]] = []
    texts.collect(range(400), got.append)
    while wanted(engine):
        engine.answer(Lane.TEXT, answer)
    assert [one.text for one in got[0]] == [f"page {page}\n" for page in range(400)]
    assert texts.get(0) is None


def test_a_page_whose_text_cannot_be_read_is_one_without_text():
    engine = AskedEngine()
    texts = Texts(engine)
    texts.want([1])
    engine.answer(Lane.TEXT, lambda _: Failed(Reason.PAGE))
    assert texts.get(1) == EMPTY
