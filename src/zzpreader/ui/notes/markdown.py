"""Markdown while it is written: light emphasis in the text itself, and the one key that adds markup."""

import re

from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPalette,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

_HEADING = re.compile(r"#{1,6}\s+.*")
_LIST = re.compile(r"\s*([-*+]|\d+[.)])(?=\s)")
_BOX = re.compile(r"\s*[-*+]\s+(\[[ xX]\])(?=\s|$)")
_DONE = re.compile(r"\s*[-*+]\s+\[[xX]\]\s+(.*)")
_QUOTE = re.compile(r"\s*>.*")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![*\w])(\*|_)(?=[^\s*_])([^*_]+?)(?<=[^\s*_])\1(?![*\w])")
_CODE = re.compile(r"`[^`\n]+`")


class MarkdownHighlighter(QSyntaxHighlighter):
    """Headings and bold are bold, italics italic, signs of lists and boxes in the accent colour, quotes quiet."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        palette = QGuiApplication.palette()
        accent, quiet = QTextCharFormat(), QTextCharFormat()
        accent.setForeground(palette.color(QPalette.ColorRole.Accent))
        accent.setFontWeight(QFont.Weight.Bold)
        quiet.setForeground(palette.color(QPalette.ColorRole.PlaceholderText))
        bold, italic, code = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        italic.setFontItalic(True)
        code.setFontFamilies(["monospace"])
        if _HEADING.match(text):
            self.setFormat(0, len(text), bold)
            return
        if _QUOTE.match(text):
            self.setFormat(0, len(text), quiet)
        for pattern, look in ((_CODE, code), (_ITALIC, italic), (_BOLD, bold)):
            for found in pattern.finditer(text):
                self.setFormat(found.start(), len(found.group()), look)
        if done := _DONE.match(text):
            self.setFormat(done.start(1), len(done.group(1)), quiet)
        for found in (_LIST.match(text), _BOX.match(text)):
            if found:
                self.setFormat(found.start(1), len(found.group(1)), accent)


def toggle_bold(cursor: QTextCursor) -> None:
    """Bold around what is chosen, or away from it; with nothing chosen the cursor stands between the signs."""
    chosen = cursor.selectedText()
    cursor.beginEditBlock()
    if len(chosen) > 4 and chosen.startswith("**") and chosen.endswith("**"):
        cursor.insertText(chosen[2:-2])
    else:
        cursor.insertText(f"**{chosen}**")
        if not chosen:
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, 2)
    cursor.endEditBlock()
