"""What a desktop is told of the program, judged by the desktop's own tools."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

import make_deb
from zzpreader.export.notes_bundle import MIMETYPE
from zzpreader.files import BUNDLE_SUFFIX, NOTES_SUFFIX
from zzpreader.program.sharing import BUNDLE_MIMETYPE

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


OURS = pytest.mark.parametrize(("mimetype", "suffix"), [(MIMETYPE, NOTES_SUFFIX), (BUNDLE_MIMETYPE, BUNDLE_SUFFIX)])


@OURS
def test_a_desktop_knows_our_files_by_their_name_and_by_their_contents(tmp_path: Path, mimetype: bytes, suffix: str):
    packages = tmp_path / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(PACKAGING / "zzpreader-mime.xml", packages)
    judged("update-mime-database", str(tmp_path / "mime"))
    assert f"{mimetype.decode()}:*{suffix}" in (tmp_path / "mime" / "globs").read_text(encoding="utf-8")
    file = tmp_path / f"one{suffix}"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", mimetype)
    start = file.read_bytes()
    magic = (packages / "zzpreader-mime.xml").read_text(encoding="utf-8")
    assert f'value="{start[30 : 38 + len(mimetype)].decode()}"' in magic


@OURS
def test_the_menu_entry_and_the_description_name_the_types_of_our_files(mimetype: bytes, suffix: str):
    entry = (PACKAGING / "zzpreader.desktop").read_text(encoding="utf-8")
    assert f"{mimetype.decode()};" in entry
    assert f"<mediatype>{mimetype.decode()}</mediatype>" in (PACKAGING / "zzpreader.metainfo.xml").read_text("utf-8")


def test_the_package_depends_on_every_library_that_is_asked_of_a_system():
    must, should = make_deb.depends()
    assert "libxcb-cursor0" in must
    assert "libglib2.0-0 | libglib2.0-0t64" in must
    assert "libcups2 | libcups2t64" in should
