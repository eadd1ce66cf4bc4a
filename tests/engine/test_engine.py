"""The workers of one file, through the engine's door: real processes, real deaths."""

import os
import shutil
import signal
from pathlib import Path

import pytest
from engine.conftest import workers_of
from pdf_files import finished, text_pdf, write

from zzpreader.engine import engine as engine_module
from zzpreader.engine import priority as priority_module
from zzpreader.engine import process as process_module
from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.engine.spawn import spawn
from zzpreader.engine.trace import Trace
from zzpreader.model.query import read_query
from zzpreader.wire import (
    Draw,
    Failed,
    Find,
    GatherLines,
    NotesSet,
    Opened,
    OutlineRead,
    ReadOutline,
    ReadStructure,
    ReadText,
    Reason,
    SetNotes,
    TextRead,
)


def tile(page: int) -> Draw:
    return Draw(page, 0, 1.0, 0, 0, 64, 32)


@pytest.fixture
def stuck(make_engine, endless, qtbot):
    """Its first worker draws a page that never ends."""
    engine, heard = make_engine(endless)
    engine.open()
    engine.want(Lane.AHEAD, [tile(0)])
    qtbot.waitUntil(lambda: bool(heard.opened))
    return engine, heard


def test_a_document_opens_and_its_pages_come(make_engine, three_pages, qtbot):
    engine, heard = make_engine(three_pages)
    engine.open()
    engine.want(Lane.SCREEN, [tile(0), tile(2)])
    engine.want(Lane.TEXT, [ReadText(1)])
    qtbot.waitUntil(lambda: len(heard.answers) == 3)
    assert [opened.pages for opened in heard.opened] == [3]
    picture = heard.answers[tile(0)]
    assert isinstance(picture, Picture)
    assert (picture.width(), picture.height(), picture.sizeInBytes()) == (64, 32, 64 * 32 * 4)
    assert heard.answers[ReadText(1)].text.text == "twee\n"


def test_a_request_longer_than_a_pipe_holds_arrives_whole_without_a_wait(make_engine, three_pages, qtbot):
    long = SetNotes("", ("<p>" + "woorden " * 40_000 + "</p>",), "Notities", "", "nl", "2026-11-29T12:00:00Z")
    engine, heard = make_engine(three_pages)
    engine.open()
    engine.want(Lane.TEXT, [long])
    qtbot.waitUntil(lambda: long in heard.answers)
    assert isinstance(heard.answers[long], NotesSet)
    engine.want(Lane.SCREEN, [tile(0)])
    qtbot.waitUntil(lambda: tile(0) in heard.answers)


def test_a_worker_that_was_started_earlier_is_used(make_engine, three_pages, qtbot):
    first = spawn(three_pages)
    engine, heard = make_engine(three_pages, first=first)
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.opened))
    assert workers_of(engine) == [first.process.pid]


def test_a_worker_that_was_started_earlier_and_never_used_is_ended(make_engine, three_pages):
    make_engine(three_pages, first=spawn(three_pages))


def test_killing_the_worker_costs_no_more_than_a_flicker(make_engine, three_pages, qtbot):
    engine, heard = make_engine(three_pages)
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.opened))
    os.kill(workers_of(engine)[0], signal.SIGKILL)
    engine.want(Lane.SCREEN, [tile(0), tile(1)])
    qtbot.waitUntil(lambda: len(heard.answers) == 2)
    assert all(isinstance(answer, Picture) for answer in heard.answers.values())
    assert heard.failed == []
    assert len(heard.opened) == 1


