"""Scans for tests, and a program that stands in for Tesseract."""

import sys
from pathlib import Path

import pymupdf
from pdf_files import HEIGHT, WIDTH, finished

DPI = 300
_SCALE = DPI / 72


def scan_pdf(*pages: str, rotation: int = 0) -> bytes:
    """Pictures of pages with these words (drawn only so that there is something to be seen); "" for an empty page."""
    document = pymupdf.open()
    for words in pages:
        page = document.new_page(width=WIDTH, height=HEIGHT)
        if words:
            page.insert_image(page.rect, pixmap=picture(words))
            page.set_rotation(rotation)
    return finished(document)


def picture(words: str, *, dpi: int = 72, size: float = 12) -> "pymupdf.Pixmap":
    with pymupdf.open() as document:
        page = document.new_page(width=WIDTH, height=HEIGHT)
        page.insert_textbox((50, 88, WIDTH - 40, HEIGHT - 40), words, fontsize=size, fontname="tiro")
        page.draw_rect((10, 10, WIDTH - 10, HEIGHT - 10))
        return page.get_pixmap(dpi=dpi, colorspace="gray")


def word(text: str, box: tuple[float, float, float, float], *, line: int = 1, sure: float = 96.0) -> str:
    """A line of Tesseract's table; the box is left, top, right, bottom in points of the page as it is shown."""
    left, top, right, bottom = (round(edge * _SCALE) for edge in box)
    cells = (5, 1, 1, 1, line, 1, left, top, right - left, bottom - top, sure, text)
    return "\t".join(map(str, cells))


def stand_in(folder: Path, *lines: str, languages: str = "nld eng", does: str = "") -> Path:
    """A program that is called like Tesseract and finds these words in every picture. Needs no other program.

    Args:
        does: what it does first when it is to read, in the language of the shell.
    """
    table = "\n".join(f"printf '%s\\n' '{line}'" for line in lines)
    listed = "\n".join(f"  echo {name}" for name in languages.split())
    path = folder / "tesseract"
    path.write_text(
        f'#!/bin/sh\nif [ "$1" = --list-langs ]; then\n  echo "List of available languages:"\n{listed}\n  exit 0\nfi\n'
        f"{does}\n{table}\n"
    )
    path.chmod(0o755)
    assert sys.platform != "win32"
    return path


WORDS = (
    word("De", (50, 90, 65, 102)),
    word("bedrijfsverzamelgebouwen", (70, 90, 220, 102)),
    word("in", (50, 106, 60, 118), line=2),
    word("Wageningen.", (64, 106, 140, 118), line=2),
)
