"""How the column of reading mode is set: fonts, sizes, distances, inks."""

from functools import cache

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from zzpreader.model.reflow import Emphasis, PieceKind
from zzpreader.model.settings import ReadingFont, Settings
from zzpreader.resources import resource_path
from zzpreader.session.pictures import Paper

_FILES = {
    ReadingFont.SERIF: ("Literata-Regular", "Literata-Italic", "Literata-SemiBold"),
    ReadingFont.SANS: ("PublicSans-Regular", "PublicSans-Bold"),
    ReadingFont.LEGIBLE: tuple(
        f"AtkinsonHyperlegible-{style}" for style in ("Regular", "Italic", "Bold", "BoldItalic")
    ),
}
_FAMILIES = {
    ReadingFont.SERIF: ["Literata", "Georgia", "serif"],
    ReadingFont.SANS: ["Public Sans", "Arial", "sans-serif"],
    ReadingFont.LEGIBLE: ["OpenDyslexic", "Atkinson Hyperlegible", "Verdana", "sans-serif"],
}
"""A font for readers with dyslexia that is installed comes before ours; behind ours one with more alphabets."""

_INK = {Paper.LIGHT: "#1d2126", Paper.SEPIA: "#2e261c", Paper.DARK: "#e6e6e6"}
_LINK = {Paper.LIGHT: "#0b5cad", Paper.SEPIA: "#0a4f94", Paper.DARK: "#7cb8f2"}
_HEADING_SIZES = (1.7, 1.4, 1.2, 1.1, 1.0, 1.0)
_SMALL = 0.87
_LINE_PERCENT = 118
_LETTER_SPACING, _WORD_SPACING = 103.0, 0.12
"""Of the font for who finds reading hard: percent of a letter, and of the size between words."""


class Look(Struct, frozen=True):
    """
    Args:
        size: of running text, in points.
        width: letters of a line.
    """

    font: ReadingFont
    size: int
    width: int
    paper: Paper

    @classmethod
    def of(cls, settings: Settings) -> "Look":
        return cls(settings.reading_font, settings.reading_size, settings.reading_width, Paper(settings.paper))

    @property
    def ink(self) -> QColor:
        return QColor(_INK[self.paper])

    @property
    def link(self) -> QColor:
        return QColor(_LINK[self.paper])

    @property
    def text_font(self) -> QFont:
        _load(self.font)
        font = QFont(_FAMILIES[self.font])
        font.setPointSizeF(float(self.size))
        if self.font is ReadingFont.LEGIBLE:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _LETTER_SPACING)
            font.setWordSpacing(_WORD_SPACING * self.size)
        return font

    @property
    def width_px(self) -> float:
        """Of a line of text."""
        return QFontMetricsF(self.text_font).averageCharWidth() * self.width

    def block(self, kind: PieceKind, level: int) -> QTextBlockFormat:
        em = QFontMetricsF(self.text_font).height()
        form = QTextBlockFormat()
        form.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setBottomMargin(0.55 * em)
        match kind:
            case PieceKind.HEADING:
                form.setHeadingLevel(min(max(level, 1), 6))
                form.setLineHeight(105, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
                form.setTopMargin(em * (1.3 if level <= 2 else 0.9))
                form.setBottomMargin(0.4 * em)
            case PieceKind.ITEM:
                form.setLeftMargin(1.1 * em)
                form.setBottomMargin(0.3 * em)
            case PieceKind.NOTE:
                form.setLeftMargin(1.1 * em)
            case PieceKind.PICTURE:
                form.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
                form.setTopMargin(0.4 * em)
            case _:
                pass
        return form

    def letters(self, kind: PieceKind, level: int) -> QTextCharFormat:
        form = QTextCharFormat()
        font = self.text_font
        match kind:
            case PieceKind.HEADING:
                font.setPointSizeF(self.size * _HEADING_SIZES[min(max(level, 1), len(_HEADING_SIZES)) - 1])
                self._embolden(font)
            case PieceKind.NOTE | PieceKind.CAPTION:
                font.setPointSizeF(self.size * _SMALL)
                font.setItalic(kind is PieceKind.CAPTION)
            case _:
                pass
        form.setFont(font)
        form.setForeground(self.ink)
        return form

    def emphasized(self, letters: QTextCharFormat, emphasis: Emphasis) -> QTextCharFormat:
        form = QTextCharFormat(letters)
        font = letters.font()
        if emphasis.bold:
            self._embolden(font)
        if emphasis.italic:
            font.setItalic(not font.italic())
        form.setFont(font)
        if emphasis.raised:
            form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        return form

    def _embolden(self, font: QFont) -> None:
        if self.font is ReadingFont.SERIF:
            font.setFamilies(["Literata SemiBold", *_FAMILIES[self.font]])  # a family of its own
            font.setWeight(QFont.Weight.DemiBold)
        else:
            font.setWeight(QFont.Weight.Bold)


def wave(ink: QColor) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    form.setUnderlineColor(ink)
    return form


@cache
def _load(font: ReadingFont) -> None:
    """When it is first wanted: nothing of it on the way to the first page."""
    for name in _FILES[font]:
        QFontDatabase.addApplicationFont(str(resource_path("fonts", f"{name}.ttf")))


HAND, BEAM = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor
