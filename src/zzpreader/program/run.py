"""The running program: opens publications and bundles in the window, keeps what must be kept, ends well."""

import logging
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from zzpreader import i18n
from zzpreader.engine.nursery import Nursery
from zzpreader.engine.spawn import Spawned, spawn
from zzpreader.files import NOTES_SUFFIX
from zzpreader.model.bundle import Bundle
from zzpreader.model.publication import Publication
from zzpreader.model.settings import OpenTab, WindowState
from zzpreader.program.application import new_application
from zzpreader.program.bundles import BundleDesk
from zzpreader.program.garbage import Garbage
from zzpreader.program.handing import hand_over
from zzpreader.program.keeping import Keeping
from zzpreader.program.leaving import Leaving
from zzpreader.program.single import Doorbell, Wish
from zzpreader.program.snapshot import Snapshot
from zzpreader.resources import resource_path
from zzpreader.sentences import sentence, walls_sentence
from zzpreader.session.session import Session
from zzpreader.store.home import Home
from zzpreader.store.seen import Seen, read_seen
from zzpreader.store.thread import StoreThread
from zzpreader.ui.icons import icon
from zzpreader.ui.notice import Notice
from zzpreader.ui.palette import Appearance
from zzpreader.ui.window.front import FIRST_SIZE_PX, Front
from zzpreader.ui.window.main_window import MainWindow
from zzpreader.ui.window.tab import ReadingTab
from zzpreader.wire import Failed, Reason

if TYPE_CHECKING:
    from zzpreader.program.attachments import AttachmentsDesk
    from zzpreader.program.covers import Covers
    from zzpreader.program.exporting import Exporting
    from zzpreader.program.holdings import Holdings
    from zzpreader.program.library import LibraryDesk
    from zzpreader.program.matrix import MatrixDesk
    from zzpreader.program.notes import NotesDesk
    from zzpreader.program.palette import PaletteDesk
    from zzpreader.program.printing import Printing
    from zzpreader.program.reports import Reports
    from zzpreader.program.searching import SearchDesk
    from zzpreader.program.settings import SettingsDesk
    from zzpreader.program.sharing import SharingDesk
    from zzpreader.program.start import StartDesk
    from zzpreader.program.visiting import Visiting
    from zzpreader.ui.dialogs.activity import ActivityDialog

