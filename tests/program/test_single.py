"""A second start hands its files to the window that is open."""

import sys
from pathlib import Path
from tempfile import gettempdir

import pytest

from zzpreader.program.handing import door_of, hand_over
from zzpreader.program.single import Doorbell, Wish


def test_without_a_running_program_nobody_takes_the_files(qapp, tmp_path: Path) -> None:
    assert not hand_over(tmp_path, [Path("a.pdf")], "")


def test_a_running_program_gets_files_and_page_of_a_later_start(qtbot, tmp_path: Path) -> None:
    doorbell = Doorbell(tmp_path)
    with qtbot.waitSignal(doorbell.rung) as rung:
        assert hand_over(tmp_path, [Path("/somewhere/één.pdf"), Path("/b.pdf")], "xii")
    assert rung.args == [Wish(("/somewhere/één.pdf", "/b.pdf"), "xii")]
    doorbell.close()


def test_a_later_start_without_files_only_rings(qtbot, tmp_path: Path) -> None:
    doorbell = Doorbell(tmp_path)
    with qtbot.waitSignal(doorbell.rung) as rung:
        assert hand_over(tmp_path, [], "")
    assert rung.args == [Wish(())]
    doorbell.close()


def test_who_comes_before_the_first_can_be_asked_leaves_the_door_to_it(qtbot, tmp_path: Path) -> None:
    first, second = Doorbell(tmp_path), Doorbell(tmp_path)
    with qtbot.waitSignal(first.rung):
        assert hand_over(tmp_path, [], "")
    second.close()
    with qtbot.waitSignal(first.rung):
        assert hand_over(tmp_path, [], "")
    first.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there a crash leaves nothing at the door")
def test_what_a_crash_left_at_the_door_is_in_nobody_s_way(qtbot, tmp_path: Path) -> None:
    from socket import AF_UNIX, SOCK_STREAM, socket

    place = Path(gettempdir(), door_of(tmp_path))
    with socket(AF_UNIX, SOCK_STREAM) as left:
        left.bind(str(place))
    doorbell = Doorbell(tmp_path)
    with qtbot.waitSignal(doorbell.rung):
        assert hand_over(tmp_path, [], "")
    doorbell.close()


def test_another_data_folder_is_another_program(qtbot, tmp_path: Path) -> None:
    doorbell = Doorbell(tmp_path / "one")
    assert not hand_over(tmp_path / "two", [], "")
    doorbell.close()


def test_what_no_later_start_would_say_is_ignored(qtbot, tmp_path: Path) -> None:
    from PySide6.QtNetwork import QLocalSocket

    doorbell = Doorbell(tmp_path)
    socket = QLocalSocket()
    socket.connectToServer(door_of(tmp_path))
    assert socket.waitForConnected(1000)
    socket.write(b"\x00 not json")
    socket.disconnectFromServer()
    with qtbot.waitSignal(doorbell.rung) as rung:
        assert hand_over(tmp_path, [Path("/real.pdf")], "")
    assert rung.args[0].files == ("/real.pdf",)
    doorbell.close()