def test_the_whole_of_a_long_publication_is_read_by_a_worker_that_is_there_for_nothing_else(
    make_engine, three_pages, qtbot, monkeypatch
):
    monkeypatch.setattr(engine_module, "_MANY_PAGES", 3)
    monkeypatch.setattr(priority_module, "_QUIET_S", 0.2)
    engine, heard = make_engine(three_pages)
    engine.trace = trace = Trace()
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.opened))
    first = workers_of(engine)
    engine.want(Lane.WHOLE, [GatherLines(0, 3), ReadStructure(3)])
    engine.want(Lane.TEXT, [ReadText(1)])
    qtbot.waitUntil(lambda: ReadStructure(3) in heard.answers)
    by = {done.request: done.worker for done in trace.done}
    assert [by[ReadText(1)]] == first
    assert by[GatherLines(0, 3)] == by[ReadStructure(3)] != by[ReadText(1)]
    qtbot.waitUntil(lambda: workers_of(engine) == first)  # it held much, and is gone


def test_the_whole_of_a_long_publication_waits_for_a_pause_unless_somebody_waits_for_it(
    make_engine, three_pages, qtbot, monkeypatch
):
    monkeypatch.setattr(engine_module, "_MANY_PAGES", 3)
    monkeypatch.setattr(engine_module.Pause, "wait_ms", lambda pause, **_of: 0 if pause._quiet_s < 1 else 60_000)
    engine, heard = make_engine(three_pages)
    engine.open()
    engine.want(Lane.WHOLE, [ReadStructure(3)])
    engine.want(Lane.SEARCH, [Find(page, 1, read_query("een")) for page in range(3)])
    qtbot.waitUntil(lambda: len(heard.answers) == 3)
    assert ReadStructure(3) not in heard.answers  # whoever was hired to search does not read it either
    engine.hurry()
    qtbot.waitUntil(lambda: ReadStructure(3) in heard.answers)


def test_a_single_worker_that_read_a_whole_large_publication_gives_its_place_to_another(
    make_engine, three_pages, qtbot, monkeypatch
):
    monkeypatch.setattr(engine_module, "_MANY_PAGES", 3)
    monkeypatch.setattr(priority_module, "_QUIET_S", 0.2)
    engine, heard = make_engine(three_pages, workers=1)
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.opened))
    before = workers_of(engine)
    engine.want(Lane.WHOLE, [ReadStructure(3)])
    qtbot.waitUntil(lambda: ReadStructure(3) in heard.answers)
    qtbot.waitUntil(lambda: len(workers_of(engine)) == 1 and workers_of(engine) != before)
    engine.want(Lane.SCREEN, [tile(1)])
    qtbot.waitUntil(lambda: tile(1) in heard.answers)
    assert isinstance(heard.answers[tile(1)], Picture)
    assert len(heard.opened) == 1


@pytest.fixture
def soon_idle(monkeypatch):
    """Workers are as soon there as forked ones, and not wanted for long."""
    monkeypatch.setattr(process_module.Process, "is_soon_replaced", True)
    monkeypatch.setattr(engine_module, "_IDLE_MS", 300)
    monkeypatch.setattr(engine_module, "_SEARCHED_MS", 300)


def test_a_worker_that_was_hired_because_somebody_waited_goes_when_nobody_does(stuck, qtbot, soon_idle):
    engine, heard = stuck
    first = workers_of(engine)
    engine.want(Lane.SCREEN, [tile(1)])
    qtbot.waitUntil(lambda: tile(1) in heard.answers)
    assert len(workers_of(engine)) == 2
    qtbot.waitUntil(lambda: workers_of(engine) == first)
    engine.want(Lane.SCREEN, [tile(2)])
    qtbot.waitUntil(lambda: tile(2) in heard.answers)


def test_nobody_is_hired_later_for_those_who_have_been_served_before(make_engine, three_pages, qtbot, monkeypatch):
    monkeypatch.setattr(engine_module, "_PATIENCE_MS", 20_000)
    engine, heard = make_engine(three_pages)
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.opened))
    engine.want(Lane.SCREEN, [tile(0), tile(1)])
    assert engine._patience.isActive()
    qtbot.waitUntil(lambda: len(heard.answers) == 2)
    assert not engine._patience.isActive()


