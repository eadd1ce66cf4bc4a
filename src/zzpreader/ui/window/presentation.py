"""A publication shown to others, lesson after lesson: the page alone, over the whole screen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from zzpreader.model.displayed import shortened
from zzpreader.model.geometry import Point
from zzpreader.model.sections import Section
from zzpreader.ui.acting import doing
from zzpreader.ui.buttons import IconButton, as_tooltip
from zzpreader.ui.view.anchor import READING_PX
from zzpreader.ui.window.commands import Commands
from zzpreader.ui.window.tab import ReadingTab

_LONGEST = 90
_IN_ITS_OWN_WAY = ("next-lesson", "previous-lesson", "full-screen")


class Presentation(QObject):
    """
    Signals: ended(): everything is as it was before.

    Args:
        hidden: bars of the window that are not shown meanwhile.
        commands: of the window; their keys work on, and those from lesson to lesson do what the presentation does.
    """

    ended = Signal()

    def __init__(self, window: QWidget, tab: ReadingTab, hidden: Sequence[QWidget], commands: Commands) -> None:
        super().__init__(window)
        self._window, self._tab, self._session = window, tab, tab.session
        self._view = tab.view
        self._bars = [bar for bar in (*hidden, tab.find_bar) if not bar.isHidden()]
        self._panes = [commands[name] for name in ("contents", "notes") if commands[name].isChecked()]
        self._was_full = window.window().isFullScreen()
        self._zoom = (self._view.zoom_mode, self._view.zoom, self._view.facing, self._view.halves)
        self._title = QLabel()
        self._bar = self._make_bar(commands["notes"])
        self._shortcuts = [
            QShortcut(key, window, partial(self.turn, step))
            for arrow, name, step in (("Right", "next-lesson", 1), ("Left", "previous-lesson", -1))
            for key in {QKeySequence(arrow), *commands[name].shortcuts()}
        ]
        self._shortcuts.append(QShortcut(QKeySequence("Esc"), window, self.end))
        # A menu that is not shown hears no keys.
        self._lent = [commands[name] for name in commands.names() if name not in _IN_ITS_OWN_WAY]
        window.addActions(self._lent)
        self._begin()

    @property
    def title(self) -> str:
        """What is said of the lesson that is shown."""
        return self._title.text()

    def turn(self, step: int) -> None:
        """To the next lesson, or the previous one; where there are no lessons to the next section."""
        steps = self._tab.steps
        if self._session.sections.tree.lessons:
            steps.to_lesson(self._view, step)
        else:
            steps.to_section(self._view, step)
        self._show_whole_page()

    def end(self) -> None:
        if not self._shortcuts:
            return
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []
        for command in self._lent:
            self._window.removeAction(command)
        self._view.place_changed.disconnect(self._show_title)
        self._window.removeEventFilter(self)
        self._bar.deleteLater()
        for bar in self._bars:
            bar.show()
        for pane in self._panes:
            pane.setChecked(True)
        if not self._was_full:
            self._window.window().setWindowState(self._window.window().windowState() & ~Qt.WindowState.WindowFullScreen)
        mode, zoom, facing, halves = self._zoom
        self._view.set_halves(halves)
        self._view.set_facing(facing)
        if mode == "free":
            self._view.set_zoom(zoom)
        else:
            self._view.set_zoom_mode(mode)
        self._view.setFocus()
        self.ended.emit()
        self.deleteLater()

    # inside

    def _begin(self) -> None:
        self._tab.reflow.set_on(False)
        for bar in self._bars:
            bar.hide()
        for pane in self._panes:
            pane.setChecked(False)
        self._window.window().setWindowState(self._window.window().windowState() | Qt.WindowState.WindowFullScreen)
        self._view.set_facing(False)
        self._view.set_halves(self._session.pages.labels.has_spreads)
        self._view.set_zoom_mode("fit-page")
        if lesson := self._shown():
            self._view.go_to(lesson.place)
            self._show_whole_page()
        self._view.place_changed.connect(self._show_title)
        self._window.installEventFilter(self)
        self._show_title()
        self._bar.show()
        self._fit()
        self._view.setFocus()

    def _make_bar(self, notes: QAction) -> QFrame:
        bar = QFrame(self._window)
        bar.setFrameShape(QFrame.Shape.StyledPanel)
        bar.setAutoFillBackground(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        previous = IconButton("chevron-left", self.tr("Previous lesson"), "←")
        following = IconButton("chevron-right", self.tr("Next lesson"), "→")
        with_notes = IconButton("panel-right", self.tr("Show or hide the notes"), notes.shortcut().toString())
        close = IconButton("x", self.tr("End the presentation"), "Esc")
        previous.clicked.connect(doing(partial(self.turn, -1)))
        following.clicked.connect(doing(partial(self.turn, 1)))
        with_notes.clicked.connect(doing(notes.toggle))
        close.clicked.connect(doing(self.end))
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 2, 4, 2)
        row.addWidget(previous)
        row.addWidget(self._title, 1)
        for button in (following, with_notes, close):
            row.addWidget(button)
        return bar

    def _shown(self) -> Section | None:
        return self._session.sections.lesson_at(self._view.eye())

    def _show_whole_page(self) -> None:
        """The lesson stays the one that is read, wherever on the page it starts."""
        place, leaf = self._view.place(), self._view.leaf_seen(self._view.place().page)
        if leaf:
            down = leaf.to_layout(Point(0.0, place.y)).y - leaf.top
            self._view.bring(place, at=Point(leaf.left, READING_PX + down))

    def _show_title(self) -> None:
        section, lessons = self._shown(), self._session.sections.tree.lessons
        title = shortened(section.title, _LONGEST) if section else self._session.title
        if section in lessons:
            words = self.tr("Lesson %1 of %2: %3")
            number = str(lessons.index(section) + 1)
            title = words.replace("%1", number).replace("%2", str(len(lessons))).replace("%3", title)
        self._title.setText(title)
        self._title.setToolTip(as_tooltip(title))

    def _fit(self) -> None:
        size = self._bar.sizeHint()
        room = self._window.rect()
        width = min(max(room.width() // 2, 360), room.width())
        self._bar.setGeometry((room.width() - width) // 2, room.height() - size.height(), width, size.height())
        self._bar.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)
