"""What a bare machine is told, and what is installed on it."""

import os
import sys

import pytest

import setup_machine

ALL_IS_THERE = frozenset[str]()


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch):
    """A Debian 12 without a screen, on which the named libraries cannot be loaded."""

    def lacking(libraries: frozenset[str], *, glibc: tuple[int, ...] = (2, 36), is_root: bool = False) -> list[str]:
        installed: list[str] = []
        monkeypatch.delenv("DISPLAY", raising=False)
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        monkeypatch.setattr(setup_machine, "_loads", lambda soname: soname not in libraries or bool(installed))
        monkeypatch.setattr(setup_machine, "_glibc", lambda: glibc)
        monkeypatch.setattr(setup_machine, "_apt_get", lambda *arguments: installed.extend(arguments))
        monkeypatch.setattr(setup_machine.shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(os, "geteuid", lambda: 0 if is_root else 1000, raising=False)
        return installed

    return lacking


def test_nothing_is_missing_where_every_library_can_be_loaded(machine):
    machine(ALL_IS_THERE)
    assert setup_machine.missing_packages() == []


def test_two_libraries_of_one_package_name_it_once(machine):
    machine(frozenset({"libglib-2.0.so.0", "libgthread-2.0.so.0"}))
    assert setup_machine.missing_packages() == ["libglib2.0-0"]


def test_a_package_is_called_what_this_release_calls_it(machine):
    machine(frozenset({"libglib-2.0.so.0"}), glibc=(2, 41))
    assert setup_machine.missing_packages() == ["libglib2.0-0t64"]


def test_what_only_a_screen_needs_is_asked_only_where_there_is_one(machine, monkeypatch: pytest.MonkeyPatch):
    machine(frozenset({"libxcb-cursor.so.0", "libwayland-cursor.so.0"}))
    assert setup_machine.missing_packages() == []
    monkeypatch.setenv("DISPLAY", ":0")
    assert setup_machine.missing_packages() == ["libxcb-cursor0"]
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert setup_machine.missing_packages() == ["libwayland-cursor0", "libxcb-cursor0"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has packages to name")
def test_who_may_not_install_is_told_the_exact_line(machine):
    installed = machine(frozenset({"libEGL.so.1", "libGL.so.1"}))
    with pytest.raises(SystemExit, match=r"\n    sudo apt-get install libegl1 libgl1\n"):
        setup_machine._require_system_packages()
    assert installed == []


def test_root_gets_what_is_missing(machine):
    installed = machine(frozenset({"libEGL.so.1"}), is_root=True)
    setup_machine._require_system_packages()
    assert installed == ["update", "install", "--yes", "--no-install-recommends", "libegl1"]


def test_an_installation_that_changed_nothing_is_no_success(machine, monkeypatch: pytest.MonkeyPatch):
    machine(frozenset({"libEGL.so.1"}), is_root=True)
    monkeypatch.setattr(setup_machine, "_apt_get", lambda *_: None)
    with pytest.raises(SystemExit, match="libegl1"):
        setup_machine._require_system_packages()


def test_a_c_library_that_qt_does_not_run_on_is_named_before_anything_is_made(machine):
    machine(ALL_IS_THERE, glibc=(0,))
    with pytest.raises(SystemExit, match=r"glibc 2\.34"):
        setup_machine._require_glibc()


def test_the_programs_that_read_our_exports_are_installed_by_root_alone(machine, monkeypatch: pytest.MonkeyPatch):
    installed = machine(ALL_IS_THERE, is_root=True)
    monkeypatch.setattr(setup_machine.shutil, "which", lambda name: None if name == "soffice" else f"/usr/bin/{name}")
    setup_machine.install_programs("readers")
    assert installed[1:] == ["install", "--yes", "--no-install-recommends", "libreoffice-writer-nogui"]


def test_who_may_not_install_is_told_which_tests_are_skipped(machine, monkeypatch: pytest.MonkeyPatch, capsys):
    installed = machine(ALL_IS_THERE)
    monkeypatch.setattr(setup_machine.shutil, "which", lambda name: None if name == "soffice" else f"/usr/bin/{name}")
    setup_machine.install_programs("readers")
    assert installed == []
    assert capsys.readouterr().out == "Tests are skipped that need soffice\n"


def test_the_bundle_is_tried_on_a_screen_whose_libraries_are_there(machine, monkeypatch: pytest.MonkeyPatch):
    installed = machine(frozenset({"libxcb-cursor.so.0"}), is_root=True)
    setup_machine.install_programs("bundle")
    assert "libxcb-cursor0" in installed


def test_what_listens_like_a_screen_reader_is_looked_for_where_it_lies(machine, monkeypatch: pytest.MonkeyPatch):
    installed = machine(ALL_IS_THERE, is_root=True)
    monkeypatch.setattr(setup_machine, "_is_there", lambda path: "Atspi" not in path)
    setup_machine.install_programs("access")
    assert installed[1:] == ["install", "--yes", "--no-install-recommends", "gir1.2-atspi-2.0"]
