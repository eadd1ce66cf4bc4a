"""The running program: opens publications and bundles in the window, keeps what must be kept, ends well."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from zzpreader import i18n
from zzpreader.engine.nursery import Nursery
from zzpreader.engine.spawn import Spawned, spawn
from zzpreader.files import NOTES_SUFFIX, is_bundle
from zzpreader.model.bundle import Bundle
from zzpreader.model.settings import OpenTab
from zzpreader.program.application import new_application
from zzpreader.program.bundles import BundleDesk
from zzpreader.program.desks import Desks
from zzpreader.program.garbage import Garbage
from zzpreader.program.handing import hand_over
from zzpreader.program.keeping import Keeping
from zzpreader.program.leaving import Leaving
from zzpreader.program.tabs import ReadingTabs
from zzpreader.resources import resource_path
from zzpreader.sentences import walls_sentence
from zzpreader.session.deliver import let_go
from zzpreader.session.session import Session
from zzpreader.store.home import Home
from zzpreader.store.seen import read_seen
from zzpreader.store.thread import StoreThread
from zzpreader.ui.icons import icon
from zzpreader.ui.palette import Appearance
from zzpreader.ui.window.front import FIRST_SIZE_PX, Front
from zzpreader.ui.window.main_window import MainWindow
from zzpreader.ui.window.tab import ReadingTab

if TYPE_CHECKING:
    from zzpreader.program.ending import Ending
    from zzpreader.program.single import Doorbell, Wish
    from zzpreader.ui.dialogs.activity import ActivityDialog


_LONGEST_WITHOUT_PAGE_MS = 1000
"""Then what waits for the first page is done without it: the page failed, or is a hard one."""

FIRST_COPY_MS = 60_000
NEXT_COPY_MS = 3_600_000
"""When it is seen whether today's copy of everything is there: when the reader reads, and again for a window that stays
open over night."""


def run(
    home: Home, files: Sequence[Path], page: str, *, snapshot: Path | None, first: Spawned | None, nursery: Nursery
) -> int:
    """Show the window and stay until it is closed. Returns the exit status.

    Args:
        snapshot: save a picture of the window there as soon as it is drawn, and end.
        first: a worker that already reads the first file.
        nursery: where other workers come from.
    """
    app = new_application()
    if snapshot is None and hand_over(home.folder, files, page):
        if first:
            first.kill()
        return 0
    program = Program(app, home, first, nursery)
    program.begin(files, page)
    picture = None
    if snapshot:
        from zzpreader.program.snapshot import Snapshot

        program.window.resize(*FIRST_SIZE_PX)  # the same whatever window was left last
        picture = Snapshot(program.window, snapshot)
        picture.done.connect(program.window.close)
    else:
        program.attend()
    app.exec()
    program.end()
    return 0 if picture is None or picture.is_saved else 1


class Program(QObject):
    """What the window wants, done; and what the window must be told."""

    def __init__(
        self,
        app: QApplication,
        home: Home,
        first: Spawned | None = None,
        nursery: Nursery | None = None,
        *,
        front: Front | None = None,
        appearance: Appearance | None = None,
    ) -> None:
        """
        Args:
            front: the window that is on the screen already.
            appearance: how it is dressed.
        """
        super().__init__(app)
        self._home = home
        self._garbage = Garbage(app, self)
        self._thread = StoreThread(let_go)
        self._keeping = Keeping(home, self._thread)
        self._language = i18n.chosen_language(self._keeping.settings.language)
        i18n.install(app, self._language)
        settings = self._keeping.settings
        self._appearance = appearance or Appearance(app, settings.theme)
        self._appearance.choose(settings.theme, settings.text_size)
        app.setWindowIcon(icon("zzpreader"))
        self.window = MainWindow(self._keeping.settings, front)
        self._bundles = BundleDesk(home, self.window, self._keeping, self._open_copy)
        self._leaving = Leaving(self._export, self)
        start = nursery.spawn if nursery else spawn
        self.tabs = ReadingTabs(
            home,
            self._thread,
            self.window,
            self._keeping,
            self._bundles,
            self._leaving,
            first=first,
            start=start,
            parent=self,
        )
        self.desks = Desks(
            home,
            self._thread,
            self.window,
            self._keeping,
            self._bundles,
            self.tabs,
            start,
            language=self._language,
            change_settings=self._change_settings,
            close_with=self.close_with,
            parent=self,
        )
        self._afterwards: Callable[[], str] | None = None
        self._ending: Ending | None = None
        self._doorbell: Doorbell | None = None
        self._is_closed = False
        self._daily = QTimer(self)
        self._daily.setInterval(FIRST_COPY_MS)
        self._daily.timeout.connect(self._back_up)
        self._connect()

    def begin(self, files: Sequence[Path], page: str) -> None:
        """Open what was asked for, else what was open last, else the start page; the first time the built-in bundle."""
        state = self._keeping.window
        self.window.restore(state)
        self.window.show_recent(self._keeping.recent())
        if files:
            self.open_files(files, page)
        elif state.tabs:
            self._reopen(state.tabs, state.current)
        if not self.window.tabs.count() and not self._keeping.recent():
            self._bundles.begin()
        if not self.window.tabs.count():
            self.desks.start_page.show()
        self.window.show()
        if tab := self.window.tabs.currentWidget():
            tab.setFocus(Qt.FocusReason.OtherFocusReason)
        self._daily.start()
        self._behind_first_page(self._bundles.say_unusable)
        self._behind_first_page(self.desks.look_for_copies)

    def _behind_first_page(self, step: Callable[[], object]) -> None:
        """Do it when the page in front is drawn, or else as soon as there is nothing more urgent."""
        tab = self.window.current
        # It ends with who speaks to it: a page can be drawn when the program is gone.
        later = QTimer(tab.session.pictures if tab else self, singleShot=True, interval=_LONGEST_WITHOUT_PAGE_MS)
        later.timeout.connect(step)
        if tab:
            drawn = tab.session.pictures.tile_ready
            drawn.connect(lambda: later.setInterval(0), Qt.ConnectionType.SingleShotConnection)
            if tab.session.pictures.bytes:
                later.setInterval(0)
        else:
            later.setInterval(0)
        later.start()

    def attend(self) -> None:
        """Later starts, and a system that wants the program to end, are heard from now on."""
        from zzpreader.program.ending import Ending, can_be_asked
        from zzpreader.program.single import new_doorbell

        self._doorbell = new_doorbell(self._home.folder, self)
        self._doorbell.rung.connect(self.answer)
        if can_be_asked():
            self._ending = Ending(self.window.close, self)

    def answer(self, wish: "Wish") -> None:
        """A later start wants its files shown here; when the window has just been closed, it stays so."""
        if self._is_closed:
            return
        self.open_files([Path(name) for name in wish.files], wish.page)
        self.window.raise_up()

    def end(self) -> None:
        """After the window has closed: everything is on the disk when this returns."""
        self._daily.stop()
        if self._ending:
            self._ending.close()
        if self._doorbell:
            self._doorbell.close()
        self._thread.close()
        self._garbage.close()
        if self._afterwards:
            _say_at_the_end(self._afterwards())

    def close_with(self, afterwards: Callable[[], str]) -> None:
        """Close, and do this when all is saved and nothing is open any more; it returns what is to be said of it."""
        self._afterwards = afterwards
        if not self.window.close():
            self._afterwards = None

    def _back_up(self) -> None:
        self._daily.setInterval(NEXT_COPY_MS)
        self._keeping.back_up()

    # opening

    def open_files(self, files: Sequence[Path], page: str = "") -> None:
        for file in files:
            if file.suffix.casefold() == NOTES_SUFFIX:
                self.desks.notes.open(file)
            elif is_bundle(file):
                self.desks.sharing.open(file)
            else:
                self.open_file(file, page)

    def open_file(self, file: Path, page: str = "") -> None:
        self.tabs.open(file, page)

    def _open_copy(self, file: Path, bundle: Bundle | None) -> None:
        self.tabs.open(file, bundle=bundle)

    def _reopen(self, tabs: Sequence[OpenTab], current: int) -> None:
        for tab in tabs:
            if tab.path:
                self.tabs.open(Path(tab.path), bundle=self._bundles.get(tab.bundle), show=False)
            elif tab.matrix:
                self.desks.matrix.show(in_front=False)
            elif tab.library:
                self.desks.library.show(in_front=False)
            else:
                self._bundles.show(tab.bundle, in_front=False)
        self.window.tabs.setCurrentIndex(min(max(current, 0), self.window.tabs.count() - 1))

    # what the window wants

    def _connect(self) -> None:
        window = self.window
        window.file_wanted.connect(self._ask_file)
        window.files_dropped.connect(self.open_files)
        window.bundle_wanted.connect(self._bundles.show)
        window.legend_wanted.connect(self._ask_legend)
        window.settings_changed.connect(self._change_settings)
        window.activity_wanted.connect(self._show_activity)
        window.about_wanted.connect(self._show_about)
        window.guide_wanted.connect(self._show_guide)
        window.tab_closed.connect(self._end_tab)
        window.tab_closed.connect(self._garbage.look_soon)
        window.closing.connect(self._close_all)
        window.may_leave = self._leaving.may_leave
        self.tabs.file_wanted.connect(self._ask_file)

    def _export(self, tab: ReadingTab) -> None:
        self.desks.export(tab)

    def _ask_file(self) -> None:
        here = self.window.current
        from zzpreader.ui.dialogs.files import FileDialog

        folder = here.file.parent if here else None
        kinds = self.tr(
            "Publications, notes and bundles (*.pdf *.PDF *.zzpnotes *.zzpbundle *.zip bundle.toml);;All files (*)"
        )
        self.open_files(FileDialog(self.tr("Open publication"), kinds, self.window).to_open(folder))

    def _ask_legend(self) -> None:
        from zzpreader.ui.dialogs.legend import LegendDialog

        dialog = LegendDialog(self._keeping.settings.meanings, self.window)
        if dialog.exec():
            self._change_settings({"meanings": dialog.meanings})

    def _change_settings(self, fields: dict[str, object]) -> None:
        if not self._keeping.change_settings(fields):
            return
        settings = self._keeping.settings
        self._appearance.choose(settings.theme, settings.text_size)
        self.window.apply_settings(settings)
        for tab in self.window.reading_tabs():
            tab.session.marks.creator = settings.author
        tab = self.window.current
        if tab and "language" in fields and i18n.chosen_language(settings.language) != self._language:
            tab.notice.say(self.tr("The new language is used from the next start."))

    @cached_property
    def _activity(self) -> "ActivityDialog":
        from zzpreader.ui.dialogs.activity import ActivityDialog

        def in_front() -> Session | None:
            tab = self.window.current
            return tab.session if tab else None

        return ActivityDialog(in_front, self.window)

    def _show_activity(self) -> None:
        """The same key closes it again."""
        self._activity.setVisible(not self._activity.isVisible())

    def _show_about(self) -> None:
        from zzpreader.ui.dialogs.about import AboutDialog

        opened = next((tab.session.details for tab in self.window.reading_tabs() if tab.session.details), None)
        AboutDialog(str(self._home.folder), walls_sentence(opened.walls) if opened else "", self.window).exec()

    def _show_guide(self) -> None:
        from zzpreader.ui.dialogs.guide import GuideDialog

        file = resource_path("guide", f"guide.{self._language}.md")
        dialog = GuideDialog(file.read_text(encoding="utf-8"), file.parent, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    # ending

    def _end_tab(self, tab: QWidget) -> None:
        self.tabs.let_go(tab)
        self.desks.ended(tab)
        tab.deleteLater()
        if isinstance(tab, ReadingTab):
            tab.session.deleteLater()  # with its pictures
        if not self.window.tabs.count():
            self.desks.start_page.show()

    def _close_all(self) -> None:
        from zzpreader.program.glimpses import as_left, seen_now

        self._is_closed = True
        tabs = [self.window.tabs.widget(n) for n in range(self.window.tabs.count())]
        shown = [tab for tab in tabs if tab]
        kept = [tab for tab in shown if not self.desks.is_search(tab)]
        state = self.window.state(tuple(as_left(tab) for tab in kept))
        self._keeping.save_window(msgspec.structs.replace(state, **self.desks.lists()))
        seen = seen_now(self.window, state, self._keeping.settings, self._appearance.worn, read_seen(self._home.seen))
        self._keeping.save_seen(seen)
        self.desks.close()
        for tab in shown:
            self.tabs.let_go(tab)


def _say_at_the_end(sentence: str) -> None:
    """When there is no window any more that could say it."""
    box = QMessageBox(QMessageBox.Icon.Information, "zzpreader", sentence)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