def test_a_worker_of_whom_nothing_was_wanted_any_more_when_it_came_goes_as_well(
    make_engine, three_pages, qtbot, soon_idle, monkeypatch
):
    monkeypatch.setattr(engine_module, "_PATIENCE_MS", 1)
    engine, heard = make_engine(three_pages)
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.opened))
    first = workers_of(engine)
    engine.want(Lane.SCREEN, [Draw(page, 0, 8.0, 0, 0, 2000, 2000) for page in range(3)])
    qtbot.waitUntil(lambda: len(workers_of(engine)) == 2)
    qtbot.waitUntil(lambda: len(heard.answers) == 3)
    qtbot.waitUntil(lambda: workers_of(engine) == first)


def test_a_worker_that_has_begun_to_read_the_whole_is_kept_until_it_has_done(
    make_engine, three_pages, qtbot, monkeypatch, soon_idle
):
    monkeypatch.setattr(engine_module, "_MANY_PAGES", 3)
    monkeypatch.setattr(priority_module, "_QUIET_S", 0.2)
    engine, heard = make_engine(three_pages)
    engine.open()
    engine.want(Lane.WHOLE, [GatherLines(0, 3)])
    qtbot.waitUntil(lambda: GatherLines(0, 3) in heard.answers)
    gatherers = set(workers_of(engine))
    qtbot.waitUntil(lambda: not engine._idle.isActive())
    assert set(workers_of(engine)) == gatherers
    assert len(gatherers) == 2
    engine.want(Lane.WHOLE, [ReadStructure(3)])
    qtbot.waitUntil(lambda: len(workers_of(engine)) == 1)
    assert ReadStructure(3) in heard.answers


def test_a_request_that_two_workers_do_not_survive_fails_and_the_next_page_comes(make_engine, endless, qtbot):
    engine, heard = make_engine(endless, workers=1)
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.opened))
    engine.want(Lane.SCREEN, [tile(0), tile(1)])
    killed: list[int] = []

    def kill_again() -> bool:
        for worker in workers_of(engine):
            if worker not in killed and engine._ready and len(killed) < 2 and engine._queue._under_way:
                killed.append(worker)
                os.kill(worker, signal.SIGKILL)
        return len(heard.answers) == 2

    qtbot.waitUntil(kill_again)
    assert heard.answers[tile(0)].reason is Reason.CRASHED
    assert isinstance(heard.answers[tile(1)], Picture)


def test_a_page_that_takes_too_long_fails_and_the_next_page_comes(make_engine, endless, qtbot, monkeypatch):
    monkeypatch.setattr(process_module, "limit_seconds", lambda request: 0.2 if request == tile(0) else 10)
    engine, heard = make_engine(endless, workers=1)
    engine.open()
    engine.want(Lane.SCREEN, [tile(0), tile(1)])
    qtbot.waitUntil(lambda: len(heard.answers) == 2)
    assert heard.answers[tile(0)].reason is Reason.TIMEOUT
    assert isinstance(heard.answers[tile(1)], Picture)


def is_tile_of_first(request) -> bool:
    return isinstance(request, Draw) and request.page == 0


def test_a_page_that_cost_two_workers_costs_no_third_and_is_let_out_for_longer(
    make_engine, endless, qtbot, monkeypatch
):
    monkeypatch.setattr(process_module, "limit_seconds", lambda request: 0.1 if is_tile_of_first(request) else 10)
    monkeypatch.setattr(process_module, "LONGER_SECONDS", 0.2)
    asked: list[tuple[int, bool]] = []
    ask = process_module.Process.ask
    monkeypatch.setattr(
        process_module.Process,
        "ask",
        lambda process, request, *, longer=False: (
            asked.append((getattr(request, "left", -1), longer)) or ask(process, request, longer=longer)
        ),
    )
    engine, heard = make_engine(endless, workers=1)
    engine.open()
    engine.want(Lane.SCREEN, [tile(0)])
    qtbot.waitUntil(lambda: tile(0) in heard.answers)
    other = Draw(0, 0, 1.0, 64, 0, 64, 32)
    engine.want(Lane.SCREEN, [other, tile(1)])
    qtbot.waitUntil(lambda: {other, tile(1)} <= heard.answers.keys())
    assert heard.answers[other].reason is Reason.TIMEOUT
    assert isinstance(heard.answers[tile(1)], Picture)
    assert (64, False) not in asked
    heard.answers.clear()
    engine.try_again(0, longer=True)
    engine.want(Lane.SCREEN, [other])
    qtbot.waitUntil(lambda: other in heard.answers)
    assert asked.count((64, True)) == 2


