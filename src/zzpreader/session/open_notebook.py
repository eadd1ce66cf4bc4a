"""The notebook of one publication while it is open: every change goes through here, and can be undone."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from zzpreader.model.annotation import Annotation
from zzpreader.model.corrections import remember
from zzpreader.model.notebook import Change, Edit, History, Notebook, scoped
from zzpreader.model.pages import Labels
from zzpreader.model.publication import Publication
from zzpreader.model.records import Record
from zzpreader.model.relabelling import relabelled
from zzpreader.model.sections import SectionTree
from zzpreader.model.selectors import Paper
from zzpreader.session.keeper import Keeper
from zzpreader.session.slices import MANY, Slices
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread

_TOLD_AT_ONCE = 250
"""Annotations that are given other labels or sections; all listeners together take some 3 ms for these."""


class OpenNotebook(QObject):
    """The notebook of one publication, and the one way in which it changes.

    Annotations in it, and in every step back and forward, always stand in the sections and bear the labels of today;
    many of them a moment after these have changed.

    Signals:
        loaded(): the notebook is there; before it is empty and not writable.
        edited(Change): the notebook has changed. Changes come in the order in which they were made, also where a
            listener makes the next one: that one is told when everybody has heard of the first.
        undo_changed(): `undo_name` or `redo_name` may be another.
        saving(), saved(), unsaved(str), read_only(str), mended(str): see `Keeper`; sentences are translated.
    """

    loaded = Signal()
    edited = Signal(Change)
    undo_changed = Signal()
    saving = Signal()
    saved = Signal()
    unsaved = Signal(str)
    read_only = Signal(str)
    mended = Signal(str)

    def __init__(self, thread: StoreThread, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notebook = Notebook()
        self.creator = ""
        self.edition = ""
        self._source = ""
        self._tree = self._tree_found = SectionTree()
        self._is_settled = self._is_numbered = True
        self._deleted_before: set[str] = set()
        self.never_made: frozenset[str] = frozenset()
        """Ids of what undo took away: not deleted, as if it had not been there."""
        self._moved: dict[str, Annotation] = {}
        self._paper = Paper(Labels(()), _unknown_width)
        self._history = History()
        self._renewing = Slices(self)
        self._untold: deque[Change] = deque()
        self.is_loaded = False
        self._why_read_only = ""
        self._keeper = Keeper(thread, home, self)
        self._keeper.opened.connect(self._take)
        self._keeper.read_only.connect(self._remember_why)
        for theirs, ours in (
            (self._keeper.saving, self.saving),
            (self._keeper.saved, self.saved),
            (self._keeper.unsaved, self.unsaved),
            (self._keeper.mended, self.mended),
        ):
            theirs.connect(ours)

    # what the session tells

    def open(self, publication: Publication, edition: str) -> None:
        """Load its notebook; answers by `loaded`.

        Args:
            edition: sha256 of the open file.
        """
        self._source = publication.id
        self.edition = edition
        self._keeper.open(publication)

    def learn(self, publication: Publication) -> None:
        """What more is known of it stands beside its notes with the next save."""
        self._keeper.learn(publication)

    def use_tree(self, tree: SectionTree, *, found: SectionTree | None = None, is_settled: bool = True) -> None:
        """From now on annotations belong to the sections of this tree. That is no step of the reader's.

        Args:
            found: the tree before the reader's corrections, if it is another one.
            is_settled: whether it stays; what another tree may soon move again is not saved for every one of them.
        """
        self._tree, self._tree_found, self._is_settled = tree, tree if found is None else found, is_settled
        self._rescope()

    def use_paper(self, labels: Labels, width: Callable[[int], float], *, is_settled: bool = True) -> None:
        """From now on annotations bear these labels. That is no step of the reader's.

        Args:
            width: of an unrotated page, in points; it tells the halves of a spread apart.
            is_settled: whether they stay; before, annotations keep those that they were given.
        """
        self._paper, self._is_numbered = Paper(labels, width), is_settled
        if is_settled:
            self._rescope()

    def is_elsewhere(self, annotation: Annotation) -> bool:
        """Whether its place belongs to another edition than the open one."""
        return bool(annotation.target.edition and self.edition and annotation.target.edition != self.edition)

    def renew(self, annotations: Iterable[Annotation]) -> None:
        """Give those with their ids the targets of these. That is no step of the reader's, and is saved."""
        found = [
            (before, self._scoped(replace(before, target=one.target)))
            for one in annotations
            if (before := self.notebook.get(one.id))
        ]
        edits = tuple(Edit(before=old, after=new) for old, new in found if old != new)
        places = {(old.id, old.target): new.target for old, new in found}
        if edits and self.writable:
            change = Change("", edits)
            self.notebook.apply(change)
            self._history.rewrite(lambda one: replace(one, target=places.get((one.id, one.target), one.target)))
            self._publish(change)

    @property
    def paper(self) -> Paper:
        return self._paper

    def close(self) -> None:
        """Save what is not saved yet; `StoreThread.close` waits for it."""
        self._renewing.stop()
        self._keeper.close()

    @property
    def writable(self) -> bool:
        return self._keeper.writable

    @property
    def keeper(self) -> Keeper:
        """For who asks what is in the file beside the notebook."""
        return self._keeper

    def placed(self, record: Record) -> Record:
        """As it is in this notebook: in the section in which it lies by the tree."""
        return self._scoped(record) if isinstance(record, Annotation) else record

    def refuses(self) -> bool:
        """Whether nothing can be changed, which is told again then."""
        if not self.writable:
            self.read_only.emit(self._why_read_only)
        return not self.writable

    @property
    def is_saved(self) -> bool:
        """Whether all that the reader made is on the disk."""
        return self._keeper.is_saved

    @property
    def trouble(self) -> str:
        """Why the last save failed, as a sentence; "" if it did not. Closing then would lose what is not saved."""
        return self._keeper.trouble

    # changing

    def do(self, name: str, edits: Sequence[Edit], typing: str | None = None) -> None:
        """The one way in which the notebook changes: applied, remembered for undo, told, saved.

        Args:
            name: translated; what the menu calls the step.
            typing: see `Change`.
        """
        real = tuple(edit for edit in map(self._placed_by, edits) if edit.before != edit.after)
        if not real:
            return
        if self.refuses():
            return
        change = Change(name, real, typing)
        self.notebook.apply(change)
        self._history.record(change)
        self._publish(change)
        self.undo_changed.emit()

    def bring_back(self, name: str, edits: Sequence[Edit]) -> None:
        """What was deleted; where that is undone it counts as deleted again, not as never made."""
        self._deleted_before |= {edit.id for edit in edits}
        self.do(name, edits)

    def remembering(self, section_id: str | None) -> list[Edit]:
        """What belongs to a change that attaches something to a section: it must be found again when it is derived
        anew. Nothing if the notebook knows it already, or nobody does."""
        section = self._tree.get(section_id)
        if section is None or self.notebook.section_record(section.id):
            return []
        return [Edit(before=None, after=remember(section, self._tree_found))]

    # going back

    @property
    def undo_name(self) -> str | None:
        return self._history.undo_name

    @property
    def redo_name(self) -> str | None:
        return self._history.redo_name

    def undo(self) -> None:
        self._step(self._history.undo, is_undo=True)

    def redo(self) -> None:
        self._step(self._history.redo, is_undo=False)

    # inside

    def _step(self, step: Callable[[], Change | None], *, is_undo: bool) -> None:
        if not self.writable:
            return
        self._history.seal()
        if change := step():
            self.notebook.apply(change)
            self._publish(change, is_undo=is_undo)
            self.undo_changed.emit()

    def _publish(self, change: Change, *, is_undo: bool = False) -> None:
        for edit in change.edits:
            self._moved.pop(edit.id, None)
        gone = [edit.id for edit in change.edits if edit.after is None] if is_undo else ()
        undone = [id_ for id_ in gone if id_ not in self._deleted_before]
        changed = {edit.id: edit.after for edit in change.edits}
        self.never_made = self.never_made.difference(changed).union(undone)
        self._keeper.put(changed, typing=change.typing is not None, undone=undone)
        self._tell(change)

    def _tell(self, change: Change) -> None:
        self._untold.append(change)
        if len(self._untold) > 1:  # it is told by the call that is telling the first
            return
        while self._untold:
            try:
                self.edited.emit(self._untold[0])
            finally:
                self._untold.popleft()

    def _take(self, records: tuple[Record, ...]) -> None:
        self.notebook = Notebook(records)
        self.is_loaded = True
        self._rescope()
        self.loaded.emit()

    def _remember_why(self, sentence: str) -> None:
        self._why_read_only = sentence
        self.read_only.emit(sentence)

    def _rescope(self) -> None:
        # What is deleted now may come back, so the steps are renewed even where nothing that is there changes.
        self._history.rewrite(self._scoped)
        self._renewing.start(self._renewed())
        if len(self.notebook) <= MANY:
            self._renewing.finish()

    def _renewed(self) -> Iterator[None]:
        found: list[tuple[Annotation, Annotation]] = []
        for one in self.notebook:
            if (new := self._scoped(one)) != one:
                found.append((one, new))
            yield
        for first in range(0, len(found), _TOLD_AT_ONCE):
            self._move(found[first : first + _TOLD_AT_ONCE])
            yield
        if self._is_settled:
            self._save_moved()

    def _move(self, found: Iterable[tuple[Annotation, Annotation]]) -> None:
        """Give each the place that was found for it; what was changed meanwhile is as it should be."""
        if edits := tuple(Edit(before=old, after=new) for old, new in found if self.notebook.get(old.id) == old):
            change = Change("", edits)
            self.notebook.apply(change)
            self._moved = {edit.before.id: edit.before for edit in change.annotations if edit.before} | self._moved
            self._tell(change)

    def _placed_by(self, edit: Edit) -> Edit:
        """Nothing is looked for where an annotation stays where it is, as long as all are where they should be."""
        before, after = edit.before, edit.after
        stays = isinstance(before, Annotation) and isinstance(after, Annotation) and before.target is after.target
        if after is None or (stays and not self._renewing.is_waiting):
            return edit
        return Edit(before=before, after=self.placed(after))

    def _scoped(self, annotation: Annotation) -> Annotation:
        """As it stands on the paper and in the tree of today."""
        if self.is_elsewhere(annotation):
            return annotation
        one = relabelled(annotation, self._paper) if self._is_numbered else annotation
        return scoped(one, self._tree, is_known=self._is_emptied)

    @property
    def _is_emptied(self) -> bool:
        """Whether the tree is empty because the reader has deleted its last section; else it is not known yet."""
        return not len(self._tree) and (
            len(self._tree_found) > 0 or any(one.is_added for one in self.notebook.section_records)
        )

    def _save_moved(self) -> None:
        moved = {id_: now for id_, saved in self._moved.items() if (now := self.notebook.get(id_)) != saved}
        self._moved = {}
        if moved and self.writable:
            self._keeper.put(moved)


def _unknown_width(_page: int) -> float:
    return 0.0
