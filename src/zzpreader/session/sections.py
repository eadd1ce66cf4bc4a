"""The section tree of one publication: from its bundle, else as it is derived from the PDF."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zzpreader.engine.engine import Engine
from zzpreader.model.bundle import Bundle
from zzpreader.model.corrections import with_known_ids
from zzpreader.model.pages import Place
from zzpreader.model.records import LabelRule, SectionRecord
from zzpreader.model.sections import Section, SectionTree
from zzpreader.sentences import unplaced_sentence
from zzpreader.session.derived import placed_map, tree_of, tree_of_reader, unplaced_sections
from zzpreader.session.pages import Pages
from zzpreader.session.structure import Structure

if TYPE_CHECKING:
    from zzpreader.store.structures import Derived


class Sections(QObject):
    """Signals: changed() the tree is another one; settled() it stays as it is; unplaced(sentence) that tells what of
    the bundle's map is nowhere in this copy.
    """

    changed = Signal()
    settled = Signal()
    unplaced = Signal(str)

    def __init__(self, engine: Engine, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._bundle: Bundle | None = None
        self._structure = Structure(engine, self)
        self._records: tuple[SectionRecord, ...] = ()
        self._told: tuple[str, ...] = ()
        self.found = SectionTree()
        """Before the reader's corrections."""
        self.tree = SectionTree()
        self._structure.changed.connect(self._study)
        pages.changed.connect(self._derive)

    @property
    def is_settled(self) -> bool:
        """Whether no more sections will be found."""
        return self._structure.is_done

    @property
    def derived(self) -> "Derived | None":
        """Of the whole, by this program now; None if it was offered, or is not known."""
        return self._structure.derived

    def offer(self, derived: "Derived") -> None:
        """What was derived of the same file earlier."""
        self._structure.offer(derived)

    def hurry(self) -> None:
        """Somebody waits for `settled`."""
        self._structure.hurry()

    def at(self, place: Place) -> Section | None:
        """The section in which the place lies; None before the first."""
        return self.tree.at(place)

    def lesson_at(self, place: Place) -> Section | None:
        """The lesson in which the place lies, else the section; None before the first."""
        section = self.at(place)
        return self.tree.lesson_around(section) or section

    def use_bundle(self, bundle: Bundle | None) -> None:
        """From now on the tree is that of the bundle's section map; None: that of the PDF again."""
        self._bundle = bundle
        self._derive()

    def use_records(self, records: tuple[SectionRecord, ...]) -> None:
        """From now on the tree bears these corrections, and sections keep the ids by which these know them."""
        self._records = records
        self._derive()

    def use_rules(self, rules: Sequence[LabelRule]) -> None:
        """What the reader says of the printed numbers: sections are derived anew with them."""
        self._structure.use_rules(rules)

    def _study(self) -> None:
        if self._structure.is_done:
            self._pages.use_derived(self._structure.labels)
        self._derive()
        if self._structure.is_done:
            self.settled.emit()

    def _derive(self) -> None:
        tree = self._from_bundle() or self._from_pdf()
        self.found = SectionTree(with_known_ids(tree.sections, self._records))
        tree = tree_of_reader(self.found, self._records, self._pages.labels)
        if tree.sections != self.tree.sections:
            self.tree = tree
            self.changed.emit()
        if self._bundle and self.is_settled and self._pages.is_numbered:
            self._tell_unplaced(self._bundle)

    def _tell_unplaced(self, bundle: Bundle) -> None:
        titles = unplaced_sections(bundle, self._pages.labels, self._from_pdf().sections)
        if titles != self._told:
            self._told = titles
            if titles:
                self.unplaced.emit(unplaced_sentence(titles, len(bundle.sections)))

    def _from_pdf(self) -> SectionTree:
        return tree_of(self._structure.sections, self._structure.bookmarks, self._pages.labels)

    def _from_bundle(self) -> SectionTree | None:
        labels = self._pages.labels
        if self._bundle and self._bundle.sections and not self._pages.is_numbered:
            from zzpreader.structure.bundle_tree import tree_of_bundle  # noqa: PLC0415

            return tree_of_bundle(self._bundle, labels).tree  # where its sections are will be seen
        laid = placed_map(self._bundle, labels, self._from_pdf().sections)
        return laid.tree if laid else None
