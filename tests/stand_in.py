"""A stand-in for the publication 'ZZP en de stad', which is not ours to pass on.

It has what makes the real one hard to read on a screen: the cover and the contents alone, then two printed pages
on each PDF page; printed numbers in the outer margins, and in the file no bookmarks, no /PageLabels, no links. The
text is our own and says nothing; of the ten lessons three carry the titles of the built-in bundle, and seven are
placeholders.
"""

from collections.abc import Iterator
from functools import cache
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

import pymupdf

from zzpreader.resources import resource_path

WIDTH, HEIGHT = 482.0, 680.0  # of one printed page, in points
LEFT, TOP, MEASURE, BOTTOM = 56.0, 84.0, 370.0, 612.0
LEADING = 15.0
FIRST_PRINTED, LAST_PRINTED = 2, 81


class Entry(NamedTuple):
    """A section of the publication: where it starts on paper, its heading, and the line below it."""

    printed: int
    title: str
    by: str


SECTIONS = (
    Entry(2, "Voorwoord", "Maxime Verhagen, minister van Economische Zaken, Landbouw en Innovatie"),
    Entry(4, "Introductie", "ZZP BV: van programma naar werkelijkheid"),
    Entry(7, "Interview", "Jacques van Ek en Jim Schuyt"),
    Entry(12, "Onderzoek", "Arjan van den Born, Universiteit Utrecht"),
    Entry(46, "Pilotprojecten wijkeconomie", "Ruud Dorenbos, Nicis Institute"),
    Entry(54, "Zzp’ers in stedelijk economisch beleid", "Ruud Dorenbos, Nicis Institute"),
    Entry(62, "Verslag", "Conferentie ‘ZZP en de stad’, Amersfoort, 21 maart 2012"),
    Entry(74, "Duurzame zzp’ers: kansen voor de stad?", ""),
    Entry(78, "Nawoord", "Gert Boeve, wethouder van de gemeente Amersfoort"),
)
LESSONS_HEADING = "Tien lessen voor gemeenten"
LESSONS = (
    "Les 1: plaatshouder",
    "Les 2: Netwerkbijeenkomsten kosten weinig en leveren veel op",
    "Les 3: plaatshouder",
    "Les 4: plaatshouder",
    "Les 5: Harde cijfers helpen",
    "Les 6: plaatshouder",
    "Les 7: plaatshouder",
    "Les 8: plaatshouder",
    "Les 9: De wijk alleen is vaak te klein",
    "Les 10: plaatshouder",
)
LESSONS_ON = {38: LESSONS[:4], 39: LESSONS[4:7], 40: LESSONS[7:]}
PILOTS = (49, "De zeven andere gemeenten met een pilot")

_SENTENCES = (
    "Deze zin staat hier om de bladzijde te vullen en beweert niets.",
    "Een alinea die nergens over gaat, heeft toch regels nodig om te kunnen worden gelezen.",
    "Wie dit leest, weet na afloop evenveel als ervoor.",
    "De zetter koos een rustige letter en liet de marges ruim.",
    "Zo’n proefbladzijde is er voor het oog, niet voor de inhoud.",
    "Op de volgende regel gebeurt ook weinig, maar wel in dezelfde letter.",
    "Er komen woorden met accenten in voor: geïnd, coöperatie, één, reünie en façade.",
    "Lange woorden als samen\u00adwerkings\u00adovereen\u00adkomst breken soms aan het einde van de regel.",
    "Ook vergader\u00adzalen en brood\u00adtrommels krijgen hier hun plaats.",
    "De klok tikt, de koffie wordt koud en de tekst loopt door.",
    "Niemand hoeft deze regels te onthouden; ze mogen weer vergeten worden.",
    "Na de komma volgt een bijzin, die kort is, en daarna een punt.",
    "Het papier is denkbeeldig, de regels zijn dat niet.",
)
_FONTS = {"text": "Literata-Regular.ttf", "bold": "PublicSans-Bold.ttf", "plain": "PublicSans-Regular.ttf"}


def place_of(printed: int) -> tuple[int, str]:
    """The PDF page, counted from 1, and the half of it on which a printed page lies."""
    return printed // 2 + 2, "right" if printed % 2 else "left"


