"""What a desktop is told of the program, judged by the desktop's own tools."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

import make_deb
from zzpreader.export.notes_bundle import MIMETYPE
from zzpreader.files import NOTES_SUFFIX

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


def judged(program: str, *arguments: str) -> str:
    if not shutil.which(program):
        pytest.skip(f"{program} is not here")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_menu_entry_is_valid():
    assert judged("desktop-file-validate", str(PACKAGING / "zzpreader.desktop")) == ""


def test_the_description_for_software_centres_is_valid():
    judged("appstreamcli", "validate", "--no-net", str(PACKAGING / "zzpreader.metainfo.xml"))


def test_the_manual_page_is_set_without_a_warning():
    assert judged("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(PACKAGING / "zzpreader.1")) != ""


def test_a_desktop_knows_a_notes_bundle_by_its_name_and_by_its_contents(tmp_path: Path):
    packages = tmp_path / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(PACKAGING / "zzpreader-mime.xml", packages)
    judged("update-mime-database", str(tmp_path / "mime"))
    assert f"{MIMETYPE.decode()}:*{NOTES_SUFFIX}" in (tmp_path / "mime" / "globs").read_text(encoding="utf-8")
    notes = tmp_path / "notes.zzpnotes"
    with zipfile.ZipFile(notes, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
    start = notes.read_bytes()
    magic = (packages / "zzpreader-mime.xml").read_text(encoding="utf-8")
    assert f'value="{start[30 : 38 + len(MIMETYPE)].decode()}"' in magic


def test_the_package_depends_on_every_library_that_is_asked_of_a_system():
    must, should = make_deb.depends()
    assert "libxcb-cursor0" in must
    assert "libglib2.0-0 | libglib2.0-0t64" in must
    assert "libcups2 | libcups2t64" in should
