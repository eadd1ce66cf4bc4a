"""Letters, words and lines: text is shaped (with kerning, without ligatures) and broken into even lines."""

import importlib
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

_harfbuzz: Any = importlib.import_module("uharfbuzz")  # it has no types


class Glyph(NamedTuple):
    """A glyph of a face; widths are in thousandths of the letter size, `kern` is how much more to the next."""

    number: int
    width: float
    kern: float


class Face:
    """A font file, and which of its glyphs have been set so far."""

    def __init__(self, file: Path) -> None:
        self.name = file.stem
        self.set_glyphs: dict[int, tuple[str, float]] = {}
        """For every glyph that has been set: its character and its width."""
        self._face: Any = _harfbuzz.Face(_harfbuzz.Blob.from_file_path(str(file)))
        self._font: Any = _harfbuzz.Font(self._face)
        self._shaped: dict[str, tuple[Glyph, ...]] = {}

    def shape(self, text: str) -> tuple[Glyph, ...]:
        """
        Raises:
            ValueError: the face lacks a character.
        """
        if text not in self._shaped:
            self._shaped[text] = tuple(self._shape(text))
        return self._shaped[text]

    def _shape(self, text: str) -> Iterable[Glyph]:
        buffer = _harfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        _harfbuzz.shape(self._font, buffer, {"kern": True, "liga": False})
        to_thousandths = 1000 / self._face.upem
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            character = text[info.cluster]
            if info.codepoint == 0:
                raise ValueError(f"{self.name} has no {character!r}")
            width = self._font.get_glyph_h_advance(info.codepoint) * to_thousandths
            self.set_glyphs.setdefault(info.codepoint, (character.replace("\u00a0", " "), width))
            yield Glyph(info.codepoint, width, position.x_advance * to_thousandths - width)

    def subset(self) -> bytes:
        """The font file with only the glyphs that have been set, under the numbers that they had."""
        wanted = _harfbuzz.SubsetInput()
        wanted.sets(_harfbuzz.SubsetInputSets.GLYPH_INDEX).set(set(self.set_glyphs))
        wanted.sets(_harfbuzz.SubsetInputSets.UNICODE).set({ord(c) for c, _ in self.set_glyphs.values()})
        wanted.flags = _harfbuzz.SubsetFlags.RETAIN_GIDS | _harfbuzz.SubsetFlags.NO_HINTING
        return bytes(_harfbuzz.subset(self._face, wanted).blob.data)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The space that lines of this face need, in thousandths: left, bottom, right, top."""
        extents = self._font.get_font_extents("ltr")
        scale = 1000 / self._face.upem
        return -200.0, extents.descender * scale, 1200.0, extents.ascender * scale

    @property
    def capital_height(self) -> float:
        extents = self._font.get_glyph_extents(self._font.get_nominal_glyph(ord("H")))
        return extents.y_bearing * 1000 / self._face.upem

    @property
    def tag(self) -> str:
        """Six letters that name the subset, as PDF asks."""
        digest = sha256(repr(sorted(self.set_glyphs)).encode()).digest()
        return "".join(chr(65 + byte % 26) for byte in digest[:6])


class Style(NamedTuple):
    """How letters look; `leading` is the distance between two lines. Lengths in points, colours 0 to 1."""

    face: Face
    size: float
    leading: float
    colour: tuple[float, float, float] = (0.13, 0.13, 0.14)
    tracking: float = 0.0
    """Added after every letter, in thousandths of the size."""

    def width(self, text: str) -> float:
        glyphs = self.face.shape(text)
        return sum(glyph.width + glyph.kern + self.tracking for glyph in glyphs) * self.size / 1000


class Piece(NamedTuple):
    """Letters of one style without a break."""

    text: str
    style: Style
    link: str = ""

    @property
    def width(self) -> float:
        return self.style.width(self.text)


Word = tuple[Piece, ...]


def words_of(pieces: Iterable[Piece]) -> list[Word]:
    """The pieces parted at spaces; a word may change its style half way."""
    words: list[Word] = []
    open_word: Word = ()
    for piece in pieces:
        for n, part in enumerate(piece.text.split(" ")):
            if n and open_word:
                words.append(open_word)
                open_word = ()
            if part:
                open_word = (*open_word, piece._replace(text=part))
    return [*words, open_word] if open_word else words


def break_lines(words: Sequence[Word], measure: float) -> list[tuple[Word, ...]]:
    """Lines no wider than `measure`, as even as can be: the sum of the squared empty ends is the least.

    A last line of a single short word costs extra. A word that is wider than a line has one of its own.
    """
    widths = [sum(piece.width for piece in word) for word in words]
    spaces = [word[-1].style.width(" ") for word in words]
    best: list[float] = [0.0] * (len(words) + 1)  # the least cost of all from this word on
    ends = [len(words)] * (len(words) + 1)
    for start in reversed(range(len(words))):
        best[start] = float("inf")
        wide = 0.0
        for end in range(start + 1, len(words) + 1):
            wide += widths[end - 1] + (spaces[end - 2] if end - 1 > start else 0.0)
            if wide > measure and end > start + 1:
                break
            cost = best[end] + _badness(measure - wide, measure, is_last=end == len(words))
            if cost < best[start]:
                best[start], ends[start] = cost, end
    lines: list[tuple[Word, ...]] = []
    start = 0
    while start < len(words):
        lines.append(tuple(words[start : ends[start]]))
        start = ends[start]
    return lines


def _badness(empty: float, measure: float, *, is_last: bool) -> float:
    if is_last:
        return measure**2 / 16 if empty > measure * 0.85 else 0.0
    return max(empty, 0.0) ** 2


def segments(line: Sequence[Word]) -> list[Piece]:
    """The line as the fewest pieces, with its spaces."""
    joined: list[Piece] = []
    for n, word in enumerate(line):
        for m, piece in enumerate(word):
            space = " " if n and not m else ""
            if joined and joined[-1].style == piece.style and joined[-1].link == piece.link:
                joined[-1] = piece._replace(text=joined[-1].text + space + piece.text)
                continue
            if space:
                joined[-1] = joined[-1]._replace(text=joined[-1].text + " ")
            joined.append(piece)
    return joined