_log = logging.getLogger(__name__)

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
    if snapshot:
        program.window.resize(*FIRST_SIZE_PX)  # the same whatever window was left last
    picture = Snapshot(program.window, snapshot) if snapshot else None
    if picture:
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
        self._home, self._first = home, first
        self._start = nursery.spawn if nursery else spawn
        self._garbage = Garbage(app, self)
        self._thread = StoreThread()
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
        self._has_matrix = False
        self._afterwards: Callable[[], str] | None = None
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
            self._start_page.show()
        self.window.show()
        if tab := self.window.tabs.currentWidget():
            tab.setFocus(Qt.FocusReason.OtherFocusReason)
        self._daily.start()
        self._behind_first_page(self._bundles.say_unusable)
        self._behind_first_page(self._look_for_copies)

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
        """Later starts are heard from now on."""
        doorbell = Doorbell(self._home.folder, self)
        doorbell.rung.connect(self.answer)

    def answer(self, wish: Wish) -> None:
        """A later start wants its files shown here."""
        self.open_files([Path(name) for name in wish.files], wish.page)
        self.window.raise_up()

    def end(self) -> None:
        """After the window has closed: everything is on the disk when this returns."""
        self._daily.stop()
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
                self._notes_desk.open(file)
            elif file.suffix.casefold() == ".zip" or file.name == "bundle.toml" or (not file.suffix and file.is_dir()):
                self._sharing.open(file)
            else:
                self.open_file(file, page)

    def open_file(self, file: Path, page: str = "", *, bundle: Bundle | None = None, show: bool = True) -> None:
        """A tab for the PDF; one that is open already comes to the front.

        Args:
            page: printed label or number as typed, empty for where it was left.
            bundle: whose section map belongs to it.
        """
        tab = next((tab for tab in self.window.reading_tabs() if tab.file == file), None)
        if tab is None:
            bundle = bundle or self._bundles.get(self._keeping.bundle_at(file))
            tab = self._add_tab(file, bundle, show=show)
        elif show:
            self.window.tabs.setCurrentWidget(tab)
        if page:
            tab.go_to_page(page)

    def _add_tab(self, file: Path, bundle: Bundle | None, *, show: bool) -> ReadingTab:
        tab = self._make_tab(file, bundle)
        if self._has_matrix:
            self._matrix.opened(tab)
        self.window.add_tab(tab, file.stem, show=show)
        tab.session.open(bundle=bundle)
        return tab

    def _make_tab(self, file: Path, bundle: Bundle | None) -> ReadingTab:
        first, self._first = self._first, None
        session = Session(file, thread=self._thread, home=self._home, first=first, start=self._start, parent=self)
        session.marks.creator = self._keeping.settings.author
        session.linking.use_titles(self._keeping.titles())
        tab = ReadingTab(session)
        tab.restore(self._keeping.left_at(file))
        session.failed.connect(partial(self._fail, tab))
        session.identified.connect(partial(self._identified, file))
        tab.links.away.connect(partial(self._visit, tab))
        tab.view.led_back.connect(partial(self._return, tab, is_back=True))
        tab.view.led_forward.connect(partial(self._return, tab, is_back=False))
        tab.other_file_wanted.connect(self._ask_file)
        tab.again_wanted.connect(partial(self._try_again, tab, bundle))
        return tab

    def _open_copy(self, file: Path, bundle: Bundle | None) -> None:
        self.open_file(file, bundle=bundle)

    def _visit(self, tab: ReadingTab, address: str) -> None:
        self._visiting.visit(tab, address)

    def _return(self, tab: ReadingTab, stay: object, *, is_back: bool) -> None:
        self._visiting.go_back(tab, stay, is_back=is_back)

    def _open_known(self, file: Path, bundle: str | None) -> None:
        self.open_file(file, bundle=self._bundles.get(bundle))

    def _reopen(self, tabs: Sequence[OpenTab], current: int) -> None:
        for tab in tabs:
            if tab.path:
                self.open_file(Path(tab.path), bundle=self._bundles.get(tab.bundle), show=False)
            elif tab.matrix:
                self._matrix.show(in_front=False)
            elif tab.library:
                self._library.show(in_front=False)
            else:
                self._bundles.show(tab.bundle, in_front=False)
        self.window.tabs.setCurrentIndex(min(max(current, 0), self.window.tabs.count() - 1))

    def _fail(self, tab: ReadingTab, failed: Failed) -> None:
        again = failed.reason not in (Reason.NO_PAGES, Reason.NOT_PDF)
        tab.show_failure(sentence(failed, tab.file.name), failed.detail, again=again)

    def _try_again(self, tab: ReadingTab, bundle: Bundle | None) -> None:
        if not self._leaving.may_leave([tab], partial(self._try_again, tab, bundle)):
            return
        self._let_go(tab)  # its notes are free before they are opened again
        self._add_tab(tab.file, bundle, show=True)
        self.window.close_tab(tab)  # after it: a window without tabs would show the page of the bundle

    def _identified(self, file: Path, publication: Publication) -> None:
        self._keeping.seen(publication, file)
        self.window.show_recent(self._keeping.recent())
        for tab in self.window.reading_tabs():
            tab.session.linking.use_titles(self._keeping.titles())
            if tab.file == file and not tab.session.bundle:
                self._sharing.recognise(tab, publication)

    # what the window wants

    def _connect(self) -> None:
        window = self.window
        window.file_wanted.connect(self._ask_file)
        window.files_dropped.connect(self.open_files)
        window.bundle_wanted.connect(self._bundles.show)
        window.share_wanted.connect(self._share)
        window.library_wanted.connect(self._show_library)
        window.matrix_wanted.connect(self._show_matrix)
        window.palette_wanted.connect(self._open_palette)
        window.search_wanted.connect(self._search_library)
        window.synonyms_wanted.connect(self._edit_synonyms)
        window.settings_wanted.connect(self._ask_settings)
        window.legend_wanted.connect(self._ask_legend)
        window.settings_changed.connect(self._change_settings)
        window.export_wanted.connect(self._export)
        window.export_again_wanted.connect(self._export_again)
        window.print_wanted.connect(self._print)
        window.attachments_wanted.connect(self._show_attachments)
        window.activity_wanted.connect(self._show_activity)
        window.about_wanted.connect(self._show_about)
        window.guide_wanted.connect(self._show_guide)
        window.tab_closed.connect(self._end_tab)
        window.tab_closed.connect(self._garbage.look_soon)
        window.closing.connect(self._close_all)
        window.may_leave = self._leaving.may_leave

    def _ask_file(self) -> None:
        here = self.window.current
        from zzpreader.ui.dialogs.files import FileDialog

        folder = here.file.parent if here else None
        kinds = self.tr("Publications, notes and bundles (*.pdf *.PDF *.zzpnotes *.zip bundle.toml);;All files (*)")
        self.open_files(FileDialog(self.tr("Open publication"), kinds, self.window).to_open(folder))

    # What the first page does not need: a tenth of the time of a start, for what most starts never use.

    def _show_matrix(self) -> None:
        self._matrix.show()

    @cached_property
    def _matrix(self) -> "MatrixDesk":
        from zzpreader.program.matrix import MatrixDesk

        desk = MatrixDesk(self._home, self._thread, self.window, self._keeping, self._open_known)
        for tab in self.window.reading_tabs():
            desk.opened(tab)
        self._has_matrix = True
        return desk

    @cached_property
    def _visiting(self) -> "Visiting":
        from zzpreader.program.visiting import Visiting

        return Visiting(self.window, self._keeping, self._thread, self._open_copy, self._bundles.get, self)

    @cached_property
    def _notes_desk(self) -> "NotesDesk":
        from zzpreader.program.notes import NotesDesk

        return NotesDesk(self.window, self._keeping, self._thread, self._open_copy, self._bundles.get, self)

    def _look_for_copies(self) -> None:
        from zzpreader.program.copies import CopiesDesk

        CopiesDesk(self._home, self._thread, self.window, self._keeping, self._notes_desk, self._notice, self).look()

    def _notice(self) -> Notice | None:
        """In front of the reader."""
        tab = self.window.tabs.currentWidget()
        return tab.findChild(Notice) if tab else self._start_page.notice

    @cached_property
    def _exporting(self) -> "Exporting":
        from zzpreader.program.exporting import Exporting

        return Exporting(self._thread, self._keeping, self._reports, self)

    @cached_property
    def _reports(self) -> "Reports":
        from zzpreader.program.reports import Reports

        return Reports(self._thread, self._keeping, self._language, self)

    def _export(self, tab: ReadingTab) -> None:
        self._exporting.ask(tab)

    def _export_again(self, tab: ReadingTab) -> None:
        self._exporting.again(tab)

    @cached_property
    def _palette(self) -> "PaletteDesk":
        from zzpreader.program.palette import PaletteDesk

        return PaletteDesk(self.window, self._keeping, self._bundles, self._open_known, self)

    @cached_property
    def _holdings(self) -> "Holdings":
        from zzpreader.program.holdings import Holdings

        return Holdings(self._home, self._thread, self._bundles.get, self)

    @cached_property
    def _covers(self) -> "Covers":
        from zzpreader.program.covers import Covers

        return Covers(self._home, self._thread, self)

    @cached_property
    def _library(self) -> "LibraryDesk":
        from zzpreader.program.library import LibraryDesk

        return LibraryDesk(
            self._home, self._thread, self.window, self._keeping, self._holdings, self._covers, self._open_known
        )

    @cached_property
    def _sharing(self) -> "SharingDesk":
        from zzpreader.program.sharing import SharingDesk

        return SharingDesk(
            self._home, self._thread, self.window, self._bundles, use=self._use_bundle, add_folder=self._add_folder
        )

    def _add_folder(self, folder: Path) -> None:
        self._library.show()
        self._library.add_folder(folder)

    def _use_bundle(self, tab: ReadingTab, bundle: Bundle) -> None:
        self._try_again(tab, bundle)

    def _share(self, tab: ReadingTab) -> None:
        self._sharing.share(tab)

    @cached_property
    def _start_page(self) -> "StartDesk":
        from zzpreader.program.start import StartDesk

        return StartDesk(
            self.window,
            self._bundles,
            self._holdings,
            self._covers,
            open_file=self._open_known,
            find=self._library.find,
            add_folder=self._library.ask_folder,
        )

    @property
    def _open_library(self) -> "LibraryDesk | None":
        """Nothing is made of it until it is wanted."""
        return self._library if "_library" in self.__dict__ else None

    def _show_library(self) -> None:
        self._library.show()

    def _open_palette(self) -> None:
        self._palette.open()

    @cached_property
    def _searching(self) -> "SearchDesk":
        from zzpreader.program.searching import SearchDesk

        return SearchDesk(self._home, self._thread, self.window, self._keeping, self._open_known)

    def _search_library(self) -> None:
        self._searching.show()

    def _edit_synonyms(self) -> None:
        self._searching.edit_synonyms()

    @cached_property
    def _printing(self) -> "Printing":
        from zzpreader.program.printing import Printing

        printing = Printing(self._thread, self._reports, self)
        self.window.closing.connect(printing.cancel_all)
        return printing

    @cached_property
    def _attachments(self) -> "AttachmentsDesk":
        from zzpreader.program.attachments import AttachmentsDesk

        return AttachmentsDesk(self._thread, self)

    def _show_attachments(self, tab: ReadingTab) -> None:
        self._attachments.show(tab)

    def _print(self, tab: ReadingTab) -> None:
        self._printing.ask(tab)

    @cached_property
    def _settings(self) -> "SettingsDesk":
        from zzpreader.program.settings import SettingsDesk

        return SettingsDesk(
            self.window, self._home, self._keeping, self._thread, self._change_settings, self.close_with, self
        )

    def _ask_settings(self) -> None:
        self._settings.ask()

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
        """Keep how it was left, and let go of its workers."""
        self._let_go(tab)
        if self._has_matrix:
            self._matrix.ended(tab)
        if library := self._open_library:
            library.ended(tab)
        if "_searching" in self.__dict__:
            self._searching.ended(tab)
        tab.deleteLater()
        if isinstance(tab, ReadingTab):
            tab.session.deleteLater()  # with its pictures
        if not self.window.tabs.count():
            self._start_page.show()

    def _close_all(self) -> None:
        tabs = [self.window.tabs.widget(n) for n in range(self.window.tabs.count())]
        shown = [tab for tab in tabs if tab]
        kept = [tab for tab in shown if not self._is_search(tab)]
        state = self.window.state(tuple(_as_left(tab) for tab in kept))
        library = self._open_library
        lists = {
            "matrix": self._matrix.state if self._has_matrix else self._keeping.window.matrix,
            "library": library.state if library else self._keeping.window.library,
        }
        self._keeping.save_window(msgspec.structs.replace(state, **lists))
        self._keeping.save_seen(self._seen(state))
        for part in ("_library", "_covers", "_holdings", "_searching"):
            if part in self.__dict__:
                self.__dict__[part].close()
        for tab in shown:
            self._let_go(tab)

    def _seen(self, state: WindowState) -> Seen:
        """For the first glance of the next start."""
        from zzpreader.program.glimpses import seen_now

        return seen_now(self.window, state, self._keeping.settings, self._appearance.worn, read_seen(self._home.seen))

    def _is_search(self, tab: QWidget) -> bool:
        return "_searching" in self.__dict__ and self._searching.is_view(tab)

    def _let_go(self, tab: QWidget) -> None:
        if isinstance(tab, ReadingTab):
            publication = tab.session.publication
            if publication and tab.is_open:
                self._keeping.remember(publication, tab.state())
            tab.end()


def _say_at_the_end(sentence: str) -> None:
    """When there is no window any more that could say it."""
    box = QMessageBox(QMessageBox.Icon.Information, "zzpreader", sentence)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()


def _as_left(tab: QWidget) -> OpenTab:
    if isinstance(tab, ReadingTab):
        bundle = tab.session.bundle
        return OpenTab(path=str(tab.file), bundle=bundle.id if bundle else None)
    from zzpreader.ui.bundle.view import BundleView

    if isinstance(tab, BundleView):
        return OpenTab(path="", bundle=tab.bundle.id)
    from zzpreader.ui.matrix.view import MatrixView

    is_matrix = isinstance(tab, MatrixView)
    return OpenTab(path="", matrix=is_matrix, library=not is_matrix)