def test_a_document_that_costs_page_after_page_is_stopped_until_somebody_reads_on(
    make_engine, tmp_path, qtbot, monkeypatch
):
    ask = process_module.Process.ask

    def deadly_ask(process, request, **options):
        if isinstance(request, Draw) and request.page < 3:
            os.kill(process.pid, signal.SIGSTOP)  # so that it cannot be faster than its end
        ask(process, request, **options)
        if isinstance(request, Draw) and request.page < 3:
            os.kill(process.pid, signal.SIGKILL)

    monkeypatch.setattr(process_module.Process, "ask", deadly_ask)
    engine, heard = make_engine(write(tmp_path, text_pdf(*"abcde")), workers=1)
    with qtbot.waitSignal(engine.stopped):
        engine.open()
        engine.want(Lane.SCREEN, [Draw(page, 0, 1.0, 0, 0, 64, 512) for page in range(3)])
    last = [tile(3), tile(4)]
    engine.want(Lane.SCREEN, last)
    engine.want(Lane.TEXT, [ReadText(4)])
    assert not engine._queue._under_way
    engine.go_on()
    qtbot.waitUntil(lambda: {*last, ReadText(4)} <= heard.answers.keys())
    assert all(isinstance(heard.answers[one], Picture) for one in last)
    assert heard.failed == []


def test_while_one_worker_is_stuck_another_is_hired_for_the_screen(stuck, qtbot):
    engine, heard = stuck
    engine.want(Lane.SCREEN, [tile(1)])
    qtbot.waitUntil(lambda: tile(1) in heard.answers)
    assert tile(0) not in heard.answers
    assert len(workers_of(engine)) == 2


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="no such thing here")
def test_of_two_workers_the_second_gives_way_to_the_first_and_the_window(stuck, qtbot):
    engine, heard = stuck
    engine.want(Lane.SCREEN, [tile(1)])
    qtbot.waitUntil(lambda: tile(1) in heard.answers)
    ours, first, second = (os.getpriority(os.PRIO_PROCESS, one) for one in (0, *workers_of(engine)))
    assert first == ours
    assert second > ours


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="no such thing here")
def test_a_second_worker_gives_way_while_it_gets_ready(stuck, qtbot):
    engine, heard = stuck
    engine.want(Lane.SCREEN, [tile(1)])
    qtbot.waitUntil(lambda: len(workers_of(engine)) == 2)
    assert tile(1) not in heard.answers
    assert os.getpriority(os.PRIO_PROCESS, workers_of(engine)[1]) > os.getpriority(os.PRIO_PROCESS, 0)


@pytest.fixture
def held_up(make_engine, three_pages, qtbot, monkeypatch):
    """Its first worker has a page to draw and gets no time for it; its second one has nothing to do."""
    monkeypatch.setattr(process_module, "limit_seconds", lambda _request: 100)
    engine, heard = make_engine(three_pages)
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.opened))
    (first,) = workers_of(engine)
    os.kill(first, signal.SIGSTOP)
    engine.want(Lane.AHEAD, [tile(0)])
    find = Find(1, 1, read_query("x"), within_ms=20)
    engine.want(Lane.SEARCH, [find])
    qtbot.waitUntil(lambda: find in heard.answers, timeout=10_000)
    engine.trace = Trace()
    return engine, heard, first


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no such thing here")
def test_the_page_in_view_is_not_drawn_by_who_gives_way(held_up, qtbot, monkeypatch):
    engine, heard, first = held_up
    monkeypatch.setattr(engine_module, "_PATIENCE_MS", 100_000)
    engine.want(Lane.SCREEN, [tile(1)])
    engine.want(Lane.TEXT, [ReadText(2)])
    qtbot.waitUntil(lambda: ReadText(2) in heard.answers, timeout=10_000)
    os.kill(first, signal.SIGCONT)
    qtbot.waitUntil(lambda: tile(1) in heard.answers, timeout=10_000)
    assert [done.worker for done in engine.trace.done if done.request == tile(1)] == [first]


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no such thing here")
def test_the_page_in_view_is_drawn_by_who_gives_way_where_pages_take_long(held_up, qtbot):
    engine, heard, first = held_up
    engine.want(Lane.SCREEN, [tile(1)])
    qtbot.waitUntil(lambda: tile(1) in heard.answers, timeout=10_000)
    assert tile(0) not in heard.answers
    os.kill(first, signal.SIGCONT)


