"""Tesseract, if it is installed: which languages it knows, and what it reads in a picture."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

from zzpreader.engine.spawn import program, surroundings
from zzpreader.model.displayed import one_line
from zzpreader.model.geometry import Rect
from zzpreader.model.recognised import Seen

_NAMED = "ZZPREADER_TESSERACT"
_LIST_SECONDS, _PAGE_SECONDS = 10.0, 120.0
_ORIENTATION = "osd"
_DETECTED, _AS_IT_STANDS = "1", "3"
"""How it takes the page apart: after it has found out which way is up, or as it is."""

_WORD, _COLUMNS = 5, 12
_LEAST_SURE, _LEAST_SURE_OF_SIGNS = 15, 55
"""Below the first it is no word; below the second, a row of signs without letters is a stain."""

_USUAL = ("nld", "eng")
_CODES = {"nl": "nld", "en": "eng", "de": "deu", "fr": "fra", "fy": "fry"}


class Unread(Exception):
    """It died, took too long, or said nothing."""


def find_tesseract() -> Path | None:
    """What `ZZPREADER_TESSERACT` names, else what the system would start."""
    found = shutil.which(os.environ.get(_NAMED) or "tesseract")
    return Path(found).absolute() if found else None


class Tesseract:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.installed = _installed(path)

    def languages(self, said: str, chosen: str = "") -> tuple[str, ...]:
        """In which to read: none if no data is installed at all.

        Args:
            said: by the publication, such as "nl-NL".
            chosen: by the reader, such as "nld+eng"; "" leaves it to the publication.
        """
        wanted = tuple(chosen.split("+")) if chosen else (_CODES.get(said.lower()[:2], ""),)
        for names in (wanted, _USUAL, self.installed):
            if there := tuple(name for name in names if name in self.installed and name != _ORIENTATION):
                return there
        return ()

    def read(self, png: bytes, dpi: float, languages: Iterable[str]) -> list[Seen]:
        """The words in a picture, in its order of reading. Raises: Unread, OSError."""
        way = _DETECTED if _ORIENTATION in self.installed else _AS_IT_STANDS
        told = ["stdin", "stdout", "-l", "+".join(languages), "--psm", way, "--dpi", str(round(dpi))]
        told += ["-c", "tessedit_create_tsv=1"]
        with _scratch() as picture, _scratch() as answer:
            picture.write(png)
            picture.seek(0)
            status = _run([*_locked(), str(self.path), *told], picture, answer, _PAGE_SECONDS)
            if status:
                raise Unread(f"it ended with {status}")
            answer.seek(0)
            return read_tsv(answer.read().decode("utf-8", "replace"))


def read_tsv(table: str) -> list[Seen]:
    """Its table of words; what is no line of it is passed over."""
    found: list[Seen] = []
    for line in table.splitlines():
        cells = line.split("\t")
        if len(cells) != _COLUMNS:
            continue
        try:
            level, page, block, paragraph, number, _, left, top, width, height = map(int, cells[:10])
            confidence = float(cells[10])
        except ValueError:
            continue
        word = one_line(cells[11])
        if level != _WORD or not word or not _is_believed(word, confidence):
            continue
        box = Rect(left, top, left + max(width, 1), top + max(height, 1))
        found.append(Seen(word, box, confidence, (page, block, paragraph), number))
    return found


def _is_believed(word: str, confidence: float) -> bool:
    return confidence >= (_LEAST_SURE if any(map(str.isalnum, word)) else _LEAST_SURE_OF_SIGNS)


def _installed(path: Path) -> tuple[str, ...]:
    """Languages, in its own codes."""
    try:
        said = subprocess.run(
            [path, "--list-langs"], capture_output=True, check=False, timeout=_LIST_SECONDS, env=surroundings()
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    lines = said.stdout.decode("utf-8", "replace").splitlines()
    return tuple(line.strip() for line in lines[1:] if line.strip())


def _locked() -> list[str]:
    return [] if sys.platform == "win32" else [*program(), "--locked-program"]


def _run(command: Sequence[str], picture: IO[bytes], answer: IO[bytes], seconds: float) -> int:
    """Raises: Unread after that time, OSError."""
    process = subprocess.Popen(
        command,
        stdin=picture,
        stdout=answer,
        stderr=subprocess.DEVNULL,
        env={**surroundings(), "OMP_THREAD_LIMIT": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise Unread(f"it took more than {seconds:.0f} s") from None
    finally:
        process.kill()
        process.wait()


def _scratch() -> IO[bytes]:
    """A file without a name, in memory where there is such a thing."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("zzpreader-picture"), "w+b")
    return tempfile.TemporaryFile(prefix="zzpreader-")
