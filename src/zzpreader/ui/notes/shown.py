"""Which of the reader's annotations are listed, in which order, under which headings."""

from collections.abc import Callable, Iterator
from functools import reduce

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from zzpreader.model.annotation import Annotation, Kind
from zzpreader.model.notebook import Change, Redrawn
from zzpreader.model.order import key_for
from zzpreader.model.query import Synonyms
from zzpreader.model.sections import Section
from zzpreader.model.tags import TagCounts
from zzpreader.session.marks import Marks
from zzpreader.session.sections import Sections
from zzpreader.session.slices import MANY, Slices
from zzpreader.ui.notes.captions import Captions
from zzpreader.ui.notes.filters import FilterBar
from zzpreader.ui.notes.listing import Listing, Wants, in_parts
from zzpreader.ui.notes.model import CardModel
from zzpreader.ui.notes.searched import SearchedWords

_LOAD_ANEW = 200
"""Edits at once, from which sorting all is cheaper than putting each in its place."""

_ROWS_AT_ONCE = 500

_TURN_S = 0.005
"""How long the window's thread folds words before it looks at what else there is to do."""


class ShownCards(QObject):
    """Keeps the rows of the model as the filters ask; one change costs what lies beside it, not the whole list.

    Attributes:
        model: the rows.
        section: the one whose notes are listed, None for the whole publication.
        kept_id: an annotation that stays where it is listed, whatever the filters and the order say: one is writing it.

    Signals:
        loaded(): what `load` has begun is done.
        changed(): other rows, or another number of annotations.
        tags_changed(): `tags` are others.
    """

    loaded = Signal()
    changed = Signal()
    tags_changed = Signal()

    def __init__(
        self, marks: Marks, sections: Sections, filters: FilterBar, captions: Captions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._marks, self._sections, self._filters, self._captions = marks, sections, filters, captions
        self._listing = Listing()
        self.model = CardModel(self._listing, captions.spoken, self)
        self.section: Section | None = None
        self.kept_id: str | None = None
        self._tags = TagCounts()
        self._words = SearchedWords()
        self._loading = Slices(self)
        self._reader = QTimer(self)
        self._reader.setInterval(0)
        self._reader.timeout.connect(self._read_on)
        self._is_asked = self._is_read = False
        filters.changed.connect(self._ask_soon)
        filters.order_changed.connect(self.load)
        filters.words_awaited.connect(self._read_ahead)

    def __len__(self) -> int:
        """All annotations, listed or not."""
        return len(self._listing)

    @property
    def found(self) -> int:
        """How many annotations are listed."""
        return self._listing.found

    @property
    def tags(self) -> list[str]:
        """Every tag of the notebook once, by the alphabet."""
        return self._tags.names

    def use_synonyms(self, synonyms: Synonyms) -> None:
        self._words.synonyms = synonyms

    def load(self) -> None:
        """Another notebook, tree or order. Answers by `loaded`, at once unless there are many."""
        self._loading.start(self._load())
        if len(self._marks.notebook) <= MANY:
            self._loading.finish()

    def _load(self) -> Iterator[None]:
        self._is_read = False
        yield from self._listing.load(self._marks.notebook, key_for(self._filters.order, self._sections.tree))
        yield
        self._tags = TagCounts(tag for one in self._listing for tag in one.body.tags)
        yield
        yield from self._ask()
        self.tags_changed.emit()
        self.loaded.emit()

    def settle(self) -> None:
        """What is being loaded is there when this returns."""
        self._loading.finish()

    def take(self, change: Change) -> None:
        """The notebook has changed."""
        edits = change.annotations
        self._is_read = False
        if len(edits) > _LOAD_ANEW:
            self.load()
            return
        self.settle()
        for edit in edits:
            stay = bool(change.typing) and edit.id == self.kept_id
            self._put(edit.id, edit.after, stay=stay)
        self._count_tags(edits)
        self.changed.emit()

    def let_go(self) -> None:
        """Nothing is being written any more: what was goes where the filters and the order want it."""
        self.settle()
        kept, self.kept_id = self.kept_id, None
        if kept and (one := self._marks.notebook.get(kept)):
            self._put(kept, one, stay=False)
            self.changed.emit()

    def ask(self) -> None:
        """List what the filters ask for."""
        if self._loading.is_waiting:
            self.load()
            return
        for _ in self._ask():
            pass

    def _ask(self) -> Iterator[None]:
        self._reader.stop()
        self._is_asked = False
        narrow = not self._filters.whole and not self._filters.section_id
        here = self.section.id if self.section and narrow else None
        group = self._captions.groups(self._filters.order, self._sections.tree, here)
        for part in in_parts(self._listing.ask(self._wants(), group), _ROWS_AT_ONCE):
            yield
            self.model.splice(part)
            self.changed.emit()

    def _put(self, annotation_id: str, after: Annotation | None, *, stay: bool) -> None:
        for splice in self._listing.take(annotation_id, after, stay=stay):
            self.model.splice(splice)

    def _count_tags(self, edits: tuple[Redrawn, ...]) -> None:
        before = [edit.before.body.tags if edit.before else () for edit in edits]
        after = [edit.after.body.tags if edit.after else () for edit in edits]
        if before != after:
            for old, new in zip(before, after, strict=True):
                self._tags.add(new)
                self._tags.remove(old)
            self.tags_changed.emit()

    def _wants(self) -> Wants | None:
        tests: list[Callable[[Annotation], bool]] = []
        whole, here = self._filters.whole, self.section.id if self.section else None
        asked = self._filters.wanted
        chosen = self._sections.tree.get(self._filters.section_id)
        if chosen or not whole:
            scopes = self._scopes(chosen or self.section)
            tests.append(lambda one: one.target.scope in scopes)
        if not whole and not chosen:  # its sheet stands above the list
            tests.append(lambda one: one.target.scope != here or one.kind is not Kind.SHEET)
        if asked.asks:
            tests.append(replace(asked, scopes=None).has)
        if has_words := self._words.filter_for(self._filters.words):
            tests.append(has_words)
        return reduce(_both, tests) if tests else None

    def _scopes(self, section: Section | None) -> frozenset[str | None]:
        """The section and those below it; None: what lies before the first."""
        if section is None:
            return frozenset((None,))
        return frozenset(one.id for one in self._sections.tree.within(section))

    def _ask_soon(self) -> None:
        if self._is_read or not self._filters.words.strip():
            self.ask()
            return
        self._is_asked = True
        self._read_ahead()

    def _read_ahead(self) -> None:
        if not self._is_read:
            self._words.expect(self._listing)
            self._reader.start()

    def _read_on(self) -> None:
        if not self._words.read(_TURN_S):
            return
        self._reader.stop()
        self._is_read = True
        if self._is_asked:
            self.ask()


def _both(one: Wants, other: Wants) -> Wants:
    return lambda annotation: one(annotation) and other(annotation)