def test_a_search_has_a_second_worker_while_the_first_is_stuck(stuck, qtbot):
    engine, heard = stuck
    find = Find(1, 1, read_query("x"), within_ms=20)
    engine.want(Lane.SEARCH, [find])
    qtbot.waitUntil(lambda: find in heard.answers)
    assert tile(0) not in heard.answers


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="no such thing here")
def test_the_second_worker_gives_way_when_it_does_more_than_search(stuck, qtbot):
    engine, heard = stuck

    def priority_after(lane, request):
        engine.want(lane, [request])
        qtbot.waitUntil(lambda: request in heard.answers)
        return os.getpriority(os.PRIO_PROCESS, workers_of(engine)[1])

    ours = os.getpriority(os.PRIO_PROCESS, 0)
    assert priority_after(Lane.SEARCH, Find(1, 1, read_query("x"), within_ms=20)) == ours
    assert priority_after(Lane.TEXT, ReadText(1)) > ours


def test_one_worker_is_enough_as_long_as_nobody_waits(make_engine, three_pages, qtbot):
    engine, heard = make_engine(three_pages)
    engine.open()
    engine.want(Lane.TEXT, [ReadText(page) for page in range(3)])
    engine.want(Lane.STRUCTURE, [ReadOutline()])
    qtbot.waitUntil(lambda: len(heard.answers) == 4)
    assert isinstance(heard.answers[ReadOutline()], OutlineRead)
    assert len(workers_of(engine)) == 1


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("gone.pdf", None, Reason.NOT_FOUND),
        ("letter.pdf", b"Beste lezer,", Reason.NOT_PDF),
        ("empty.pdf", b"", Reason.NOT_PDF),
    ],
)
def test_what_cannot_be_opened_is_said_once(make_engine, tmp_path, qtbot, name, data, reason):
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    engine, heard = make_engine(file)
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.failed))
    assert [failed.reason for failed in heard.failed] == [reason]
    assert workers_of(engine) == []


def test_a_folder_is_not_a_pdf(make_engine, tmp_path, qtbot):
    engine, heard = make_engine(tmp_path)
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.failed))
    assert heard.failed[0].reason is Reason.NOT_PDF


def locked(folder: Path) -> Path:
    import pymupdf

    document = pymupdf.open()
    document.new_page().insert_text((50, 100), "geheim")
    return write(folder, finished(document, encryption=5, user_pw="sesam"), "locked.pdf")


def test_a_password_is_asked_for_until_it_fits_and_then_known_to_later_workers(make_engine, tmp_path, qtbot):
    engine, heard = make_engine(locked(tmp_path))
    engine.open()
    qtbot.waitUntil(lambda: len(heard.failed) == 1)
    engine.open("fout")
    qtbot.waitUntil(lambda: len(heard.failed) == 2)
    assert {failed.reason for failed in heard.failed} == {Reason.PASSWORD}
    engine.open("sesam")
    qtbot.waitUntil(lambda: bool(heard.opened))
    assert heard.opened[0].locked
    os.kill(workers_of(engine)[0], signal.SIGKILL)
    engine.want(Lane.TEXT, [ReadText(0)])
    qtbot.waitUntil(lambda: ReadText(0) in heard.answers)
    assert heard.answers[ReadText(0)].text.text == "geheim\n"


