"""The slim bar in which one searches: words, two options, the count, and to the next or previous hit."""

from contextlib import ExitStack

from PySide6.QtCore import QEvent, QLocale, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QSizePolicy, QWidget

from zzpreader.session.search import Search
from zzpreader.ui.announcing import announce
from zzpreader.ui.buttons import IconButton, as_tooltip

_QUIET_MS = 60
_LETTERS_AT_ONCE = 2
"""What is searched while one types; a letter alone only on Enter."""

_FEW_LETTERS = 2
_FEW_LETTERS_QUIET_MS = 200
"""So few stand on every page: whoever goes on typing need not see it leave for these."""


class FindBar(QFrame):
    """Signals: closed().

    The window sets `from_page` to the page being read: there a search begins.
    """

    closed = Signal()

    def __init__(self, search: Search, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self.from_page = 0
        self._said = ""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._start)
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Find in this publication"))
        self._words.setAccessibleName(self.tr("Find in this publication"))
        self._words.setClearButtonEnabled(True)
        self._words.setMaxLength(1000)
        self._words.setMinimumWidth(self.fontMetrics().averageCharWidth() * 10)
        self._words.setMaximumWidth(self.fontMetrics().averageCharWidth() * 50)
        self._words.textChanged.connect(self._typed)
        self._words.installEventFilter(self)
        self._previous = IconButton("chevron-up", self.tr("Previous hit"), "Shift+F3")
        self._next = IconButton("chevron-down", self.tr("Next hit"), "F3")
        self._match_case = self._option("case-sensitive", self.tr("Match case"))
        self._whole_words = self._option("whole-word", self.tr("Whole words"))
        self._exact = self._option("equal", self.tr("Exactly as typed: accents, hyphens and apostrophes count"))
        self._regex = self._option("regex", self.tr("Regular expression"))
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(72, 6)
        self._progress.setAccessibleName(self.tr("Part of the pages that has been searched"))
        self._close = IconButton("x", self.tr("Close the find bar"), "Esc")
        self._lay_out()
        self._previous.clicked.connect(lambda: self._go(-1))
        self._next.clicked.connect(lambda: self._go(1))
        self._close.clicked.connect(self.close_bar)
        for signal in (search.found, search.finished, search.current_changed):
            signal.connect(self._show_count)
        for signal in (search.finished, search.current_changed):
            signal.connect(self._say_count)
        self._show_count()

    def open(self, words: str = "") -> None:
        """Show the bar with the keyboard in it; `words`, such as a selection, are searched at once."""
        self.show()
        proposed = " ".join(words.split())[:200]
        if proposed:
            self._words.setText(proposed)
        if self._words.text().strip() and not self._search.words:
            self._start()
        self._search.prepare(self.from_page)
        self._words.selectAll()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow(self, words: str, page: int, start: int, *, whole_words: bool, exact: bool) -> None:
        """Look on in this publication for what was found elsewhere, from that code point of the page on."""
        options = {self._whole_words: whole_words, self._exact: exact, self._match_case: False, self._regex: False}
        with ExitStack() as quiet:
            for widget in (self._words, *options):
                quiet.enter_context(QSignalBlocker(widget))
            self._words.setText(words)
            for button, checked in options.items():
                button.setChecked(checked)
        self._quiet.stop()
        self.show()
        self._search.start(
            words, whole_words=whole_words, exact=exact, together=False, from_page=page, from_start=start
        )
        self._show_count()

    def look_again(self) -> None:
        """There are words where there were none before."""
        if self._search.words and not self._search.is_running:
            self._start()

    def close_bar(self) -> None:
        """Hide it; what the search found is the business of whoever hears `closed`."""
        self._quiet.stop()
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_enter(event):
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _option(self, picture: str, words: str) -> IconButton:
        button = IconButton(picture, words)
        button.setCheckable(True)
        button.toggled.connect(self._start)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 6, 4)
        row.setSpacing(4)
        row.addWidget(self._words, 3)
        for widget in (self._previous, self._next, self._match_case, self._whole_words, self._exact, self._regex):
            row.addWidget(widget)
        row.addSpacing(6)
        row.addWidget(self._count, 2)
        row.addWidget(self._progress)
        row.addWidget(self._close)
        self.setAutoFillBackground(True)
        self.setFocusProxy(self._words)

    def _typed(self) -> None:
        letters = len(self._words.text().strip())
        if letters >= _LETTERS_AT_ONCE:
            self._quiet.start(_FEW_LETTERS_QUIET_MS if letters <= _FEW_LETTERS else _QUIET_MS)
        else:
            self._quiet.stop()
            self._search.clear()
            self._search.prepare(self.from_page)
            self._show_count()

    def _start(self) -> None:
        self._quiet.stop()
        self._search.start(
            self._words.text(),
            whole_words=self._whole_words.isChecked(),
            match_case=self._match_case.isChecked(),
            exact=self._exact.isChecked(),
            regex=self._regex.isChecked(),
            from_page=self.from_page,
        )
        self._show_count()

    def _go(self, step: int) -> None:
        if self._quiet.isActive() or " ".join(self._words.text().split()) != self._search.words:
            self._start()
        else:
            self._search.go(step)

    def _show_count(self) -> None:
        search = self._search
        has_hits = bool(search.hits)
        self._previous.setEnabled(has_hits)
        self._next.setEnabled(has_hits)
        self._progress.setVisible(search.is_running)
        self._progress.setValue(round(100 * search.progress))
        words = self._in_words()
        self._count.setText(words)
        self._count.setToolTip(as_tooltip(words))

    def _say_count(self) -> None:
        """Not while hits still come in: the last hit of all is known with the last page."""
        words = self._count.text()
        if self.isVisible() and words != self._said and not self._search.is_running:
            self._said = words
            announce(self, words)

    def _in_words(self) -> str:
        search, numbers = self._search, QLocale()
        if not search.words:
            return ""
        if search.is_bad_pattern:
            return self.tr("Not a regular expression")
        total = numbers.toString(len(search.hits))
        if search.has_more:
            total = self.tr("more than %1").replace("%1", total)
        if search.number:
            words = self.tr("%1 of %2").replace("%1", numbers.toString(search.number)).replace("%2", total)
        elif search.hits or search.is_running:
            words = self.tr("Searching…")
        else:
            words = self.tr("No hits")
        if search.unread_pages and not search.is_running:
            words += " · " + self.tr("%n page(s) could not be searched", "", search.unread_pages)
        return words


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
