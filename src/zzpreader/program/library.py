"""The library in the window: what is shown, what the reader says of publications, folders that are added."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from PySide6.QtCore import Signal

from zzpreader.imports.references import read_references
from zzpreader.imports.source import Refused
from zzpreader.model.about import About
from zzpreader.model.annotation import timestamp
from zzpreader.model.library import PublicationRow
from zzpreader.model.matching_works import matched
from zzpreader.model.settings import LibraryState
from zzpreader.model.typed import tidy_tags
from zzpreader.program.covers import Covers
from zzpreader.program.gathering import Gathering, Outcome
from zzpreader.program.holdings import Holdings
from zzpreader.program.keeping import Keeping
from zzpreader.program.said import Said, SaidSteps
from zzpreader.program.sighting import Start
from zzpreader.program.table_desk import TableDesk
from zzpreader.sentences import filled
from zzpreader.session.deliver import deliver
from zzpreader.store.home import Home
from zzpreader.store.library import Entry, Library
from zzpreader.store.problems import StoreError
from zzpreader.store.thread import StoreThread
from zzpreader.ui.dialogs.files import FileDialog
from zzpreader.ui.library.view import LibraryView
from zzpreader.ui.window.main_window import MainWindow

OpenFile = Callable[[Path, str | None], object]


class LibraryDesk(TableDesk[LibraryView, LibraryState]):
    """
    Args:
        start: where the workers come from that look at files.
        open_file: shows a PDF in a tab of its own; with the id of the bundle to which it belongs.
    """

    _described = Signal(object)
    _read = Signal(object)

    def __init__(
        self,
        home: Home,
        thread: StoreThread,
        window: MainWindow,
        keeping: Keeping,
        holdings: Holdings,
        covers: Covers,
        start: Start,
        open_file: OpenFile,
    ) -> None:
        self._said = SaidSteps(self._put_back)
        super().__init__(home, thread, window, keeping.window.library, self._said)
        self._holdings, self._covers, self._start, self._open_file = holdings, covers, start, open_file
        self._gathering: Gathering | None = None
        holdings.changed.connect(self._show)
        holdings.moved.connect(self._tell_moved)
        covers.ready.connect(self._show_cover)
        self._described.connect(self._tell_described)
        self._read.connect(self._take_references)

    def find(self, row: PublicationRow) -> None:
        """Let the reader say where its file may be."""
        self.show()
        self._look_for(row)

    def ask_folder(self) -> None:
        """Which folder is to be added."""
        self.show()
        self._ask_folder()

    def add_folder(self, folder: Path) -> None:
        """All PDFs in it, in the background; the library shows how far it is."""
        if self._gathering and self._gathering.is_running:
            return
        self._gathering = Gathering(self._home, self._thread, self._start, self)
        self._gathering.went_on.connect(self._show_progress)
        self._gathering.ended.connect(self._tell_gathered)
        self._gathering.start(folder)
        self._show_progress(0, 0)

    def close(self) -> None:
        """The window is closing: what was gathered is on its way to the disk, no worker stays."""
        if self._gathering:
            self._gathering.close()

    def _make_view(self) -> LibraryView:
        view = LibraryView(self._left)
        view.shown.connect(self._holdings.read)
        view.opened.connect(self._open)
        view.search_wanted.connect(self._look_for)
        view.look_wanted.connect(self._look)
        view.covers_wanted.connect(self._want_covers)
        view.described.connect(self._describe)
        view.collected.connect(self._collect)
        view.tagged.connect(self._tag)
        view.removed.connect(self._remove)
        view.import_wanted.connect(self._ask_folder)
        view.references_wanted.connect(self._ask_references)
        view.progress.cancelled.connect(self._cancel)
        self._window.add_tab(view, self.tr("Library"), show=False)
        view.show_rows(self._holdings.rows)
        self._holdings.read()
        return view

    def _show(self, rows: Sequence[PublicationRow]) -> None:
        if self._view:
            self._view.show_rows(rows)

    def _want_covers(self, rows: Sequence[PublicationRow]) -> None:
        self._covers.want([(row.edition, row.file) for row in rows])

    def _show_cover(self, edition: str, image: object) -> None:
        if self._view:
            self._view.show_cover(edition, image)  # pyright: ignore[reportArgumentType] - a QImage, says the signal

    def _open(self, row: PublicationRow) -> None:
        if row.file:
            self._open_file(Path(row.file), row.bundle)

    # what the reader says

    def _describe(self, row: PublicationRow, about: About, collections: tuple[str, ...], tags: tuple[str, ...]) -> None:
        said = self._holdings.said(row.id)

        def change(entry: Entry) -> Entry:
            return msgspec.structs.replace(entry, about=about.beside(said), collections=collections, tags=tags)

        self._change([row.id], change, self.tr("Details of “%1” changed").replace("%1", about.title or row.about.title))

    def _collect(self, rows: Sequence[PublicationRow], name: str, put: bool) -> None:
        def change(entry: Entry) -> Entry:
            return msgspec.structs.replace(entry, collections=_with(entry.collections, name, put=put))

        words = self.tr("%n publication(s) put in “%1”", "", len(rows))
        if not put:
            words = self.tr("%n publication(s) taken out of “%1”", "", len(rows))
        self._change([row.id for row in rows], change, words.replace("%1", name))

    def _tag(self, rows: Sequence[PublicationRow], name: str, put: bool) -> None:
        def change(entry: Entry) -> Entry:
            return msgspec.structs.replace(entry, tags=_with(entry.tags, name, put=put))

        words = self.tr("%n publication(s) given the tag “%1”", "", len(rows))
        if not put:
            words = self.tr("Tag “%1” taken off %n publication(s)", "", len(rows))
        self._change([row.id for row in rows], change, words.replace("%1", name))

    def _remove(self, rows: Sequence[PublicationRow]) -> None:
        """Nothing that was made in them goes."""
        now = timestamp()

        def change(entry: Entry) -> Entry:
            return msgspec.structs.replace(entry, removed=now)

        words = self.tr("%n publication(s) taken out of the library; the file stays where it is", "", len(rows))
        notes = sum(row.counts.notes if row.counts else 0 for row in rows)
        if notes:
            words += ". " + self.tr("%n note(s) are kept and come back when the file is opened again", "", notes)
        self._change([row.id for row in rows], change, words)

    def _change(self, ids: Sequence[str], change: Callable[[Entry], Entry], words: str) -> None:
        """
        Args:
            words: for people; none if this undoes a step or does it again.
        """
        home = self._home

        def job() -> None:
            said: Said | None = None
            with suppress(StoreError):  # None says it
                before = Library(home).describe(ids, change)
                said = Said(before, [change(entry) for entry in before])
            deliver(self, "_described", (said, words))

        self._thread.submit(job)

    def _tell_described(self, answer: tuple[Said | None, str]) -> None:
        said, words = answer
        if said and words:
            self._said.remember(said)
            self._offer_undo()
        self._holdings.read()
        for tab in self._window.reading_tabs():
            tab.session.read_about()
        if self._view is None:
            return
        if said is None:
            self._view.notice.say(self.tr("The library could not be written. Nothing was changed."), warning=True)
        elif words:
            self._view.notice.say(f"{words}.", (self.tr("Undo"), self._undo))
        else:
            self._view.notice.hide()  # it told of another state

    def _put_back(self, those: Sequence[Entry]) -> None:
        """What the reader says alone: what was seen of the files meanwhile stays."""
        by_id = {entry.publication.id: entry for entry in those}

        def change(entry: Entry) -> Entry:
            said = by_id[entry.publication.id]
            return msgspec.structs.replace(
                entry, about=said.about, collections=said.collections, tags=said.tags, removed=said.removed
            )

        self._change(list(by_id), change, "")

    # details from elsewhere

    def _ask_references(self, rows: Sequence[PublicationRow]) -> None:
        kinds = self.tr("References (*.bib *.json);;All files (*)")
        files = FileDialog(self.tr("Import details"), kinds, self._view).to_open()
        if files:
            self.import_references(files[0], [row.id for row in rows])

    def import_references(self, file: Path, ids: Sequence[str] = ()) -> None:
        """Titles, authors and dates from BibTeX or CSL-JSON.

        Args:
            ids: the publications that are meant; without any, or with one (one is always chosen) for many works: all.
        """

        def job() -> None:
            try:
                works = read_references(file.read_bytes())
            except (OSError, Refused):
                deliver(self, "_read", (file.name, None, ids))
                return
            deliver(self, "_read", (file.name, works, ids))

        self._thread.submit(job)

    def _take_references(self, answer: tuple[str, list[About] | None, Sequence[str]]) -> None:
        name, works, ids = answer
        if self._view is None:
            return
        if works is None:
            words = self.tr("“%1” holds no references in BibTeX or CSL-JSON that can be read.")
            self._view.notice.say(filled(words, name), warning=True)
            return
        chosen = [row for row in self._holdings.rows if row.id in ids]
        if len(chosen) == 1 and len(works) == 1:
            found = {chosen[0].id: works[0]}
        else:
            meant = chosen if len(chosen) > 1 else self._holdings.rows
            found = matched(works, {row.id: row.about for row in meant})
        if not found:
            words = self.tr("None of the %n work(s) in “%1” has the title of a publication here.", "", len(works))
            self._view.notice.say(words.replace("%1", name), warning=True)
            return
        said = {id_: self._holdings.said(id_) for id_ in found}

        def change(entry: Entry) -> Entry:
            id_ = entry.publication.id
            return msgspec.structs.replace(entry, about=found[id_].over(entry.about).beside(said[id_]))

        words = self.tr("Details of %n publication(s) imported", "", len(found))
        if left := len([work for work in works if work not in found.values()]):
            words += ". " + self.tr("%n other work(s) in the file have no publication with their title here", "", left)
        self._change(list(found), change, words)

    # folders

    def _ask_folder(self) -> None:
        if self._gathering and self._gathering.is_running:
            return
        for folder in FileDialog(self.tr("Add a folder"), "", self._view).to_choose_folder(Path.home()):
            self.add_folder(folder)

    def _show_progress(self, done: int, total: int) -> None:
        if self._view:
            words = self.tr("%1 of %2 publications read").replace("%1", str(done)).replace("%2", str(total))
            self._view.progress.show_progress(words if total else self.tr("Looking for PDFs…"), done, total)
            if done % 20 == 0:
                self._holdings.read()

    def _tell_gathered(self, outcome: Outcome) -> None:
        self._holdings.read()
        if self._view is None:
            return
        self._view.progress.hide()
        if not outcome.is_kept:
            self._view.notice.say(self.tr("The library could not be written. Nothing was changed."), warning=True)
            return
        words = [self.tr("%n publication(s) added.", "", outcome.new)]
        if outcome.known:
            words.append(self.tr("%n file(s) were known already.", "", outcome.known))
        if outcome.unread:
            words.append(self.tr("%n file(s) could not be read and were left out.", "", outcome.unread))
        self._view.notice.say(" ".join(words))

    def _cancel(self) -> None:
        if self._gathering and self._gathering.is_running:
            self._gathering.cancel()
        self._holdings.stop_looking()

    def _look_for(self, row: PublicationRow) -> None:
        title = filled(self.tr("Folder in which “%1” may be"), row.about.title)
        self._look(title)

    def _look(self, title: str = "") -> None:
        title = title or self.tr("Folder in which missing files may be")
        for folder in FileDialog(title, "", self._view).to_choose_folder(Path.home()):
            self.look_in(folder)

    def look_in(self, folder: Path) -> None:
        """For files that are missing."""
        self._holdings.look_in(folder)
        if self._view:
            self._view.progress.show_progress(self.tr("Looking for missing files…"), 0, 0)

    def _tell_moved(self, found: int, missing: int) -> None:
        if self._view is None:
            return
        self._view.progress.hide()
        words = self.tr("%n missing file(s) found again.", "", found)
        if missing:
            words += " " + self.tr("%n file(s) are still missing.", "", missing)
        self._view.notice.say(words)


def _with(names: tuple[str, ...], name: str, *, put: bool) -> tuple[str, ...]:
    return tidy_tags([*names, name]) if put else tuple(one for one in names if one != name)
