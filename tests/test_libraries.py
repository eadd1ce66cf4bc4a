"""A system without Qt's libraries is told how to install them, and no more is tried."""

import sys

import pytest

from zzpreader import app, libraries

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems have all that Qt needs")
WITHOUT = {"libGL.so.1", "libxcb-cursor.so.0", "libwayland-client.so.0", "libglib-2.0.so.0"}


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "is_there", lambda library: library not in WITHOUT)
    monkeypatch.setattr(libraries, "_has_time64", lambda: False)


@pytest.mark.usefixtures("bare")
def test_only_what_the_screen_asks_for_is_missing():
    assert libraries.missing_packages({}) == ["libgl1", "libglib2.0-0"]
    assert libraries.missing_packages({"DISPLAY": ":1"}) == ["libgl1", "libglib2.0-0", "libxcb-cursor0"]
    assert libraries.missing_packages({"WAYLAND_DISPLAY": "wayland-0"})[-1] == "libwayland-client0"


@pytest.mark.usefixtures("bare")
def test_newer_releases_have_other_names(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(libraries, "_has_time64", lambda: True)
    assert libraries.missing_packages({}) == ["libgl1", "libglib2.0-0t64"]


@LINUX
@pytest.mark.usefixtures("bare")
def test_a_window_that_qt_cannot_open_says_how(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def refuse(argv: list[str]) -> int:
        raise ImportError("libGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(app, "_main", refuse)
    assert app.main([]) == 1
    assert "sudo apt-get install libgl1" in capsys.readouterr().err


def test_what_is_no_library_of_the_system_is_a_mistake_of_ours(monkeypatch: pytest.MonkeyPatch):
    def refuse(argv: list[str]) -> int:
        raise ImportError("No module named 'zzpreader.nowhere'")

    monkeypatch.setattr(app, "_main", refuse)
    with pytest.raises(ImportError):
        app.main([])


@LINUX
def test_without_the_library_of_x11_qt_is_not_even_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def refuse(library: str) -> None:
        raise OSError(f"{library}: cannot open shared object file")

    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":1")
    monkeypatch.setattr("ctypes.CDLL", refuse)
    monkeypatch.setattr("zzpreader.program.qt.enter", pytest.fail)
    assert app.main([]) == 1
    assert "libxcb-cursor0" in capsys.readouterr().err
