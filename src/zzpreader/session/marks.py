"""What the reader makes in one publication: every change goes through here, and can be undone."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from zzpreader.model.annotation import Annotation, Body, Highlight, Kind, Motivation, Target, new_annotation, timestamp
from zzpreader.model.corrections import remember
from zzpreader.model.geometry import Rect
from zzpreader.model.notebook import Change, Edit, History, Notebook, scoped
from zzpreader.model.pages import Labels, Place
from zzpreader.model.publication import Publication
from zzpreader.model.records import Record
from zzpreader.model.relabelling import relabelled
from zzpreader.model.sections import SectionTree
from zzpreader.model.selectors import Paper, Segment, Selector, select, select_area, select_spot
from zzpreader.model.tags import retagged
from zzpreader.model.typed import sound, tidy_tags
from zzpreader.session.keeper import Keeper
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread


class Marks(QObject):
    """The notebook of one publication.

    Annotations in it, and in every step back and forward, always stand in the sections and bear the labels of today.

    What is done to several annotations is one step. Operations on one that is not there do nothing; on a notebook
    that is not writable they tell so again.

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
        self._moved: dict[str, Annotation] = {}
        self._paper = Paper(Labels(()), _unknown_width)
        self._history = History()
        self._untold: deque[Change] = deque()
        self._sheet_ids: dict[str | None, str] = {}
        self._for_sheets: set[str] = set()
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

    def use_tree(self, tree: SectionTree, *, found: SectionTree | None = None, is_settled: bool = True) -> None:
        """From now on annotations belong to the sections of this tree. That is no step of the reader's.

        Args:
            found: the tree before the reader's corrections, if it is another one.
            is_settled: whether it stays; what another tree may soon move again is not saved for every one of them.
        """
        self._tree, self._tree_found, self._is_settled = tree, found or tree, is_settled
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

    # making

    def add_mark(
        self,
        highlight: Highlight,
        color: str,
        segments: Iterable[Segment],
        *,
        comment: str = "",
        tags: Sequence[str] = (),
    ) -> str:
        """Mark text; the new id, "" if there is nothing visible in the segments."""
        body = Body(value=sound(comment), color=color, highlight=highlight, tags=tidy_tags(tags))
        names = {
            Highlight.SOLID: self.tr("Highlight"),
            Highlight.UNDERLINE: self.tr("Underline"),
            Highlight.STRIKETHROUGH: self.tr("Strike out"),
            Highlight.SQUIGGLY: self.tr("Squiggly underline"),
            Highlight.OUTLINE: self.tr("Mark area"),
        }
        found = select(segments, self._paper)
        return self._add(names[highlight], Motivation.HIGHLIGHTING, body, found) if found else ""

    def add_note(self, place: Place, x: float | None = None, *, text: str = "", color: str | None = None) -> str:
        """A note on a spot of a page; `x` in points from the left of the unrotated page. The new id."""
        spot = select_spot(place, x, self._paper)
        return self._add(self.tr("Add note"), Motivation.COMMENTING, Body(value=sound(text), color=color), spot)

    def add_area(self, page: int, area: Rect, color: str) -> str:
        """Mark a rectangle of a page, in page space: a figure, a table. The new id."""
        body = Body(color=color, highlight=Highlight.OUTLINE)
        return self._add(self.tr("Mark area"), Motivation.HIGHLIGHTING, body, select_area(page, area, self._paper))

    def add_bookmark(self, place: Place, name: str) -> str:
        spot = select_spot(place, None, self._paper)
        return self._add(self.tr("Add bookmark"), Motivation.BOOKMARKING, Body(value=sound(name)), spot)

    # changing

    def write_sheet(self, section_id: str | None, text: str, name: str = "") -> None:
        """The note of a section or lesson, of the whole publication for None. Called for every key.

        One that is emptied is no more; typed again it is the same one.
        """
        text = sound(text)
        before = self.notebook.sheet(section_id)
        if before is None:
            made = self._new(Motivation.COMMENTING, Body(value=text), Target(source=self._source, scope=section_id))
            after = replace(made, id=self._sheet_ids.setdefault(section_id, made.id)) if text.strip() else None
        else:
            self._sheet_ids[section_id] = before.id
            after = self._with_body(before, value=text) if text.strip() else None
        changed = before or after
        edits = [Edit(before=before, after=after), *self._remembered_with_sheet(section_id, is_there=after is not None)]
        self.do(name or self.tr("Typing"), edits, typing=changed.id if changed else None)

    def remembering(self, section_id: str | None) -> list[Edit]:
        """What belongs to a change that attaches something to a section: it must be found again when it is derived
        anew. Nothing if the notebook knows it already, or nobody does."""
        section = self._tree.get(section_id)
        if section is None or self.notebook.section_record(section.id):
            return []
        return [Edit(before=None, after=remember(section, self._tree_found))]

    def _remembered_with_sheet(self, section_id: str | None, *, is_there: bool) -> list[Edit]:
        """A section that is remembered for its sheet alone is forgotten with it: typed and emptied is no step."""
        if is_there:
            edits = self.remembering(section_id)
            self._for_sheets |= {edit.id for edit in edits}
            return edits
        record = self.notebook.section_record(section_id) if section_id else None
        if record is None or record.id not in self._for_sheets or record.created != record.modified:
            return []
        return [] if self.notebook.standing(record.section.id) else [Edit(before=record, after=None)]

    def write_comment(self, annotation_id: str, text: str) -> None:
        """The comment on a mark, or the text of a note or sheet. Called for every key."""
        if before := self.notebook.get(annotation_id):
            after = self._with_body(before, value=sound(text))
            self.do(self.tr("Typing"), [Edit(before=before, after=after)], typing=annotation_id)

    def finish_typing(self) -> None:
        """The reader has left the text: save it now, and let what is typed next be a step of its own."""
        self._history.seal()
        self._keeper.flush()

    def rename(self, annotation_id: str, name: str) -> None:
        """A bookmark's name."""
        self._change(self.tr("Rename bookmark"), [annotation_id], value=sound(name))

    def recolour(self, annotation_ids: Iterable[str], color: str | None) -> None:
        self._change(self.tr("Change colour"), annotation_ids, color=color)

    def restyle(self, annotation_ids: Iterable[str], highlight: Highlight) -> None:
        """Marked text only: an area stays a frame."""
        text = [one.id for one in self._found(annotation_ids) if one.body.highlight and one.kind is not Kind.AREA]
        self._change(self.tr("Change style"), text, highlight=highlight)

    def describe(self, annotation_id: str, description: str) -> None:
        """What is to be seen in an area, for those who cannot see it."""
        self._change(self.tr("Describe area"), [annotation_id], description=sound(description).strip())

    def set_tags(self, annotation_ids: Iterable[str], tags: Sequence[str]) -> None:
        self._change(self.tr("Change tags"), annotation_ids, tags=tidy_tags(tags))

    def retag(self, annotation_ids: Iterable[str], add: Sequence[str], remove: Sequence[str]) -> None:
        """Give each of them these tags and take those away; what else it has stays."""
        found = self._found(annotation_ids)
        new, old = tidy_tags(add), tidy_tags(remove)
        edits = [Edit(before=one, after=self._with_body(one, tags=retagged(one.body.tags, new, old))) for one in found]
        self.do(self.tr("Change tags"), edits)

    def outline_sheet(self, section_id: str | None, text: str) -> None:
        """A sheet with headings put in; a step of its own."""
        self.finish_typing()
        self.write_sheet(section_id, text, self.tr("Headings in the note"))
        self.finish_typing()

    def delete(self, annotation_ids: Iterable[str]) -> None:
        edits = [Edit(before=one, after=None) for one in self._found(annotation_ids)]
        self.do(self.tr("Delete") if len(edits) == 1 else self.tr("Delete %n notes", "", len(edits)), edits)

    # going back

    @property
    def undo_name(self) -> str | None:
        return self._history.undo_name

    @property
    def redo_name(self) -> str | None:
        return self._history.redo_name

    def undo(self) -> None:
        self._step(self._history.undo)

    def redo(self) -> None:
        self._step(self._history.redo)

    # inside

    def _add(self, name: str, motivation: Motivation, body: Body, selectors: tuple[Selector, ...]) -> str:
        made = self._new(motivation, body, Target(source=self._source, selector=selectors, edition=self.edition))
        self.do(name, [Edit(before=None, after=made)])
        return made.id

    def _new(self, motivation: Motivation, body: Body, target: Target) -> Annotation:
        return self._scoped(new_annotation(motivation, body, target, self.creator))

    def _change(self, name: str, annotation_ids: Iterable[str], **body: object) -> None:
        found = self._found(annotation_ids)
        self.do(name, [Edit(before=one, after=self._with_body(one, **body)) for one in found])

    def _found(self, annotation_ids: Iterable[str]) -> list[Annotation]:
        return [one for id_ in dict.fromkeys(annotation_ids) if (one := self.notebook.get(id_))]

    def _with_body(self, before: Annotation, **changes: object) -> Annotation:
        body = replace(before.body, **changes)
        return before if body == before.body else replace(before, body=body, modified=timestamp())

    def do(self, name: str, edits: Sequence[Edit], typing: str | None = None) -> None:
        """The one way in which the notebook changes: applied, remembered for undo, told, saved.

        Args:
            name: translated; what the menu calls the step.
            typing: see `Change`.
        """
        placed = (Edit(before=edit.before, after=edit.after and self.placed(edit.after)) for edit in edits)
        real = tuple(edit for edit in placed if edit.before != edit.after)
        if not real:
            return
        if self.refuses():
            return
        change = Change(name, real, typing)
        self.notebook.apply(change)
        self._history.record(change)
        self._publish(change)
        self.undo_changed.emit()

    def _step(self, step: Callable[[], Change | None]) -> None:
        if not self.writable:
            return
        self._history.seal()
        if change := step():
            self.notebook.apply(change)
            self._publish(change)
            self.undo_changed.emit()

    def _publish(self, change: Change) -> None:
        for edit in change.edits:
            self._moved.pop(edit.id, None)
        self._keeper.put({edit.id: edit.after for edit in change.edits}, typing=change.typing is not None)
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
        renewed = [(one, self._scoped(one)) for one in self.notebook]
        if edits := tuple(Edit(before=old, after=new) for old, new in renewed if old != new):
            change = Change("", edits)
            self.notebook.apply(change)
            self._moved = {old.id: old for old, new in renewed if old != new} | self._moved
            self._tell(change)
        if self._is_settled:
            self._save_moved()

    def _scoped(self, annotation: Annotation) -> Annotation:
        """As it stands on the paper and in the tree of today."""
        if self.is_elsewhere(annotation):
            return annotation
        return scoped(relabelled(annotation, self._paper) if self._is_numbered else annotation, self._tree)

    def _save_moved(self) -> None:
        moved = {id_: now for id_, saved in self._moved.items() if (now := self.notebook.get(id_)) != saved}
        self._moved = {}
        if moved and self.writable:
            self._keeper.put(moved)


def _unknown_width(_page: int) -> float:
    return 0.0
