"""What is asked once, for one caller."""

from panes import AskedEngine

from zzpreader.engine.queue import Lane
from zzpreader.model.geometry import Rect
from zzpreader.session.errands import Errands
from zzpreader.wire import DrawPng, Failed, PngDrawn, Reason


def pieces(count: int) -> list[DrawPng]:
    return [DrawPng(n, 72, part=Rect(0, 0, 9, 9)) for n in range(count)]


def test_all_answers_come_together_however_many_there_are():
    engine, found = AskedEngine(), []
    errands = Errands(engine)
    errands.run(pieces(40), found.append)
    while engine.wanted.get(Lane.ERRANDS):
        assert not found
        assert len(engine.wanted[Lane.ERRANDS]) <= 16
        engine.answer(Lane.ERRANDS, lambda asked: PngDrawn(b"%d" % asked.page))
    [answers] = found
    assert answers == {asked: PngDrawn(b"%d" % asked.page) for asked in pieces(40)}


def test_what_cannot_be_had_is_an_answer_too_and_nothing_is_ready_at_once():
    engine, found = AskedEngine(), []
    errands = Errands(engine)
    errands.run([], found.append)
    assert found == [{}]
    errands.run(pieces(1), found.append)
    engine.answer(Lane.ERRANDS, lambda _: Failed(Reason.PAGE))
    assert found[1] == {pieces(1)[0]: Failed(Reason.PAGE)}


def test_who_cancels_hears_at_the_next_answer_and_the_rest_is_not_asked():
    engine, found, cancelled = AskedEngine(), [], []
    errands = Errands(engine)
    errands.run(pieces(40), found.append, lambda: bool(cancelled))
    cancelled.append(True)
    engine.answer(Lane.ERRANDS, lambda _: Failed(Reason.PAGE))
    assert len(found) == 1
    assert not engine.wanted.get(Lane.ERRANDS)
