"""The window: menus, tool bar, tabs, status bar. It shows; `program` opens and keeps."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from zzpreader.model.citation import Style
from zzpreader.model.displayed import one_line, shortened
from zzpreader.model.settings import OpenTab, Settings, WindowState
from zzpreader.ui.acting import doing
from zzpreader.ui.announcing import Standing
from zzpreader.ui.buttons import IconButton, as_tooltip
from zzpreader.ui.colours import meaning
from zzpreader.ui.short_label import ShortLabel
from zzpreader.ui.tabs import Tabs
from zzpreader.ui.window.commands import Commands
from zzpreader.ui.window.front import Front, first_size
from zzpreader.ui.window.line_keys import LineKeys
from zzpreader.ui.window.menu_key import MENU_KEY, add_menu_key
from zzpreader.ui.window.panes import Panes
from zzpreader.ui.window.reading import Reading
from zzpreader.ui.window.tab import ReadingTab
from zzpreader.ui.window.toolbar import ReadingBar

if TYPE_CHECKING:
    from zzpreader.ui.window.presentation import Presentation

_LONGEST_ENTRY = 100
"""Letters of a title in the menu of recent files."""

MayLeave = Callable[[Sequence[ReadingTab], Callable[[], object]], bool]
"""Whether these tabs can be closed now; if not, the second argument is called when it is worth trying again."""


def _always(_tabs: Sequence[ReadingTab], _leave: Callable[[], object]) -> bool:
    return True


class MainWindow(QMainWindow):
    """
    Signals:
        file_wanted(): the reader wants to choose a file.
        files_dropped(list[Path]): files dropped on the window, or chosen from the recent ones.
        held_over(list[Path]): files that are held over the window; none when they no longer are.
        bundle_wanted(): the built-in bundle.
        share_wanted(ReadingTab): its section map as a bundle.
        library_wanted(): all publications.
        matrix_wanted(): the overview of lessons.
        palette_wanted(): the command palette.
        search_wanted(): words in all publications and notes; synonyms_wanted(): the list of words that mean the same.
        settings_wanted(str looked_for), legend_wanted(), export_wanted(ReadingTab), export_again_wanted(ReadingTab),
        print_wanted(ReadingTab), attachments_wanted(ReadingTab), guide_wanted(), activity_wanted(), about_wanted().
        settings_changed(dict): fields of Settings that a command of the window changes.
        tab_closed(QWidget): after it was taken out; whoever made it ends it.
        closing(): about to close; the tabs are still there.
    """

    file_wanted = Signal()
    files_dropped = Signal(list)
    held_over = Signal(list)
    bundle_wanted = Signal()
    share_wanted = Signal(object)
    library_wanted = Signal()
    matrix_wanted = Signal()
    palette_wanted = Signal()
    search_wanted = Signal()
    synonyms_wanted = Signal()
    settings_wanted = Signal(str)
    legend_wanted = Signal()
    export_wanted = Signal(object)
    export_again_wanted = Signal(object)
    print_wanted = Signal(object)
    attachments_wanted = Signal(object)
    guide_wanted = Signal()
    activity_wanted = Signal()
    about_wanted = Signal()
    settings_changed = Signal(object)  # as a dict Qt would make plain strings of its enumerations
    tab_closed = Signal(object)
    closing = Signal()

    def __init__(self, settings: Settings, front: Front | None = None) -> None:
        """
        Args:
            front: the window that is on the screen already: this becomes its content.
        """
        super().__init__(front)
        self.commands = Commands(self)  # before what makes the palette change: their icons are painted anew then
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setObjectName("window")
        self.setAcceptDrops(True)
        if front:
            front.adopt(self)
        else:
            self.resize(first_size(self.screen()))
        self.may_leave: MayLeave = _always
        self._presentation: Presentation | None = None
        self.bar = ReadingBar(self.commands)
        self._panes = Panes(self, self.commands, self.reading_tabs)
        self._settings = settings
        self._recent = QMenu(self.tr("Open &recent"), self)
        self.commands.fill(self.menuBar(), self._recent)
        self.addToolBar(self.bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.tabs = Tabs()
        self.tabs.setDocumentMode(True)
        self.tabs.setMovable(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.tabs)
        self.setCentralWidget(self._middle)
        self._address = QLabel()
        self._address.setTextFormat(Qt.TextFormat.PlainText)
        # A long address is cut off; it must not push aside whether the notes are saved.
        self._address.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._kept = QLabel()
        self._kept_said = Standing(self._kept)
        self.statusBar().addWidget(self._address, 1)
        self._progress = ShortLabel()
        self._progress.setContentsMargins(0, 0, 16, 0)
        self.statusBar().addPermanentWidget(self._progress)
        self.statusBar().addPermanentWidget(self._kept)
        self.statusBar().setSizeGripEnabled(False)
        self._kept.setContentsMargins(0, 0, 8, 0)
        self.reading = Reading(self.commands, self.bar, self)
        LineKeys(self)
        self._menu_key = add_menu_key(self)
        self._connect()
        self.apply_settings(settings)
        self.show_recent(())
        self._tab_changed()

    # what the window is told

    def add_tab(self, tab: QWidget, title: str, *, show: bool = True) -> None:
        """A tab for a publication, a bundle or the overview of lessons."""
        if isinstance(tab, ReadingTab):
            self._panes.adopt(tab)
            tab.title_changed.connect(partial(self._name_tab, tab))
            tab.reflow.settings_changed.connect(self.settings_changed)
            tab.apply_settings(self._settings)
            self.reading.adopt(tab)
        index = self.tabs.addTab(tab, "")
        close = IconButton("x", self.tr("Close tab"), "Ctrl+W")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W does it for the keyboard
        close.clicked.connect(doing(partial(self.close_tab, tab)))
        self.tabs.tabBar().setTabButton(index, QTabBar.ButtonPosition.RightSide, close)
        self._name_tab(tab, title)
        if show:
            self.tabs.setCurrentIndex(index)
            tab.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_start_page(self, page: QWidget) -> None:
        """What is shown while nothing is open."""
        self._middle.addWidget(page)
        self._tab_changed()

    def reading_tabs(self) -> list[ReadingTab]:
        tabs = (self.tabs.widget(n) for n in range(self.tabs.count()))
        return [tab for tab in tabs if isinstance(tab, ReadingTab)]

    @property
    def current(self) -> ReadingTab | None:
        tab = self.tabs.currentWidget()
        return tab if isinstance(tab, ReadingTab) else None

    def close_tab(self, tab: QWidget) -> None:
        """As soon as its notes are saved."""
        if isinstance(tab, ReadingTab) and not self.may_leave([tab], partial(self.close_tab, tab)):
            return
        index = self.tabs.indexOf(tab)
        if index < 0:
            return
        was_in_front = index == self.tabs.currentIndex()
        self.tabs.removeTab(index)
        if was_in_front and self.tabs.count():
            self._give_keyboard()
        self.tab_closed.emit(tab)

    def apply_settings(self, settings: Settings) -> None:
        if self.commands.chosen != settings.keys:
            self.commands.use_keys(settings.keys)
        self._menu_key.setEnabled(MENU_KEY not in settings.keys.values())
        self._settings = settings
        self._panes.suit(settings.text_size)
        self.commands[f"paper-{settings.paper}"].setChecked(True)
        self.commands[f"cite-{settings.citation.value}"].setChecked(True)
        self.bar.show_legend(settings.meanings, settings.color)
        words = meaning(settings.color, settings.meanings)
        highlight = self.commands["highlight"]
        said = self.tr("Highlight: %1").replace("%1", words)
        key = highlight.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        highlight.setToolTip(as_tooltip(f"{said} ({key})" if key else said))
        for tab in self.reading_tabs():
            tab.apply_settings(settings)
        self.reading.apply_settings(settings)

    def show_recent(self, files: Sequence[tuple[str, Path]]) -> None:
        """The recent publications as (title, path)."""
        self._recent.clear()
        for title, path in files:
            action = self._recent.addAction(shortened(title, _LONGEST_ENTRY).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=path: self.files_dropped.emit([path]))
        self._recent.setEnabled(bool(files))

    def state(self, tabs: tuple[OpenTab, ...]) -> WindowState:
        return WindowState(
            geometry=bytes(self.window().saveGeometry().toBase64().data()).decode(),
            splitter=self._panes.widths_px,
            contents_shown=self._panes.contents_shown,
            notes_shown=self._panes.notes_shown,
            tabs=tabs,
            current=self.tabs.currentIndex(),
        )

    def restore(self, state: WindowState) -> None:
        if state.geometry:
            self.window().restoreGeometry(QByteArray.fromBase64(state.geometry.encode()))
        self._panes.restore(state.splitter, contents=state.contents_shown, notes=state.notes_shown)

    def say_kept(self, sentence: str) -> None:
        """Whether the notes are saved, at the right of the status bar."""
        self._kept.setText(sentence)
        self._kept_said.becomes(sentence)

    def present(self) -> None:
        """The publication in front, to others: lesson after lesson over the whole screen; once more ends it."""
        from zzpreader.ui.window.presentation import Presentation

        if self._presentation:
            self._presentation.end()
        elif self.current and self.current.is_open:
            bars = [self.menuBar(), self.bar, self.tabs.tabBar(), self.statusBar()]
            self._presentation = Presentation(self, self.current, bars, self.commands)
            self._presentation.ended.connect(self._presented)

    def _presented(self) -> None:
        self._presentation = None

    # what the reader does

    def _connect(self) -> None:
        on = self._on
        on("open", self.file_wanted.emit)
        on("open-bundle", self.bundle_wanted.emit)
        on("library", self.library_wanted.emit)
        on("matrix", self.matrix_wanted.emit)
        on("palette", self.palette_wanted.emit)
        on("find-everywhere", self.search_wanted.emit)
        on("synonyms", self.synonyms_wanted.emit)
        on("settings", partial(self.settings_wanted.emit, ""))
        on("legend", self.legend_wanted.emit)
        on("guide", self.guide_wanted.emit)
        on("activity", self.activity_wanted.emit)
        on("about", self.about_wanted.emit)
        on("quit", self.close)
        on("close", self._close_current)
        on("export", lambda: self.current and self.export_wanted.emit(self.current))
        on("attachments", lambda: self.current and self.attachments_wanted.emit(self.current))
        on("print", lambda: self.current and self.print_wanted.emit(self.current))
        on("export-again", lambda: self.current and self.export_again_wanted.emit(self.current))
        on("share-map", lambda: self.current and self.share_wanted.emit(self.current))
        on("full-screen", self._turn_full_screen)
        on("presentation", self.present)
        on("next-tab", lambda: self._turn_tabs(1))
        on("previous-tab", lambda: self._turn_tabs(-1))
        for paper in ("light", "sepia", "dark"):
            on(f"paper-{paper}", lambda paper=paper: self.settings_changed.emit({"paper": paper}))
        for style in Style:
            on(f"cite-{style.value}", lambda style=style: self.settings_changed.emit({"citation": style}))
        self.bar.colour_chosen.connect(self._colour_chosen)
        self.tabs.currentChanged.connect(self._tab_changed)
        self.reading.address_shown.connect(self._address.setText)
        self.reading.kept.connect(self.say_kept)
        self.reading.progress.connect(self._progress.setText)

    def _turn_full_screen(self) -> None:
        self.window().setWindowState(self.window().windowState() ^ Qt.WindowState.WindowFullScreen)

    def _on(self, name: str, act: Callable[[], object]) -> None:
        self.commands[name].triggered.connect(doing(act))

    def _colour_chosen(self, name: str) -> None:
        self.settings_changed.emit({"color": name})
        self.reading.highlight(name)

    def _name_tab(self, tab: QWidget, title: str) -> None:
        index = self.tabs.indexOf(tab)
        plain = one_line(title)
        self.tabs.setTabText(index, plain.replace("&", "&&"))
        self.tabs.setTabToolTip(index, as_tooltip(plain))
        tab.setWindowTitle(plain)
        if self.tabs.currentIndex() == index:
            self.setWindowTitle(self.tr("%1 – zzpreader").replace("%1", plain))

    def _tab_changed(self) -> None:
        if self._presentation:
            self._presentation.end()
        count = self.tabs.count()
        self._middle.setCurrentIndex(0 if count else self._middle.count() - 1)
        title = self.tabs.currentWidget().windowTitle() if count else ""
        self.setWindowTitle(self.tr("%1 – zzpreader").replace("%1", title) if title else "zzpreader")
        self._address.clear()
        self.commands.enable_reading(self.current is not None)
        self.commands["close"].setEnabled(count > 0)
        for name in ("next-tab", "previous-tab"):
            self.commands[name].setEnabled(count > 1)
        self.reading.show_tab(self.current)

    def _turn_tabs(self, step: int) -> None:
        if count := self.tabs.count():
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % count)
            focus = QApplication.focusWidget()
            if focus is None or not self.tabs.currentWidget().isAncestorOf(focus):
                self._give_keyboard()

    def _close_current(self) -> None:
        if tab := self.tabs.currentWidget():
            self.close_tab(tab)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where nothing else needs it, brings the keyboard back to what is read."""
        if event.key() == Qt.Key.Key_Escape and self.tabs.count():
            self._give_keyboard()
        else:
            super().keyPressEvent(event)

    def _give_keyboard(self) -> None:
        """To the tab in front."""
        if tab := self.current:
            tab.take_keyboard()
        else:
            self.tabs.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files := _files(event):
            event.acceptProposedAction()
            self.held_over.emit(files)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.held_over.emit([])

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.held_over.emit([])
        self.files_dropped.emit(_files(event))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.commands.repaint_icons()
        elif event.type() is QEvent.Type.WindowStateChange:
            self.commands["full-screen"].setChecked(self.window().isFullScreen())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave(self.reading_tabs(), self.close):
            event.ignore()
            return
        if self._presentation:
            self._presentation.end()  # what it hid is not kept as hidden
        self.closing.emit()
        event.accept()
        if self.window() is not self:
            QTimer.singleShot(0, self.window(), self.window().close)

    def raise_up(self) -> None:
        """In front of other windows, as far as the desktop lets a program do so."""
        window = self.window()
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)


def _files(event: QDropEvent) -> list[Path]:
    """Those on this computer; whether they are PDFs is found out when they are opened."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
