"""Markdown while it is written: its look in the text itself, and the keys that add markup.

One line is looked at a time, and the signs stay where they are, only quieter.
"""

import re
from typing import NamedTuple

from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPalette,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from zzpreader.model.checklist import box_at, next_item, turned_line

_HEADING = re.compile(r"(#{1,6})\s+.*")
_LIST = re.compile(r"\s*([-*+]|\d+[.)])(?=\s)")
_DONE = re.compile(r"\s*[-*+]\s+\[[xX]\]\s+(.*)")
_QUOTE = re.compile(r"\s*>.*")
_FENCE = re.compile(r"\s*(```|~~~)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![*\w])(\*|_)(?=[^\s*_])([^*_]+?)(?<=[^\s*_])\1(?![*\w])")
_CODE = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\(([^)\s]*)\)")
_ADDRESS = re.compile(r"(?:https?://|zzp:)[^\s<>()]+")

_PLAIN, _FENCED = -1, 1
"""What a line says of the next one."""


class _Looks(NamedTuple):
    heading: tuple[QTextCharFormat, ...]
    bold: QTextCharFormat
    italic: QTextCharFormat
    code: QTextCharFormat
    quiet: QTextCharFormat
    accent: QTextCharFormat
    link: QTextCharFormat


class MarkdownHighlighter(QSyntaxHighlighter):
    """Headings are larger, bold is bold, italics italic, signs of lists in the accent colour, quotes quiet."""

    def __init__(self, document: QTextDocument) -> None:
        self._looks = _looks(QGuiApplication.palette(), document.defaultFont())
        super().__init__(document)

    def dress(self, palette: QPalette, font: QFont) -> None:
        """In other colours or letters from now on."""
        self._looks = _looks(palette, font)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        looks, is_fenced = self._looks, self.previousBlockState() == _FENCED
        is_fence = _FENCE.match(text) is not None
        if is_fence or is_fenced:
            self.setCurrentBlockState(_PLAIN if is_fence and is_fenced else _FENCED)
            self.setFormat(0, len(text), looks.code)
            return
        self.setCurrentBlockState(_PLAIN)
        if heading := _HEADING.match(text):
            self.setFormat(0, len(text), looks.heading[len(heading.group(1)) - 1])
            return
        if _QUOTE.match(text):
            self.setFormat(0, len(text), looks.quiet)
        for pattern, look in ((_ITALIC, looks.italic), (_BOLD, looks.bold), (_CODE, looks.code)):
            for found in pattern.finditer(text):
                self.setFormat(found.start(), len(found.group()), look)
        self._show_links(text)
        if done := _DONE.match(text):
            self.setFormat(done.start(1), len(done.group(1)), looks.quiet)
        if sign := _LIST.match(text):
            self.setFormat(sign.start(1), len(sign.group(1)), looks.accent)
        if box := box_at(text):
            self.setFormat(box.start, len(box), looks.accent)

    def _show_links(self, text: str) -> None:
        for found in _ADDRESS.finditer(text):
            self.setFormat(found.start(), len(found.group()), self._looks.link)
        for found in _LINK.finditer(text):
            self.setFormat(found.start(), len(found.group()), self._looks.quiet)
            self.setFormat(found.start(1), len(found.group(1)), self._looks.link)


def _looks(palette: QPalette, font: QFont) -> _Looks:
    role = QPalette.ColorRole
    headings = tuple(QTextCharFormat() for _ in range(6))
    for heading, share in zip(headings, (1.3, 1.15, 1.0, 1.0, 1.0, 1.0), strict=True):
        heading.setFontWeight(QFont.Weight.Bold)
        if font.pointSizeF() > 0:
            heading.setFontPointSize(font.pointSizeF() * share)
    bold, italic, code = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    quiet, accent, link = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    italic.setFontItalic(True)
    code.setFontFamilies(["monospace"])
    quiet.setForeground(palette.color(role.PlaceholderText))
    accent.setForeground(palette.color(role.Accent))
    accent.setFontWeight(QFont.Weight.Bold)
    link.setForeground(palette.color(role.Link))
    link.setFontUnderline(True)
    return _Looks(headings, bold, italic, code, quiet, accent, link)


def toggle_sign(cursor: QTextCursor, sign: str) -> None:
    """`sign` around what is chosen, or away from it; with nothing chosen the cursor stands between the signs."""
    chosen, length = cursor.selectedText(), len(sign)
    cursor.beginEditBlock()
    if len(chosen) > 2 * length and chosen.startswith(sign) and chosen.endswith(sign):
        cursor.insertText(chosen[length:-length])
    else:
        cursor.insertText(f"{sign}{chosen}{sign}")
        if not chosen:
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, length)
    cursor.endEditBlock()


def turn_box(cursor: QTextCursor) -> None:
    """Tick the box of the cursor's line, or no longer; a line without one gets one."""
    before = cursor.block().text()
    after = turned_line(before)
    from_end = len(before) - cursor.positionInBlock()
    start = cursor.block().position()
    cursor.beginEditBlock()
    cursor.setPosition(start)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(after)
    cursor.setPosition(max(start + len(after) - from_end, start))
    cursor.endEditBlock()


def go_on_with_list(cursor: QTextCursor) -> bool:
    """A new line that goes on with the list of this one, or ends it; False if the cursor stands at the end of none."""
    if cursor.hasSelection() or not cursor.atBlockEnd():
        return False
    begin = next_item(cursor.block().text())
    if begin is None:
        return False
    cursor.beginEditBlock()
    if begin:
        cursor.insertText(f"\n{begin}")
    else:
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    cursor.endEditBlock()
    return True
