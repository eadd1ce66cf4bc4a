"""Notes of the same publication that were made elsewhere become part of the notebook."""

from collections.abc import Sequence
from functools import partial, reduce
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from zzpreader.model.notebook import Edit, Notebook
from zzpreader.model.past import Brought
from zzpreader.session.bringing import read_notes
from zzpreader.session.marks import Marks
from zzpreader.store.copies import conflict_copies, is_copy, set_merged_aside
from zzpreader.store.envelope import Tables
from zzpreader.store.home import Home
from zzpreader.store.incoming import Incoming, brought
from zzpreader.store.merging import merge
from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.problems import NewerSchema, StoreError
from zzpreader.store.thread import StoreThread


class Proposal(Struct, frozen=True):
    """
    Args:
        files: from which the notes come.
        brought: what taking it would change.
        tables: what is merged into the file.
    """

    files: tuple[Path, ...]
    brought: Brought
    tables: Tables


class _Foreign(Struct, frozen=True):
    path: Path
    title: str


class Merging(QObject):
    """
    Signals:
        copies_found(list[Path]): beside the notebook lie copies that a sync tool has left.
        proposed(Proposal): nothing has changed yet.
        refused(str): why a file cannot be merged, as a sentence.
        merged(Brought): it is in the notebook; one step of undo takes it out again.
    """

    copies_found = Signal(list)
    proposed = Signal(object)
    refused = Signal(str)
    merged = Signal(object)

    def __init__(self, marks: Marks, thread: StoreThread, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks, self._thread, self._home = marks, thread, home
        self._set_aside: tuple[Path, ...] = ()
        self._compared_with = Notebook()
        marks.loaded.connect(self._look)
        marks.saved.connect(self._saved)

    def propose(self, files: Sequence[Path]) -> None:
        """Compare them with the notebook; answers by `proposed` or `refused`."""
        self._marks.finish_typing()
        self._compared_with = Notebook(self._marks.notebook.records)
        self._marks.keeper.ask(partial(_compared, tuple(files)), self._tell)

    def take(self, proposal: Proposal) -> None:
        """Merge; the reader's own edits since the proposal only make it be compared anew."""
        notebook = self._marks.notebook
        edits: list[Edit] = []
        for edit in proposal.brought.edits:
            before = notebook.record(edit.id)
            if self._compared_with.record(edit.id) != before:
                self.propose(proposal.files)
                return
            edits.append(Edit(before=before, after=edit.after and self._marks.placed(edit.after)))
        if self._marks.refuses():
            return
        self._set_aside += tuple(path for path in proposal.files if is_copy(self._home, path))
        self._marks.keeper.merge(proposal.tables)
        self._marks.do(self.tr("Merge notes"), edits)
        self._marks.keeper.flush()  # also if only earlier texts and deleted notes came
        self.merged.emit(proposal.brought)

    def _look(self) -> None:
        if self._marks.writable:
            home = self._home
            self._marks.keeper.ask(
                lambda file: [copy.path for copy in conflict_copies(home, file.publication)], self._found
            )

    def _found(self, copies: list[Path]) -> None:
        if copies:
            self.copies_found.emit(copies)

    def _tell(self, found: "Proposal | _Foreign | StoreError") -> None:
        match found:
            case Proposal():
                self.proposed.emit(found)
            case _Foreign(path=path, title=title):
                words = self.tr("“%1” holds notes on another publication: “%2”.")
                self.refused.emit(words.replace("%1", path.name).replace("%2", title))
            case NewerSchema():
                words = self.tr("“%1” was made by a newer version of zzpreader and cannot be read by this one.")
                self.refused.emit(words.replace("%1", found.path.name))
            case _:
                words = self.tr("“%1” holds no notes of zzpreader that can be read.")
                self.refused.emit(words.replace("%1", found.path.name))

    def _saved(self) -> None:
        """Only what is on the disk for sure is set aside."""
        copies, self._set_aside = self._set_aside, ()
        if copies:
            self._thread.submit(partial(_aside, copies))


def _compared(files: tuple[Path, ...], file: NotebookFile) -> Proposal | _Foreign | StoreError:
    found: list[Incoming] = []
    for path in files:
        try:
            found.append(read_notes(path))
        except StoreError as problem:
            return problem
        if not found[-1].of(file.publication):
            return _Foreign(path, found[-1].publication.title)
    tables = reduce(merge, (one.adopted(file.publication) for one in found))
    return Proposal(files, brought(file.tables, tables), tables)


def _aside(copies: tuple[Path, ...]) -> None:
    for path in copies:
        try:
            set_merged_aside(path)
        except OSError:
            continue  # it is found again at the next start, and merging it again changes nothing
