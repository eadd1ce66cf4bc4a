"""One worker, on a machine that has no time for it."""

import os
import select
import signal
import sys
from time import monotonic

import pytest
from pdf_files import endless_pdf, text_pdf, write
from PySide6.QtCore import QTimer

from zzpreader.engine import process as process_module
from zzpreader.engine.process import Process
from zzpreader.engine.spawn import Source, spawn
from zzpreader.wire import Draw, Open, ReadText, Reason, TextRead

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is not known what a process has had")


@pytest.fixture
def giving_way(tmp_path, qtbot, monkeypatch):
    """`giving_way(data)` is a worker that has opened the file and gives way; what it is asked may take 0.3 s."""
    made = []

    def make(data: bytes) -> Process:
        source = Source(write(tmp_path, data))
        process = Process(spawn(source))
        made.append((process, source))
        with qtbot.waitSignal(process.answered):
            process.ask(Open())
        process.give_way()
        monkeypatch.setattr(process_module, "limit_seconds", lambda _: 0.3)
        return process

    yield make
    for process, source in made:
        process.stop()
        source.close()


def test_who_gives_way_and_was_held_up_by_others_is_waited_for(giving_way, qtbot):
    process = giving_way(text_pdf("een"))
    os.kill(process.pid, signal.SIGSTOP)
    QTimer.singleShot(1000, process, lambda: os.kill(process.pid, signal.SIGCONT))
    with qtbot.assertNotEmitted(process.lost), qtbot.waitSignal(process.answered) as answered:
        process.ask(ReadText(0))
    assert isinstance(answered.args[2], TextRead)


@pytest.mark.parametrize("is_ready", [True, False])
def test_who_was_ready_and_had_no_processor_is_waited_for_and_who_slept_is_not(
    giving_way, qtbot, monkeypatch, is_ready
):
    process = giving_way(text_pdf("een"))
    process.gives_way = False
    monkeypatch.setattr(process_module, "waiting_seconds", lambda _: monotonic() if is_ready else 1.0)
    os.kill(process.pid, signal.SIGSTOP)
    if is_ready:
        QTimer.singleShot(1000, process, lambda: os.kill(process.pid, signal.SIGCONT))
    with qtbot.waitSignal(process.answered if is_ready else process.lost) as told:
        process.ask(ReadText(0))
    assert isinstance(told.args[2], TextRead) if is_ready else told.args[2].reason is Reason.TIMEOUT


def test_who_has_answered_in_time_is_heard_though_this_process_is_late(giving_way, qtbot):
    process = giving_way(text_pdf("een"))
    process.gives_way = False
    with qtbot.assertNotEmitted(process.lost), qtbot.waitSignal(process.answered) as answered:
        process.ask(ReadText(0))
        select.select([process._spawned.output], [], [])
        process._limit.stop()
        process._limit.timeout.emit()
    assert isinstance(answered.args[2], TextRead)


def test_who_had_its_time_is_not_though_it_gives_way(giving_way, qtbot):
    process = giving_way(endless_pdf())
    with qtbot.waitSignal(process.lost) as lost:
        process.ask(Draw(0, 0, 1.0, 0, 0, 64, 32))
    assert lost.args[2].reason is Reason.TIMEOUT
