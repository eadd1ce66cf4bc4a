"""Notes as they look when nobody is writing them: their Markdown laid out, for cards. Nothing they name is loaded."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

_INDENT_PX = 18
_QUOTE_PX = 12
_GAP_SHARE = 0.25
"""Space between paragraphs, as a share of a line."""

_MOST_LETTERS = 10_000
"""What is longer is cut off on the card, not in the editor."""

_MOST_COLUMNS = 40

_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_CHECKED = (QTextBlockFormat.MarkerType.Checked, QTextBlockFormat.MarkerType.Unchecked)


class _StillDocument(QTextDocument):
    """Whatever a text names stays where it is: pictures are replaced by an empty one."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return QImage(1, 1, QImage.Format.Format_ARGB32)


class RenderedNote:
    """One text laid out in a width; all in pixels from its top left."""

    def __init__(self, text: str, width_px: int, font: QFont, palette: QPalette) -> None:
        self._document = _StillDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.setDefaultFont(font)
        self._document.setDocumentMargin(0)
        self._document.setIndentWidth(_INDENT_PX)
        self._document.setMarkdown(_with_hard_breaks(text[:_MOST_LETTERS]), _FEATURES)
        self._palette = palette
        self._calm(self._document.defaultFont())
        self._document.setTextWidth(width_px)

    @property
    def height(self) -> int:
        return -int(-self._layout.documentSize().height() // 1)

    def height_within(self, most_px: float) -> int:
        """Of the lines that are whole above `most_px`."""
        if self.height <= most_px:
            return self.height
        bottom, block = 0.0, self._document.begin()
        while block.isValid():
            top, lines = self._layout.blockBoundingRect(block).top(), block.layout()
            for n in range(lines.lineCount()):
                line = lines.lineAt(n)
                end = top + line.y() + line.height()
                if end > most_px:
                    return int(bottom)
                bottom = end
            block = block.next()
        return int(bottom)

    def paint(self, painter: QPainter, left: int, top: int, height: int) -> None:
        """Its upper `height` pixels."""
        painter.save()
        painter.translate(left, top)
        seen = QRectF(0, 0, self._document.textWidth(), height)
        painter.setClipRect(seen)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self._palette  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack Qt's public fields
        context.clip = seen  # pyright: ignore[reportAttributeAccessIssue] - as above
        self._layout.draw(painter, context)
        painter.restore()

    def box_at(self, point: QPointF) -> int:
        """The number, from 0, of the checklist's box at that point; -1 for none."""
        marked = self._layout.blockWithMarkerAt(point)
        if not marked.isValid():
            return -1
        boxes = [block.position() for block in self._blocks() if _has_box(block)]
        return boxes.index(marked.position()) if marked.position() in boxes else -1

    def link_at(self, point: QPointF) -> str:
        """The address of the link at that point, as it was written; "" for none."""
        return self._layout.anchorAt(point)

    @property
    def _layout(self) -> QAbstractTextDocumentLayout:
        return self._document.documentLayout()

    def _blocks(self) -> list[QTextBlock]:
        found, block = list[QTextBlock](), self._document.begin()
        while block.isValid():
            found.append(block)
            block = block.next()
        return found

    def _calm(self, font: QFont) -> None:
        """Sizes and distances for a card instead of a page."""
        gap = QFontMetricsF(font).lineSpacing() * _GAP_SHARE
        quiet = self._palette.color(QPalette.ColorRole.PlaceholderText)
        cursor = QTextCursor(self._document)
        for block in self._blocks():
            cursor.setPosition(block.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            shape, is_first = block.blockFormat(), block.position() == 0
            in_list = bool(block.textList())
            shape.setTopMargin(0 if is_first or in_list else gap)
            shape.setBottomMargin(0)
            if not in_list:  # Qt's reader of Markdown lets the last box of a list stand at what follows it
                shape.setMarker(QTextBlockFormat.MarkerType.NoMarker)
            look = QTextCharFormat()
            if level := shape.headingLevel():
                look.setFontWeight(QFont.Weight.Bold)
                look.setProperty(QTextFormat.Property.FontSizeAdjustment, 1 if level == 1 else 0)
            if quoted := shape.intProperty(QTextFormat.Property.BlockQuoteLevel):
                shape.setLeftMargin(_QUOTE_PX * min(quoted, 8))
                shape.setRightMargin(0)
                look.setForeground(quiet)
            cursor.setBlockFormat(shape)
            if look.propertyCount():
                cursor.mergeCharFormat(look)


def rendered(text: str, width_px: int, font: QFont) -> RenderedNote:
    """Laid out in the colours that the program wears now; cards in sight ask again and again."""
    palette = QGuiApplication.palette()
    return _rendered(text, width_px, font.toString(), palette.cacheKey())


@lru_cache(maxsize=200)
def _rendered(text: str, width_px: int, font: str, _palette: int) -> RenderedNote:
    face = QFont()
    face.fromString(font)
    return RenderedNote(text, width_px, face, QGuiApplication.palette())


def _has_box(block: QTextBlock) -> bool:
    return bool(block.textList()) and block.blockFormat().marker() in _CHECKED


def _with_hard_breaks(text: str) -> str:
    """A new line stays one: two blanks at its end are Markdown for that. Tables of too many columns are none."""
    lines = (line.replace("|", "\\|") if line.count("|") > _MOST_COLUMNS else line for line in text.splitlines())
    return "\n".join(f"{line}  " if line.strip() else "" for line in lines)
