"""A second start hands its files to the window that is open."""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir

import pytest

from zzpreader.program.handing import door_of, hand_over
from zzpreader.program.single import Doorbell, Wish, new_doorbell
from zzpreader.program.single_by_qt import QtDoorbell


@pytest.fixture(params=[new_doorbell, QtDoorbell], ids=["as here", "by Qt"])
def bell(request) -> Callable[[Path], Doorbell]:
    """Each way in which the program listens, whichever of them is used on this system."""
    return request.param


def test_without_a_running_program_nobody_takes_the_files(qapp, tmp_path: Path) -> None:
    assert not hand_over(tmp_path, [Path("a.pdf")], "")


def test_a_running_program_gets_files_and_page_of_a_later_start(qtbot, bell, tmp_path: Path) -> None:
    doorbell = bell(tmp_path)
    with qtbot.waitSignal(doorbell.rung) as rung:
        assert hand_over(tmp_path, [Path("/somewhere/één.pdf"), Path("/b.pdf")], "xii")
    assert rung.args == [Wish(("/somewhere/één.pdf", "/b.pdf"), "xii")]
    doorbell.close()


def test_a_later_start_without_files_only_rings(qtbot, bell, tmp_path: Path) -> None:
    doorbell = bell(tmp_path)
    with qtbot.waitSignal(doorbell.rung) as rung:
        assert hand_over(tmp_path, [], "")
    assert rung.args == [Wish(())]
    doorbell.close()


def test_who_comes_before_the_first_can_be_asked_leaves_the_door_to_it(qtbot, bell, tmp_path: Path) -> None:
    first, second = bell(tmp_path), bell(tmp_path)
    with qtbot.waitSignal(first.rung):
        assert hand_over(tmp_path, [], "")
    second.close()  # it does not take the door with it
    with qtbot.waitSignal(first.rung):
        assert hand_over(tmp_path, [], "")
    first.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there a crash leaves nothing at the door")
def test_what_a_crash_left_at_the_door_is_in_nobody_s_way(qtbot, bell, tmp_path: Path) -> None:
    from socket import AF_UNIX, SOCK_STREAM, socket

    place = Path(gettempdir(), door_of(tmp_path))
    with socket(AF_UNIX, SOCK_STREAM) as left:
        left.bind(str(place))
    doorbell = bell(tmp_path)
    with qtbot.waitSignal(doorbell.rung):
        assert hand_over(tmp_path, [], "")
    doorbell.close()


def test_another_data_folder_is_another_program(qtbot, bell, tmp_path: Path) -> None:
    doorbell = bell(tmp_path / "one")
    assert not hand_over(tmp_path / "two", [], "")
    doorbell.close()


def test_what_no_later_start_would_say_is_ignored(qtbot, bell, tmp_path: Path) -> None:
    from PySide6.QtNetwork import QLocalSocket

    doorbell = bell(tmp_path)
    socket = QLocalSocket()
    socket.connectToServer(door_of(tmp_path))
    assert socket.waitForConnected(1000)
    socket.write(b"\x00 not json")
    socket.disconnectFromServer()
    with qtbot.waitSignal(doorbell.rung) as rung:
        assert hand_over(tmp_path, [Path("/real.pdf")], "")
    assert rung.args[0].files == ("/real.pdf",)
    doorbell.close()


def test_who_listens_no_more_leaves_nothing_at_the_door(qtbot, bell, tmp_path: Path) -> None:
    doorbell = bell(tmp_path)
    doorbell.close()
    assert not hand_over(tmp_path, [], "")
    assert not list(Path(gettempdir()).glob(f"{door_of(tmp_path)}*"))


def test_a_wish_is_whole_however_small_its_pieces(qtbot, bell, tmp_path: Path) -> None:
    from PySide6.QtNetwork import QLocalSocket

    doorbell = bell(tmp_path)
    socket = QLocalSocket()
    socket.connectToServer(door_of(tmp_path))
    assert socket.waitForConnected(1000)
    with qtbot.waitSignal(doorbell.rung) as rung:
        for piece in (b'{"files":["/a', b'.pdf"]}', b"\n"):
            socket.write(piece)
            socket.flush()
            qtbot.wait(1)
    assert rung.args == [Wish(("/a.pdf",))]
    doorbell.close()
