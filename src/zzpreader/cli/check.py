"""`zzpreader check [FILE]`: what is missing on this machine, and whether a file can be read."""

import ctypes
import importlib
import importlib.util
import os
import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from zzpreader.cli.reading import pages_of, reading
from zzpreader.cli.trouble import Trouble
from zzpreader.libraries import can_print, install_command, missing_packages
from zzpreader.ocr.tesseract import Tesseract, find_tesseract
from zzpreader.resources import resource_path
from zzpreader.sentences import INSTALL_TESSERACT, filled, translate, walls_sentence
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.notebooks import NotebookFile, described
from zzpreader.store.problems import StoreError

_PACKAGES = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "pymupdf", "tinydb", "msgspec", "filelock")

_LEAST_ROOM_BYTES = 100_000_000
"""Below it, saving may soon fail."""


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
    yield _scans()
    yield from _store()
    with reading(resource_path("bundles", "zzp-en-de-stad", "leeswijzer.pdf")) as reader:
        yield _well(walls_sentence(reader.opened.walls))


def _scans() -> Finding:
    """Nothing is missing for who has no scans."""
    path = find_tesseract()
    installed = Tesseract(path).installed if path else ()
    if "nld" in installed:
        said = translate("Cli", "Words in pictures of pages can be read, by Tesseract (%1).")
        return _well(filled(said, ", ".join(installed)))
    if installed:
        said = translate("Cli", "Words in pictures of pages can be read, but not in Dutch. On Debian or Ubuntu: %1")
        return _well(filled(said, "sudo apt-get install tesseract-ocr-nld"))
    said = translate("Cli", "Words in pictures of pages cannot be read (no Tesseract). On Debian or Ubuntu: %1")
    return _well(filled(said, INSTALL_TESSERACT))


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
    if missing := missing_packages():
        said = translate("Cli", "System libraries are missing. On Debian or Ubuntu: %1")
        yield _wrong(filled(said, install_command(missing)))
    else:
        yield _well(translate("Cli", "All system libraries are there."))
    if not can_print():
        yield _well(translate("Cli", "Printers are not reachable from here (no CUPS); printing to PDF works."))


def _screen() -> Finding:
    name = next((name for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM") if os.environ.get(name)), "")
    if not name:
        return _well(
            translate(
                "Cli", "There is no screen here: the window cannot open. The other commands work, and --snapshot."
            )
        )
    place = f"{name}={os.environ[name]}"
    if name == "DISPLAY" and not _answers_on_display():
        return _wrong(filled(translate("Cli", "The screen does not answer: %1"), place))
    return _well(place)


def _answers_on_display() -> bool:
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True  # named among the libraries already
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if display:
        x11.XCloseDisplay(ctypes.c_void_p(display))
    return bool(display)


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
        return
    free = shutil.disk_usage(home.folder).free
    words = filled(translate("Cli", "Room left on that disk: %1 MB"), str(free // 1_000_000))
    yield _well(words) if free > _LEAST_ROOM_BYTES else _wrong(words)
    yield from _notebooks(home)


def _notebooks(home: Home) -> Iterator[Finding]:
    """Each is read, and none is repaired: that is done when its publication is opened."""
    whole = notes = 0
    for path in sorted(home.notebooks.glob("*.json")):
        try:
            publication = described(path)
            book = NotebookFile(path, publication, write=False) if publication else None
        except StoreError as problem:
            yield _wrong(str(problem))
            continue
        if book is None:
            yield _wrong(filled(translate("Cli", "%1 is damaged, and has no older copy that is whole."), path.name))
        elif book.recovery:
            words = translate("Cli", "%1 is damaged; an older copy is whole, and is used when you open “%2”.")
            yield _wrong(filled(words, path.name, book.publication.title))
        else:
            whole += 1
            notes += len(book.annotations)
    yield _well(filled(translate("Cli", "Whole notebooks: %1, with %2 notes and marks"), str(whole), str(notes)))


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
