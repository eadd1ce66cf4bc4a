"""The user guide in the language of the interface: its chapters, its text, and words found in it."""

from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from zzpreader.ui.announcing import announce
from zzpreader.ui.buttons import IconButton
from zzpreader.ui.palette import soft_selection
from zzpreader.ui.sizes import grown, resize_grown

_FIRST_SIZE_PX = (1000, 740)
_CHAPTERS_PX = 220
_MARGIN_PX = 24
_CHAPTER_LEVEL = 2
_MOST_HITS = 500
_Block = Qt.ItemDataRole.UserRole


class StillBrowser(QTextBrowser):
    """Shows text and loads nothing, whatever the text names; its links are not followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        # An empty answer makes Qt look for the file itself; only a picture of its own stops it.
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return QImage(1, 1, QImage.Format.Format_ARGB32)
        return QByteArray()


class _GuideText(StillBrowser):
    """With the pictures of the guide, and no others; none is wider than the text."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._pictures: dict[str, QImage] = {}

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        path = name.path() if isinstance(name, QUrl) else name
        picture = QImage(str(self._folder / path)) if path.startswith("pictures/") and ".." not in path else QImage()
        if kind != QTextDocument.ResourceType.ImageResource.value or picture.isNull():
            return super().loadResource(kind, name)
        self._pictures[path] = picture
        return self._fitted(picture)

    def _fitted(self, picture: QImage) -> QImage:
        ratio = self.devicePixelRatioF()
        taken = 2 * self.document().documentMargin() + self.document().indentWidth()  # some stand in a list
        room = round((self.viewport().width() - taken) * ratio)
        if picture.width() > room > 0:
            picture = picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._pictures:
            document = self.document()
            for path, picture in self._pictures.items():
                document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(path), self._fitted(picture))
            document.markContentsDirty(0, document.characterCount())


class GuideDialog(QDialog):
    """
    Args:
        markdown: the guide's text; from the program's own files.
        folder: in which that file lies, and beside it `pictures`.
    """

    def __init__(self, markdown: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("User guide"))
        resize_grown(self, *_FIRST_SIZE_PX)
        self._text = _GuideText(folder)
        self._text.setAccessibleName(self.tr("User guide"))
        self._text.document().setDocumentMargin(_MARGIN_PX)
        self._text.setMarkdown(markdown)
        self._chapters = QListWidget()
        self._chapters.setAccessibleName(self.tr("Chapters"))
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Find in the guide"))
        self._words.setAccessibleName(self.tr("Find in the guide"))
        self._words.setClearButtonEnabled(True)
        self._count = QLabel()
        self._previous = IconButton("chevron-up", self.tr("Previous hit"), "Shift+F3")
        self._next = IconButton("chevron-down", self.tr("Next hit"), "F3")
        self._hits: list[QTextCursor] = []
        self._at = 0
        self._fill_chapters()
        self._lay_out()
        self._connect()
        self._find("")

    @property
    def found(self) -> str:
        """How many hits there are, and which one is shown."""
        return self._count.text()

    @property
    def chapters(self) -> list[str]:
        return [self._chapters.item(row).text() for row in range(self._chapters.count())]

    def look_for(self, words: str) -> None:
        self._words.setText(words)

    def _fill_chapters(self) -> None:
        block = self._text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == _CHAPTER_LEVEL:
                item = QListWidgetItem(block.text(), self._chapters)
                item.setData(_Block, block.position())
            block = block.next()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        for part in (self._count, self._previous, self._next):
            row.addWidget(part)
        beside = QSplitter()
        beside.setChildrenCollapsible(False)
        beside.addWidget(self._chapters)
        beside.addWidget(self._text)
        beside.setStretchFactor(1, 1)
        beside.setSizes([grown(_CHAPTERS_PX, self), self.width() - grown(_CHAPTERS_PX, self)])
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(beside, 1)

    def _connect(self) -> None:
        self._words.textChanged.connect(self._find)
        self._words.returnPressed.connect(lambda: self._go(1))
        self._next.clicked.connect(lambda: self._go(1))
        self._previous.clicked.connect(lambda: self._go(-1))
        self._chapters.itemActivated.connect(self._show_chapter)
        self._chapters.currentItemChanged.connect(self._show_chapter)
        for keys, act in (
            (QKeySequence.StandardKey.Find, self._words.setFocus),
            (QKeySequence.StandardKey.FindNext, lambda: self._go(1)),
            (QKeySequence.StandardKey.FindPrevious, lambda: self._go(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _show_chapter(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(item.data(_Block))
        self._text.setTextCursor(cursor)
        bar = self._text.verticalScrollBar()
        bar.setValue(bar.value() + self._text.cursorRect(cursor).top() - _MARGIN_PX)

    def _find(self, words: str) -> None:
        self._hits, self._at = [], 0
        hit = QTextCursor(self._text.document())
        while words.strip() and len(self._hits) < _MOST_HITS:
            hit = self._text.document().find(words.strip(), hit)
            if hit.isNull():
                break
            self._hits.append(QTextCursor(hit))
        self._show_hits()

    def _go(self, step: int) -> None:
        if self._hits:
            self._at = (self._at + step) % len(self._hits)
            self._show_hits()

    def _show_hits(self) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        for hit in self._hits:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = hit  # type: ignore[attr-defined]
            mark.format.setBackground(soft_selection(self.palette()))  # type: ignore[attr-defined]
            marks.append(mark)
        self._text.setExtraSelections(marks)
        for button in (self._previous, self._next):
            button.setEnabled(bool(self._hits))
        if self._hits:
            self._text.setTextCursor(self._hits[self._at])
            self._text.ensureCursorVisible()
            told = self.tr("%1 of %2").replace("%1", str(self._at + 1)).replace("%2", str(len(self._hits)))
        else:
            told = self.tr("No hits") if self._words.text().strip() else ""
        self._count.setText(told)
        announce(self, told)
