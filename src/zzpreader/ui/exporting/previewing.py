"""The beginning of an export as it will be, and what is said of the whole of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPalette, QTextDocument
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from zzpreader.export.guard import Guarded
from zzpreader.export.preview import Preview
from zzpreader.model.annotation import Kind
from zzpreader.model.export_wish import ExportWish
from zzpreader.sentences import unfilled_sentence
from zzpreader.ui.counting import KindCounts
from zzpreader.ui.dialogs.guide import StillBrowser

_MARGIN_PX = 16
_MOST_NAMED = 3
_INK = "#1f1f1f"


class PreviewPane(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = QLabel()
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._browser = _Browser()
        self._browser.setAccessibleName(self.tr("Preview"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._said)
        column.addWidget(self._browser, 1)

    @property
    def sentence(self) -> str:
        return self._said.text()

    @property
    def text(self) -> str:
        return self._browser.toPlainText()

    def say(self, sentence: str) -> None:
        """Without a preview."""
        self._said.setText(sentence)
        self._browser.clear()

    def show_preview(self, preview: Preview, pictures: Sequence[QImage], wish: ExportWish) -> None:
        if preview.wrong:
            self.say(unfilled_sentence(preview.wrong.why, Path(wish.template).name, str(preview.wrong)))
            return
        self._said.setText(" ".join(filter(None, self._told(preview))))
        self._browser.pictures = pictures
        self._browser.setHtml(preview.html)
        self._browser.document().setDocumentMargin(_MARGIN_PX)

    def _told(self, preview: Preview) -> list[str]:
        notes, lessons = self.tr("%n note(s)", "", preview.notes), self.tr("%n lesson(s)", "", preview.lessons)
        return [
            f"{notes}, {lessons}.",
            self._quotes(preview) if preview.quotes else "",
            self._copied(preview) if preview.kinds else "",
            self._files(preview.files) if preview.files else "",
            self.tr("The beginning is shown; all of it is exported.") if preview.is_cut else "",
        ]

    def _quotes(self, preview: Preview) -> str:
        of = preview.quotes.get
        words = self.tr("Quotes: %1 right, %2 different, %3 not found.")
        counts = [str(of(state, 0)) for state in (Guarded.VERIFIED, Guarded.EDITED, Guarded.NOT_FOUND)]
        return words.replace("%1", counts[0]).replace("%2", counts[1]).replace("%3", counts[2])

    def _copied(self, preview: Preview) -> str:
        said = [self.tr("In the copy: %1.").replace("%1", ", ".join(KindCounts().told(preview.kinds)))]
        if sheets := preview.kinds.get(Kind.SHEET, 0):
            said.append(self.tr("%n of the notes stand where their sections begin.", "", sheets))
        if preview.lost:
            said.append(self.tr("%n are not in this edition; they stand there with their words.", "", preview.lost))
        return " ".join(said)

    def _files(self, names: Sequence[str]) -> str:
        shown = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
        more = "…" if len(names) > _MOST_NAMED else "."
        return self.tr("%n file(s): %1", "", len(names)).replace("%1", shown) + more


class _Browser(StillBrowser):
    """Loads nothing but the pictures that it was given, which are named by their number."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures: Sequence[QImage] = ()
        # Paper is white in every theme; what a template makes may name only the colour of its letters.
        paper = self.palette()
        paper.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.white))
        paper.setColor(QPalette.ColorRole.Text, QColor(_INK))
        self.setPalette(paper)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        number = QUrl(name).toString()
        if kind == QTextDocument.ResourceType.ImageResource.value and number.isdecimal():
            return self.pictures[int(number)] if int(number) < len(self.pictures) else QByteArray()
        return super().loadResource(kind, name)
