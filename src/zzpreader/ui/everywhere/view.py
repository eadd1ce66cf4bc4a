"""Words in the whole library: what is looked for, where, what was found, and how far the library has been read."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zzpreader.session.library_search import Answer, LibrarySearch, PublicationHits, Within
from zzpreader.ui.buttons import IconButton, as_tooltip
from zzpreader.ui.empty import EmptyState
from zzpreader.ui.everywhere.filters import Filters
from zzpreader.ui.everywhere.model import FOUND, MORE, LibraryModel
from zzpreader.ui.find.painting import ResultDelegate
from zzpreader.ui.notice import Notice
from zzpreader.ui.rows import RowTree, lead_down

_QUIET_MS = 150
_LETTERS_AT_ONCE = 2
_WIDEST_PX = 900


class LibrarySearchView(QWidget):
    """Signals:
    go_to(PublicationHits, LibraryHit): the reader wants to see it.
    """

    go_to = Signal(object, object)

    def __init__(self, search: LibrarySearch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._answer: Answer | None = None
        self._within = Within()
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._start)
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Find in all publications and notes"))
        self._words.setAccessibleName(self.tr("Find in all publications and notes"))
        self._words.setClearButtonEnabled(True)
        self._words.setMaxLength(1000)
        self._words.textChanged.connect(self._typed)
        self._words.returnPressed.connect(self._entered)
        self._whole_words = self._option("whole-word", self.tr("Whole words"))
        self._exact = self._option("equal", self.tr("Exactly as typed: accents, hyphens and apostrophes count"))
        self._filters = Filters()
        self._filters.changed.connect(self._start)
        self._count = QLabel()
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._model = LibraryModel(self)
        self._tree = RowTree()
        lead_down(self._words, self._tree)
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._progress = QProgressBar()
        self._reading = QLabel()
        self._pause = QPushButton()
        self._notice = Notice()
        self._lay_out()
        self._tree.clicked.connect(self._go)
        self._tree.activated.connect(self._go)
        self._pause.clicked.connect(self._pause_or_go_on)
        self._tree.expanded.connect(self._unfolded)
        search.answered.connect(self._show)
        search.renewed.connect(self._renew)
        search.described.connect(self._show_publication)
        search.progressed.connect(self._show_progress)
        search.failed.connect(self._say_failed)
        self._say_empty()
        self._show_progress()

    def open(self, words: str = "") -> None:
        """With the keyboard in the line; `words`, such as a selection, are looked for at once."""
        if proposed := " ".join(words.split())[:200]:
            self._words.setText(proposed)
        self._words.selectAll()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._search.is_paused:
            self._search.fill()
        self._start()

    def say(self, sentence: str) -> None:
        self._notice.say(sentence, warning=True)

    @property
    def typed(self) -> str:
        return self._words.text()

    @property
    def whole_words(self) -> bool:
        return self._whole_words.isChecked()

    @property
    def exact(self) -> bool:
        return self._exact.isChecked()

    def use_collections(self, collections: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        self._filters.use_collections(collections)

    # making

    def _option(self, picture: str, words: str) -> IconButton:
        button = IconButton(picture, words)
        button.setCheckable(True)
        button.toggled.connect(self._start)
        return button

    def _lay_out(self) -> None:
        self._tree.setModel(self._model)
        self._tree.setItemDelegate(ResultDelegate(self._tree))
        self._tree.setIndentation(16)
        self._tree.setAccessibleName(self.tr("Results"))
        self._stack.addWidget(self._tree)
        self._stack.addWidget(self._empty)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(6)
        self._progress.setAccessibleName(self.tr("Part of the library that has been read"))
        self._reading.setTextFormat(Qt.TextFormat.PlainText)
        self._reading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        asked, reading = QHBoxLayout(), QHBoxLayout()
        for widget, stretch in ((self._words, 1), (self._whole_words, 0), (self._exact, 0)):
            asked.addWidget(widget, stretch)
        for widget, stretch in ((self._reading, 3), (self._progress, 1), (self._pause, 0)):
            reading.addWidget(widget, stretch)
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST_PX)
        column = QVBoxLayout(middle)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._notice)
        column.addLayout(asked)
        column.addWidget(self._filters)
        column.addWidget(self._count)
        column.addWidget(self._stack, 1)
        column.addLayout(reading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(0)
        row.addWidget(middle, 1)
        row.addStretch(0)
        self.setFocusProxy(self._words)

    # searching

    def _typed(self) -> None:
        if len(self._words.text().strip()) >= _LETTERS_AT_ONCE or not self._words.text().strip():
            self._quiet.start()
        else:
            self._quiet.stop()

    def _entered(self) -> None:
        if self._quiet.isActive():
            self._start()
        elif self._model.rowCount():
            self._tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._tree.setCurrentIndex(self._model.index(0, 0))

    def _start(self) -> None:
        self._quiet.stop()
        self._within = self._filters.within
        asks = self._search.start(self._words.text(), self._within, whole_words=self.whole_words, exact=self.exact)
        if not asks:
            self._answer = None
            self._model.clear()
            self._say_empty()

    def _show(self, answer: Answer) -> None:
        before, self._answer = self._answer, answer
        if before and before.publications == answer.publications and answer.publications:
            return  # the first hits were all
        top = self._tree.verticalScrollBar().value()
        self._model.show_answer(answer)
        self._unfold_from(0)
        self._tree.verticalScrollBar().setValue(top if answer.is_complete else 0)
        self._tell_whole(answer)

    def _renew(self, answer: Answer) -> None:
        if not self._model.rowCount():
            self._show(answer)
            return
        self._answer = answer
        top = self._tree.verticalScrollBar().value()
        self._unfold_from(self._model.renew(answer))
        self._tree.verticalScrollBar().setValue(top)
        self._tell_whole(answer)

    def _unfold_from(self, row: int) -> None:
        """Publications of which passages are shown."""
        for n in range(row, self._model.rowCount()):
            index = self._model.index(n, 0)
            if index.data(MORE)[1]:
                self._tree.expandRecursively(index)

    def _tell_whole(self, answer: Answer) -> None:
        self._show_count(answer)
        if not answer.publications and answer.is_complete:
            words = self.tr("These words do not occur in what has been read of your library.")
            if self._within != Within():
                words = self.tr("Nothing answers to these words and filters.")
            self._empty.say(words, "search")
        self._stack.setCurrentWidget(self._tree if answer.publications else self._empty)

    def _show_count(self, answer: Answer) -> None:
        total = sum(one.total for one in answer.publications)
        words = self.tr("%Ln page(s) and notes", "", total)
        words += " · " + self.tr("%Ln publication(s)", "", len(answer.publications))
        self._count.setText(words if answer.publications else "")

    def _say_empty(self) -> None:
        self._count.clear()
        self._empty.say(
            self.tr(
                "Type the words that you are looking for in your publications and notes, or choose the colour or tag "
                "of the notes that you want to see."
            ),
            "text-search",
        )
        self._stack.setCurrentWidget(self._empty)

    def _say_failed(self) -> None:
        self._empty.say(self.tr("The library cannot be searched now. Close this tab and try again."), "triangle-alert")
        self._stack.setCurrentWidget(self._empty)

    def _go(self, index: QModelIndex) -> None:
        found = index.data(FOUND)
        if found:
            self.go_to.emit(*found)
        elif index.data(MORE) and not self._model.hasChildren(index):
            self._search.describe(*index.data(MORE))
        else:
            self._tree.setExpanded(index, not self._tree.isExpanded(index))

    def _unfolded(self, index: QModelIndex) -> None:
        """Of a publication further down the passages are found when somebody wants to see them."""
        first = self._model.index(0, 0, index)
        if index.data(MORE) and first.data(MORE):
            self._search.describe(*index.data(MORE))

    def _show_publication(self, one: PublicationHits) -> None:
        top = self._tree.verticalScrollBar().value()
        index = self._model.show_publication(one)
        if index.isValid():
            self._tree.expandRecursively(index)
        self._tree.verticalScrollBar().setValue(top)

    # reading the library

    def _pause_or_go_on(self) -> None:
        if self._search.is_filling:
            self._search.pause()
        else:
            self._search.fill()

    def _show_progress(self) -> None:
        search, progress = self._search, self._search.progress
        is_done = progress is not None and progress.is_finished and not search.is_filling
        self._progress.setVisible(not is_done)
        self._pause.setVisible(not is_done)
        self._pause.setText(self.tr("Pause") if search.is_filling else self.tr("Go on"))
        if progress is None:
            self._progress.setRange(0, 0 if search.is_filling else 1)
            self._reading.setText(self.tr("Your library is being read…") if search.is_filling else "")
            return
        self._progress.setRange(0, max(1, progress.pages))
        self._progress.setValue(progress.done)
        self._reading.setText(self._in_words(is_done=is_done))
        self._reading.setToolTip(as_tooltip(self._reading.text()))

    def _in_words(self, *, is_done: bool) -> str:
        progress, numbers = self._search.progress, QLocale()
        assert progress
        if not is_done:
            words = self.tr("Read for searching: page %1 of %2").replace("%1", numbers.toString(progress.done))
            return words.replace("%2", numbers.toString(progress.pages))
        said = [self.tr("All your publications can be searched.")]
        if progress.skipped:
            said = [self.tr("%Ln publication(s) cannot be read: moved, protected or damaged.", "", progress.skipped)]
        if progress.without_text:
            said.append(self.tr("%Ln page(s) have no text: they are pictures.", "", progress.without_text))
        return " ".join(said)
