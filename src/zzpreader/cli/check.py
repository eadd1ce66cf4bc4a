"""`zzpreader check [FILE]`: what is missing on this machine, and whether a file can be read."""

import ctypes
import importlib
import importlib.util
import os
import sys
import tomllib
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from zzpreader.cli.reading import pages_of, reading
from zzpreader.cli.trouble import Trouble
from zzpreader.resources import resource_path
from zzpreader.sentences import filled, translate
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.problems import StoreError

_PACKAGES = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "pymupdf", "tinydb", "msgspec", "filelock")


class Finding(NamedTuple):
    is_well: bool
    words: str


def _well(words: str) -> Finding:
    return Finding(is_well=True, words=words)


def _wrong(words: str) -> Finding:
    return Finding(is_well=False, words=words)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")


def run(options: Namespace) -> None:
    findings = list(_file(options.file) if options.file else _machine())
    for finding in findings:
        print(("  " if finding.is_well else "! ") + finding.words)
    if not all(finding.is_well for finding in findings):
        raise Trouble(translate("Cli", "Something is missing; see the lines that begin with “!”."))


def _machine() -> Iterator[Finding]:
    yield _well(f"Python {sys.version.split()[0]}, {sys.platform}")
    yield from _packages()
    if sys.platform == "linux":
        yield from _libraries()
        yield _screen()
    yield from _store()


def _packages() -> Iterator[Finding]:
    for name in _PACKAGES:
        try:
            if name == "pymupdf":
                is_there = importlib.util.find_spec(name) is not None
            else:
                is_there = bool(importlib.import_module(name))
            yield _well(name) if is_there else _wrong(name)
        except ImportError as problem:
            yield _wrong(f"{name}: {problem}")


def _libraries() -> Iterator[Finding]:
    groups = tomllib.loads(resource_path("system-libraries.toml").read_text(encoding="utf-8"))
    wanted: dict[str, str] = dict(groups["qt"])
    if os.environ.get("DISPLAY"):
        wanted |= groups["x11"]
    missing = sorted({package for library, package in wanted.items() if not _loads(library)})
    if missing:
        said = translate("Cli", "System libraries are missing. On Debian or Ubuntu: %1")
        yield _wrong(filled(said, "sudo apt-get install " + " ".join(missing)))
    else:
        yield _well(translate("Cli", "All system libraries are there."))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _screen() -> Finding:
    for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"):
        if value := os.environ.get(name):
            return _well(f"{name}={value}")
    said = translate("Cli", "There is no screen here: the window cannot open. The other commands work, and --snapshot.")
    return _well(said)


def _store() -> Iterator[Finding]:
    home = Home()
    folder = filled(translate("Cli", "Folder for notes: %1"), str(home.folder))
    try:
        home.prepare()
        yield _well(folder)
        known = len(Library(home).entries())
        yield _well(filled(translate("Cli", "Publications in the library: %1"), str(known)))
    except StoreError as problem:
        yield _wrong(str(problem))


def _file(file: Path) -> Iterator[Finding]:
    with reading(file) as reader:
        opened = reader.opened
        pages = pages_of(reader)
    yield _well(filled(translate("Cli", "“%1” can be read."), file.name))
    yield _well(filled(translate("Cli", "Pages: %1"), str(opened.pages)))
    if any(page.label for page in pages):
        yield _well(translate("Cli", "It has printed page labels."))
    if opened.locked:
        yield _well(translate("Cli", "It is locked with a password."))
    if opened.repaired:
        yield _well(translate("Cli", "The file is damaged; what could be repaired is shown."))
