"""A portable program whose stick is at another place finds the files that lie on it."""

import shutil
from pathlib import Path

import pytest
from pdf_files import text_pdf, write

from zzpreader.model.publication import Edition
from zzpreader.model.settings import OpenTab, Settings, WindowState
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.moved import follow, new_path
from zzpreader.store.settings import SettingsFile


@pytest.mark.parametrize(
    ("path", "was", "now", "found"),
    [
        ("/a/usb/boeken/x.pdf", "/a/usb/zzpreader", "/b/stick/zzpreader", "/b/stick/boeken/x.pdf"),
        ("/a/usb/zzpreader/x.pdf", "/a/usb/zzpreader", "/b/lezer", "/b/lezer/x.pdf"),
        ("/c/els/x.pdf", "/a/usb/zzpreader", "/b/stick/zzpreader", None),
        ("/a/usb2/x.pdf", "/a/usb/zzpreader", "/b/stick/zzpreader", None),
        ("E:\\boeken\\x.pdf", "E:\\zzpreader", "/b/stick/zzpreader", "/b/stick/boeken/x.pdf"),
        ("E:\\boeken\\x.pdf", "E:\\tools\\zzpreader", "F:\\tools\\zzpreader", "F:\\boeken\\x.pdf"),
        ("C:\\boeken\\x.pdf", "E:\\zzpreader", "F:\\zzpreader", None),
        ("/a/usb/x.pdf", "E:\\zzpreader", "F:\\zzpreader", None),
        ("", "/a/usb/zzpreader", "/b/stick/zzpreader", None),
    ],
)
def test_what_lay_beside_the_program_has_come_along(path: str, was: str, now: str, found: str | None):
    assert new_path(path, was, now) == found


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """With a program and two PDFs, all of which were used here and one of which is elsewhere."""
    stick = tmp_path / "usb"
    (stick / "boeken").mkdir(parents=True)
    file = write(stick / "boeken", text_pdf("een"), "boek.pdf")
    other = write(tmp_path, text_pdf("twee"), "thuis.pdf")
    home = home_on(stick)
    home.prepare()
    follow(home)
    library, settings = Library(home), SettingsFile(home)
    for number, one in enumerate((file, other)):
        library.opened(Edition(sha256=f"{number}" * 64, pages=1, size=1), one)
    settings.save(Settings(copies={"bundel": str(file)}, author="Els"))
    settings.save(WindowState(tabs=(OpenTab(path=str(file)), OpenTab(path=""), OpenTab(path=str(other)))))
    home.cache.mkdir()
    home.seen.write_text("{}")
    return stick


def home_on(stick: Path) -> Home:
    return Home(stick / "zzpreader" / "zzpreader-data")


def test_a_stick_at_another_place_opens_its_own_files_again(stick: Path, tmp_path: Path):
    there = tmp_path / "andere schijf"
    shutil.move(stick, there)
    home = home_on(there)
    follow(home)
    file = str(there / "boeken" / "boek.pdf")
    paths = {entry.paths[0] for entry in Library(home).entries()}
    assert paths == {file, str(tmp_path / "thuis.pdf")}
    settings = SettingsFile(home)
    assert settings.settings() == Settings(copies={"bundel": file}, author="Els")
    assert [tab.path for tab in settings.window().tabs] == [file, "", str(tmp_path / "thuis.pdf")]
    assert not home.seen.exists()


def test_a_file_that_did_not_come_along_keeps_its_place(stick: Path, tmp_path: Path):
    there = tmp_path / "kopie"
    shutil.copytree(stick / "zzpreader", there / "zzpreader")
    home = home_on(there)
    follow(home)
    assert SettingsFile(home).settings().copies == {"bundel": str(stick / "boeken" / "boek.pdf")}


def test_a_start_at_the_same_place_changes_nothing(stick: Path):
    home = home_on(stick)
    before = {path: path.read_bytes() for path in home.folder.rglob("*") if path.is_file()}
    follow(home)
    assert {path: path.read_bytes() for path in home.folder.rglob("*") if path.is_file()} == before
