"""A second start hands its files to the window that is open."""

from pathlib import Path

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
