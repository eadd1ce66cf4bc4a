"""The system asks the program to end."""

import os
import signal

import pytest
from pdf_files import text_pdf, write

from zzpreader.model.pages import Place
from zzpreader.program.ending import Ending, can_be_asked
from zzpreader.program.single import Wish

pytestmark = pytest.mark.skipif(not can_be_asked(), reason="windows are closed there")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_what_was_open_and_where_is_there_again_after_the_system_has_ended_the_program(desk, tmp_path, name):
    file = write(tmp_path, text_pdf("Een.", "Twee.", "Drie."))
    tab = desk.open(file)
    tab.view.go_to(Place(1))
    place = tab.state()["view"]
    number, window = getattr(signal, name), desk.running.window
    before = signal.signal(number, signal.SIG_DFL)  # whoever runs the tests may have it ignored
    ending = Ending(window.close, desk.running)
    os.kill(os.getpid(), number)
    desk.wait(lambda: not window.isVisible())
    ending.close()
    assert signal.getsignal(number) is signal.SIG_DFL
    signal.signal(number, before)
    tab = desk.start().window.current
    assert tab.file == file
    assert tab.state()["view"] == place


def test_a_later_start_does_not_bring_back_a_window_that_was_just_closed(desk, tmp_path):
    running = desk.start()
    running.window.close()
    running.answer(Wish((str(write(tmp_path, text_pdf("Een."))),)))
    assert not running.window.isVisible()


def test_a_signal_that_whoever_started_the_program_ignores_stays_ignored(qapp, qtbot):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    asked = []
    ending = Ending(lambda: asked.append(True), qapp)
    os.kill(os.getpid(), signal.SIGHUP)
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: bool(asked))
    ending.close()
    assert asked == [True]
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    signal.signal(signal.SIGHUP, before)
