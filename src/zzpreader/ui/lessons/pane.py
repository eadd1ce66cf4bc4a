"""The lessons of a publication: what each says, where it stands, and how far the reader is with it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.counts import NoteCounts
from zzpreader.model.notebook import Change
from zzpreader.model.records import Status
from zzpreader.model.sections import Section
from zzpreader.session.marks import Marks
from zzpreader.session.sections import Sections
from zzpreader.session.standings import Standings
from zzpreader.ui.buttons import name_box
from zzpreader.ui.empty import EmptyState
from zzpreader.ui.filtering import filter_for
from zzpreader.ui.icons import icon
from zzpreader.ui.lessons.menu import fill_status_menu
from zzpreader.ui.lessons.model import LessonsModel
from zzpreader.ui.lessons.painting import LessonDelegate
from zzpreader.ui.lessons.words import PICTURES, status_words
from zzpreader.ui.rows import focus_rows, lead_down


class LessonsPane(QWidget):
    """Signals: go_to(Place), link_wanted(str id), link_copy_wanted(str id)."""

    go_to = Signal(object)
    link_wanted = Signal(str)
    link_copy_wanted = Signal(str)

    def __init__(self, sections: Sections, marks: Marks, standings: Standings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections, self._marks, self._standings = sections, marks, standings
        self._counts = NoteCounts(sections.tree)
        self._is_shut = False
        self._model = LessonsModel(standings, self)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Filter lessons"))
        self._filter.setAccessibleName(self.tr("Filter lessons"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._keep)
        self._status = self._make_status_box()
        self._list = self._make_list()
        lead_down(self._filter, self._list)
        self._done = QLabel()
        self._done.setTextFormat(Qt.TextFormat.PlainText)
        self._done.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._done.setContentsMargins(6, 0, 6, 0)
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self._lay_out()
        sections.changed.connect(self._show_tree)
        sections.settled.connect(self._show_tree)
        marks.loaded.connect(self._show_tree)
        marks.edited.connect(self._count)
        standings.changed.connect(self._show_standings)
        self._show_tree()

    def say_shut(self) -> None:
        """The publication cannot be opened."""
        self._is_shut = True
        self._keep()

    def show_section(self, section: Section | None) -> None:
        """Which section is being read: the lesson in which it lies is shown so."""
        lesson = self._sections.tree.lesson_around(section)
        reading = lesson.id if lesson else ""
        self._model.read(reading)
        index = self._model.index_of(reading)
        if index.isValid() and not self._list.hasFocus():
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def focus_list(self) -> bool:
        """Whether it has rows."""
        return focus_rows(self._list)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._sections.hurry()  # bookmarks seldom name all lessons

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._list.scheduleDelayedItemsLayout()  # titles wrap at another width

    def _make_status_box(self) -> QComboBox:
        box = QComboBox()
        name_box(box, self.tr("Show lessons with status"))
        box.addItem(self.tr("All lessons"), None)
        for status in Status:
            box.addItem(icon(PICTURES[status]), status_words(status), status)
        box.currentIndexChanged.connect(self._keep)
        return box

    @property
    def _kept_status(self) -> Status | None:
        chosen = self._status.currentData()  # Qt gives back a plain string
        return Status(chosen) if chosen else None

    def _make_list(self) -> QListView:
        view = QListView()
        view.setModel(self._model)
        view.setItemDelegate(LessonDelegate(view))
        view.setAccessibleName(self.tr("Lessons"))
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        view.clicked.connect(self._go)
        view.activated.connect(self._go)
        for key, status in (("Space", None), *zip("123456", Status, strict=True)):
            action = QAction(view)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _checked=False, status=status: self._set(status))
            view.addAction(action)
        return view

    def _lay_out(self) -> None:
        above = QVBoxLayout()
        above.setSpacing(4)
        above.addWidget(self._filter)
        above.addWidget(self._status)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self._stack, 1)
        column.addWidget(self._done)
        self.setFocusProxy(self._list)

    def _show_tree(self) -> None:
        self._counts = NoteCounts(self._sections.tree, self._marks.notebook)
        chosen = {lesson.id for lesson in self._chosen()}
        self._model.show_tree(self._sections.tree, self._counts)
        for section_id in chosen:
            index = self._model.index_of(section_id)
            if index.isValid():
                self._list.selectionModel().select(index, self._list.selectionModel().SelectionFlag.Select)
        self._keep()

    def _count(self, change: Change) -> None:
        self._model.tell(self._counts.apply(change))

    def _show_standings(self, section_ids: set[str] | None) -> None:
        if section_ids is None or self._kept_status:
            self._keep()
        else:
            self._model.tell(section_ids)
        self._say_done()

    def _keep(self) -> None:
        self._model.keep(filter_for(self._filter.text()), self._kept_status)
        has_lessons = bool(self._model.lessons)
        self._filter.setEnabled(has_lessons)
        self._status.setEnabled(has_lessons)
        if has_lessons:
            self._empty.say(self.tr("No lesson has this status and these words."), "search")
        elif self._is_shut:
            self._empty.say(self.tr("Lessons are shown here once the publication is open."), "lightbulb")
        else:
            self._empty.say(
                self.tr("No lessons were found. In the contents you can make any section a lesson."), "lightbulb"
            )
        is_waiting = not (has_lessons or self._sections.is_settled or self._is_shut)
        self._stack.setCurrentWidget(self._list if self._model.rowCount() or is_waiting else self._empty)
        self._say_done()

    def _say_done(self) -> None:
        lessons = self._model.lessons
        done = sum(self._standings.status(lesson.id) is not Status.UNREAD for lesson in lessons)
        words = self.tr("%1 of %n lesson(s) read", "", len(lessons)).replace("%1", str(done))
        self._done.setText(words if lessons else "")

    def _chosen(self) -> list[Section]:
        return [one for index in self._list.selectedIndexes() if (one := self._model.lesson(index))]

    def _go(self, index: QModelIndex) -> None:
        if lesson := self._model.lesson(index):
            self.go_to.emit(lesson.place)

    def _set(self, status: Status | None) -> None:
        """None: read if any is unread, else unread."""
        chosen = [lesson.id for lesson in self._chosen()]
        if status is None:
            unread = any(self._standings.status(one) is Status.UNREAD for one in chosen)
            status = Status.READ if unread else Status.UNREAD
        self._standings.set_status(chosen, status)

    def _open_menu(self, at: QPoint) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        held = {self._standings.status(lesson.id) for lesson in chosen}
        fill_status_menu(menu, held, self._set, digits=True)
        menu.addSeparator()
        menu.addAction(self.tr("Owner and date…"), lambda: self._describe(chosen))
        if len(chosen) == 1:
            menu.addSeparator()
            link = menu.addAction(icon("link"), self.tr("&Link to…"), lambda: self.link_wanted.emit(chosen[0].id))
            link.setEnabled(self._marks.writable)
            menu.addAction(self.tr("&Copy link to this"), lambda: self.link_copy_wanted.emit(chosen[0].id))
        menu.popup(self._list.viewport().mapToGlobal(at))

    def _describe(self, lessons: Sequence[Section]) -> None:
        from zzpreader.ui.lessons.owner import OwnerDialog

        dialog = OwnerDialog([self._standings.of(lesson.id) for lesson in lessons], self)
        ids = [lesson.id for lesson in lessons]
        dialog.accepted.connect(lambda: self._standings.describe(ids, owner=dialog.owner, date=dialog.date))
        dialog.open()