def test_a_file_that_is_moved_or_replaced_meanwhile_stays_readable(make_engine, three_pages, qtbot):
    engine, heard = make_engine(three_pages)
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.opened))
    shutil.move(three_pages, three_pages.with_name("elsewhere.pdf"))
    write(three_pages.parent, text_pdf("een ander"))
    os.kill(workers_of(engine)[0], signal.SIGKILL)
    engine.want(Lane.TEXT, [ReadText(2)])
    qtbot.waitUntil(lambda: ReadText(2) in heard.answers)
    assert heard.answers[ReadText(2)].text.text == "drie\n"


def test_if_opening_kills_two_workers_no_third_is_hired(make_engine, three_pages, qtbot, impostor, tmp_path):
    tally = tmp_path / "started"
    impostor(f"open({str(tally)!r}, 'a').write('x')\nreceive()\nos.abort()")
    engine, heard = make_engine(three_pages)
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.failed))
    engine.want(Lane.SCREEN, [tile(0)])
    assert [failed.reason for failed in heard.failed] == [Reason.CRASHED]
    assert workers_of(engine) == []
    assert tally.read_text() == "xx"


def test_a_second_worker_that_cannot_be_had_does_not_cost_the_document(stuck, qtbot, impostor, tmp_path):
    engine, heard = stuck
    tally = tmp_path / "started"
    tally.touch()
    impostor(f"open({str(tally)!r}, 'a').write('x')\nreceive()\nos.abort()")
    engine.want(Lane.SCREEN, [tile(1)])
    qtbot.waitUntil(lambda: tally.read_text() == "xx" and len(workers_of(engine)) == 1)
    assert heard.failed == []


@pytest.mark.parametrize(
    "lie",
    [
        "send(b'nonsense')",
        "os.write(1, b'\\xff\\xff\\xff\\xff')",
        "say(wire.Drawn(64, 33, 256))",
        "say(wire.Drawn(2048, 2048, 8192))",
        "say(wire.DigestRead('0' * 64, 1))",
        "say(wire.Drawn(64, 32, 256)); say(wire.Drawn(64, 32, 256))",
        "send(bytes([0x91]) * 100_000)",
    ],
)
def test_a_worker_that_lies_is_ended_and_never_believed(make_engine, three_pages, qtbot, impostor, lie):
    impostor(f"receive(); say(wire.Opened(3))\nwhile True:\n    receive()\n    {lie}\n")
    engine, heard = make_engine(three_pages, workers=1)
    engine.open()
    engine.want(Lane.SCREEN, [tile(0)])
    qtbot.waitUntil(lambda: bool(heard.answers))
    answer = heard.answers[tile(0)]
    if "; say" in lie:
        # The first was right, the second came without being asked for.
        assert isinstance(answer, Picture)
        qtbot.waitUntil(lambda: not workers_of(engine))
    else:
        assert isinstance(answer, Failed)


def test_a_worker_that_speaks_unasked_is_ended(make_engine, three_pages, qtbot, impostor):
    impostor("receive(); say(wire.Opened(3)); say(wire.Opened(3)); time.sleep(60)")
    engine, heard = make_engine(three_pages)
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.opened) and not workers_of(engine))
    assert heard.opened == [Opened(3)]


def test_closing_while_a_page_is_drawn_leaves_nothing(make_engine, endless, qtbot):
    engine, heard = make_engine(endless)
    engine.open()
    engine.want(Lane.SCREEN, [tile(0)])
    qtbot.waitUntil(lambda: bool(heard.opened))
    engine.close()
    engine.close()
    assert heard.answers == {}


def test_text_that_is_wanted_no_more_is_not_read(make_engine, three_pages, qtbot):
    engine, heard = make_engine(three_pages)
    engine.want(Lane.TEXT, [ReadText(0), ReadText(1)])
    engine.want(Lane.TEXT, [ReadText(2)])
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.answers))
    assert list(heard.answers) == [ReadText(2)]
    assert isinstance(heard.answers[ReadText(2)], TextRead)
