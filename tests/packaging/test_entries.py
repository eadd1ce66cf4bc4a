"""What a desktop is told of the program, judged by the desktop's own tools."""

import importlib
import re
import shutil
import subprocess
import zipfile
from argparse import ArgumentParser, _SubParsersAction
from pathlib import Path

import pytest

import make_deb
from zzpreader.__main__ import _COMMANDS
from zzpreader.cli.importing import Format
from zzpreader.export import templates
from zzpreader.export.formats import FORMATS
from zzpreader.export.notes_bundle import MIMETYPE
from zzpreader.files import BUNDLE_SUFFIX, NOTES_SUFFIX
from zzpreader.program.sharing import BUNDLE_MIMETYPE

MANUALS = pytest.mark.parametrize("manual", ["zzpreader.1", "zzpreader.nl.1"])
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


@MANUALS
def test_the_manual_page_is_set_without_a_warning(manual: str):
    done = judged("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(PACKAGING / manual))
    assert "warning" not in done


@MANUALS
def test_every_option_of_every_command_stands_in_the_manual_page(manual: str):
    text = (PACKAGING / manual).read_text(encoding="utf-8").replace("\\-", "-")
    asked = {option for command in _COMMANDS for parser in parsers_of(command) for option in options_of(parser)}
    assert len(asked) > 30
    assert sorted(option for option in asked if not re.search(rf"{option}(?![\w-])", text)) == []


@MANUALS
def test_every_format_and_status_stands_in_the_manual_page(manual: str):
    words = set(re.split(r"[\s,:()]+|\.\s", (PACKAGING / manual).read_text(encoding="utf-8").replace("\\-", "-")))
    assert {*FORMATS, *map(str, Format), *templates.shipped()} - words == set()


def parsers_of(command: str) -> list[ArgumentParser]:
    """Of a command and of its actions."""
    parser = ArgumentParser()
    importlib.import_module(f"zzpreader.cli.{command}").arguments(parser)
    below = [action for action in parser._actions if isinstance(action, _SubParsersAction)]
    return [parser, *(one for action in below for one in action.choices.values())]


def options_of(parser: ArgumentParser) -> set[str]:
    return {option for action in parser._actions for option in action.option_strings if option.startswith("--")}


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
