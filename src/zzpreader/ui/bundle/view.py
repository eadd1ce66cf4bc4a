"""A knowledge bundle as a page to read: what the publication is, what is in it, and where to begin."""

from pathlib import Path

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from zzpreader.model.bundle import Attachment, Bundle, BundleText, Role
from zzpreader.model.sections import Kind
from zzpreader.ui.bundle.own_copy import OwnCopy
from zzpreader.ui.bundle.prose import Line, Prose
from zzpreader.ui.buttons import PictureButton, as_tooltip
from zzpreader.ui.notice import Notice

_LETTERS_A_LINE = 70


class BundleView(QScrollArea):
    """
    `notice` stands above the page.

    Signals:
        open_attachment(str): a document of the bundle is to be read; the name of its file.
        attach(Path): the reader's own copy of the publication.
        open_copy(Path): that copy is to be read.
        detach(): the copy is let go.
    """

    open_attachment = Signal(str)
    attach = Signal(object)
    open_copy = Signal(object)
    detach = Signal()

    def __init__(self, bundle: Bundle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bundle = bundle
        self._attached: Path | None = None
        self.notice = Notice()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAccessibleName(bundle.name)
        self._set_page()

    def show_attached(self, file: Path | None) -> None:
        """The reader's own copy of the publication, None if there is none."""
        self._attached = file
        self._copy.show_file(file)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            place = self.verticalScrollBar().value()
            self._set_page()
            self.verticalScrollBar().setValue(place)

    def _set_page(self) -> None:
        column = QWidget()
        column.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_A_LINE)
        down = QVBoxLayout(column)
        down.setContentsMargins(0, 36, 0, 48)
        down.setSpacing(18)
        down.addWidget(self.notice)  # the page that it lay on before lets it go
        self._copy = OwnCopy(self.bundle.publication.title if self.bundle.publication else self.bundle.name)
        self._copy.show_file(self._attached)
        self._copy.chosen.connect(self.attach)
        self._copy.opened.connect(self.open_copy)
        self._copy.detached.connect(self.detach)
        down.addLayout(self._head())
        down.addLayout(self._documents())
        down.addWidget(self._copy)
        down.addWidget(self._text())
        down.addStretch(1)
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(28, 0, 28, 0)
        across.addStretch(1)
        across.addWidget(column, 1000)
        across.addStretch(1)
        self.setWidget(page)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._label(self.bundle.title, scale=1.9, bold=True))
        issued = self.bundle.issued
        date = QLocale().toString(QDate(issued.year, issued.month, issued.day), "d MMMM yyyy")
        facts = (
            (self.tr("Source"), self.bundle.source),
            (self.tr("Date of issue"), date),
            (self.tr("Kind of document"), self.bundle.document_type),
            (self.tr("Published by"), self.bundle.publisher),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(facts):
            grid.addWidget(self._label(name, quiet=True), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._label(value), row, 1)
        head.addLayout(grid)
        return head

    def _documents(self) -> QVBoxLayout:
        """A button for every document that comes with the bundle, the guide first."""
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        shipped = [one for one in self.bundle.attachments if one.file]
        for one in sorted(shipped, key=lambda one: one.role is not Role.GUIDE):
            buttons.addWidget(self._document(one), 0, Qt.AlignmentFlag.AlignLeft)
        return buttons

    def _document(self, one: Attachment) -> PictureButton:
        is_guide = one.role is Role.GUIDE
        words = self.tr("Open the reading guide") if is_guide else self.tr("Open: %1").replace("%1", one.title)
        button = PictureButton("book-open-text" if is_guide else "paperclip", words)
        button.setToolTip(as_tooltip(one.title))
        button.setMinimumHeight(36)
        button.setDefault(is_guide)
        button.clicked.connect(lambda: self.open_attachment.emit(one.file))
        return button

    def _text(self) -> Prose:
        bundle = self.bundle
        prose = Prose()
        prose.setAccessibleName(bundle.title)
        prose.add_heading(self.tr("Introduction"), 1)
        prose.add_text(bundle.introduction)
        self._add_texts(prose, self.tr("Description"), bundle.description)
        self._add_texts(prose, self.tr("Conclusions"), bundle.conclusions)
        self._add_texts(prose, self.tr("More information"), bundle.more_information)
        if bundle.sections:
            prose.add_heading(self.tr("What is in the publication"), 1)
            prose.add_map(self._section_lines())
        if bundle.references:
            prose.add_heading(self.tr("Pages that are mentioned"), 1)
            prose.add_map([Line(0, one.text, page=self._pages(one.start, one.end)) for one in bundle.references])
        return prose

    def _add_texts(self, prose: Prose, heading: str, texts: tuple[BundleText, ...]) -> None:
        if texts:
            prose.add_heading(heading, 1)
        for one in texts:
            prose.add_heading(one.title, 2)
            prose.add_text(one.text)

    def _section_lines(self) -> list[Line]:
        """The nodes of the map; where lessons are not named, one line says how many and that they are in the book."""
        lines: list[Line] = []
        owed: list[tuple[int, int]] = []
        for node in self.bundle.sections:
            while owed and node.level <= owed[-1][0]:
                lines.append(self._unnamed(*owed.pop()))
            title = node.title
            if node.kind is Kind.LESSON:
                lesson = self.tr("Lesson")
                title = f"{lesson} {node.number}: {title}" if node.number else f"{lesson}: {title}"
            quiet = " · ".join(part for part in (node.subject, node.author) if part)
            pages = self._pages(node.start, node.end)
            lines.append(Line(node.level - 1, title, quiet, pages, is_strong=node.level == 1))
            if unnamed := self.bundle.unnamed_lessons(node):
                owed.append((node.level, unnamed))
        lines.extend(self._unnamed(*one) for one in reversed(owed))
        return lines

    def _unnamed(self, level: int, count: int) -> Line:
        return Line(level, "", self.tr("%n more lesson(s): to be read in the publication", "", count))

    def _pages(self, start: str | None, end: str | None) -> str:
        if not start:
            return ""
        return self.tr("p. %1").replace("%1", f"{start}–{end}" if end and end != start else start)

    def _label(self, text: str, *, scale: float = 1.0, bold: bool = False, quiet: bool = False) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(not quiet)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = label.font()
        font.setPointSizeF(self.font().pointSizeF() * scale)
        font.setBold(bold)
        label.setFont(font)
        if quiet:
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return label