def make_stand_in(path: Path) -> Path:
    """Writes the PDF; the same bytes each time."""
    path.write_bytes(_stand_in())
    return path


@cache
def _stand_in() -> bytes:
    with pymupdf.open() as document:
        cover = _Sheet(document, WIDTH)
        cover.draw_cover()
        cover.finish()
        contents = _Sheet(document, WIDTH)
        contents.draw_contents()
        contents.finish()
        for printed in range(FIRST_PRINTED, LAST_PRINTED + 1, 2):
            sheet = _Sheet(document, 2 * WIDTH)
            sheet.draw_printed_page(printed, shift=0.0)
            sheet.draw_printed_page(printed + 1, shift=WIDTH)
            sheet.finish()
        document.subset_fonts()
        return document.tobytes(garbage=3, deflate=True, no_new_id=True)


class _Sheet:
    """One PDF page that is being drawn."""

    def __init__(self, document, width: float) -> None:
        page = document.new_page(width=width, height=HEIGHT)
        for name, file in _FONTS.items():
            page.insert_font(fontname=name, fontfile=resource_path("fonts", file))
        self._shape = page.new_shape()

    def finish(self) -> None:
        self._shape.commit()

    def draw_cover(self) -> None:
        self._write(LEFT, 220, "ZZP en de stad", "bold", 34)
        self._write(LEFT, 252, "Proefexemplaar zonder inhoud", "plain", 14)

    def draw_contents(self) -> None:
        self._write(LEFT, TOP + 10, "Inhoud", "bold", 22)
        y = TOP + 60
        for entry in SECTIONS:
            number = str(entry.printed)
            self._write(LEFT, y, entry.title, "bold", 11)
            self._write(LEFT + MEASURE - _width(number, "bold", 11), y, number, "bold", 11)
            self._write(LEFT, y + 14, entry.by, "plain", 9)
            y += 46

    def draw_printed_page(self, printed: int, shift: float) -> None:
        left = LEFT + shift
        self._write(left, 48, "ZZP en de stad", "plain", 8)
        outer = left if printed % 2 == 0 else left + MEASURE - _width(str(printed), "plain", 9)
        self._write(outer, HEIGHT - 36, str(printed), "plain", 9)
        text = _running_text(printed)
        y = TOP
        for entry in SECTIONS:
            if entry.printed == printed:
                self._write(left, y + 16, entry.title, "bold", 20)
                self._write(left, y + 36, entry.by, "plain", 10)
                y += 72
        if printed == min(LESSONS_ON):
            self._write(left, y + 10, LESSONS_HEADING, "bold", 15)
            y += 40
        if printed == PILOTS[0]:
            self._write(left, y + 8, PILOTS[1], "bold", 13)
            y += 30
        for lesson in LESSONS_ON.get(printed, ()):
            self._write(left, y, lesson, "bold", 11)
            y = self._write_lines(left, y + LEADING, text, 5) + 8
        self._write_lines(left, y, text, int((BOTTOM - y) / LEADING))

    def _write_lines(self, left: float, y: float, lines: Iterator[str], how_many: int) -> float:
        for line in islice(lines, how_many):
            self._write(left, y, line, "text", 10)
            y += LEADING
        return y

    def _write(self, x: float, y: float, text: str, font: str, size: int) -> None:
        self._shape.insert_text((x, y), text, fontname=font, fontsize=size)


def _running_text(printed: int) -> Iterator[str]:
    """Endless lines, other ones on each page."""
    space = _width(" ", "text", 10)
    line, filled = "", 0.0
    for word in _words(printed):
        for n, part in enumerate(word.split("\u00ad")):
            glue = "" if n or not line else " "
            wide = filled + (space if glue else 0.0) + _width(part, "text", 10)
            if wide > MEASURE - 4:  # room for a hyphen
                yield line + ("-" if n else "")
                line, filled = part, _width(part, "text", 10)
            else:
                line, filled = line + glue + part, wide


def _words(printed: int) -> Iterator[str]:
    for n in count():
        yield from _SENTENCES[(printed * 5 + n * 7 + n * n) % len(_SENTENCES)].split()


@cache
def _font(name: str):
    return pymupdf.Font(fontfile=str(resource_path("fonts", _FONTS[name])))


@cache
def _width(text: str, font: str, size: int) -> float:
    return _font(font).text_length(text, fontsize=size)
