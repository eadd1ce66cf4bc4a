"""Markdown while it is written."""

import pytest
from PySide6.QtGui import QFont, QTextCursor, QTextDocument

from zzpreader.ui.notes.markdown import MarkdownHighlighter, toggle_sign


def bold_letters(text: str) -> str:
    document = QTextDocument(text)
    MarkdownHighlighter(document).rehighlight()
    block = document.begin()
    found = ""
    for part in block.layout().formats():
        if part.format.fontWeight() == QFont.Weight.Bold:
            found += text[part.start : part.start + part.length]
    return found


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("# Heading", "# Heading"),
        ("#no heading", ""),
        ("some **bold** word", "**bold**"),
        ("2 ** 3 ** 4", ""),
        ("- item", "-"),
        ("- [ ] to do", "-[ ]"),
        ("12. item", "12."),
    ],
)
def test_markup_stands_out_lightly(qapp, text, bold):
    assert bold_letters(text) == bold


def test_bold_goes_around_what_is_chosen_and_away_again(qapp):
    document = QTextDocument("a word")
    cursor = QTextCursor(document)
    cursor.setPosition(2)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    toggle_sign(cursor, "**")
    assert document.toPlainText() == "a **word**"
    cursor.setPosition(2)
    cursor.setPosition(10, QTextCursor.MoveMode.KeepAnchor)
    toggle_sign(cursor, "**")
    assert document.toPlainText() == "a word"
