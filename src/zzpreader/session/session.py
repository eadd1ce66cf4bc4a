"""One open publication, put together from its parts."""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zzpreader.engine.engine import Engine
from zzpreader.engine.spawn import Source, Spawned, spawn
from zzpreader.model.about import About, about_of, author_named
from zzpreader.model.annotation import Kind
from zzpreader.model.bundle import Bundle
from zzpreader.model.notebook import Change
from zzpreader.model.publication import Publication
from zzpreader.model.records import LabelRule, SectionRecord
from zzpreader.model.typed import sound
from zzpreader.session.activity import Activity
from zzpreader.session.deliver import deliver
from zzpreader.session.derived import labels_of_bundle
from zzpreader.session.doubles import Doubles
from zzpreader.session.editing import TreeEditing
from zzpreader.session.editions import Editions
from zzpreader.session.errands import Errands
from zzpreader.session.identity import Identity
from zzpreader.session.importing import Importing
from zzpreader.session.linking import Linking
from zzpreader.session.links import Links
from zzpreader.session.marks import Marks
from zzpreader.session.merging import Merging
from zzpreader.session.numbering import Numbering
from zzpreader.session.pages import Pages
from zzpreader.session.past import Past
from zzpreader.session.pictures import Pictures
from zzpreader.session.scans import Scans
from zzpreader.session.search import Search
from zzpreader.session.sections import Sections
from zzpreader.session.standings import Standings
from zzpreader.session.texts import Texts
from zzpreader.session.texts_kept import TextsKept
from zzpreader.session.watch import Watch
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.problems import StoreError
from zzpreader.store.synonyms import read_synonyms
from zzpreader.store.thread import StoreThread
from zzpreader.store.trees import keep_tree
from zzpreader.wire import Failed, Opened, Reason

if TYPE_CHECKING:
    from zzpreader.session.area_pictures import AreaPictures
    from zzpreader.session.flows import Flows
    from zzpreader.session.margins import Margins
    from zzpreader.session.references import References
    from zzpreader.session.shelf_kept import ShelfKept

PASSWORD_TRIES = 3

_WORTH_KEEPING = 100
"""Pages from which on sections and labels are kept for the next time: to derive them takes half a second."""


class Session(QObject):
    """
    Signals:
        opened(): the pages can be asked for.
        locked(int): it needs a password; so many tries are left.
        failed(Failed): it cannot be had, or three passwords were wrong.
        identified(Publication): it is known which publication this is, and its notebook is being opened.
        read_only(str): nothing can be saved, and why.
        stopped(): page after page could not be read, so nothing more of it is until `go_on`.
        synonyms_read(Synonyms): the words that are looked for together.
    """

    opened = Signal()
    locked = Signal(int)
    failed = Signal(object)
    identified = Signal(object)
    read_only = Signal(str)
    stopped = Signal()
    synonyms_read = Signal(object)
    _about_read = Signal(object)

    def __init__(
        self,
        file: Path,
        *,
        thread: StoreThread,
        home: Home,
        first: Spawned | None = None,
        start: Callable[[Source], Spawned] = spawn,
        parent: QObject | None = None,
    ) -> None:
        """
        Args:
            first: a worker that was started earlier for this file.
            start: where other workers come from.
        """
        super().__init__(parent)
        self.file = file
        self.title = file.stem
        self.publication: Publication | None = None
        self.bundle: Bundle | None = None
        self.details: Opened | None = None
        self.corrected = About()
        """What the reader says of the work, in place of what the PDF and the bundle say."""
        self._password = ""
        self._tries_left = PASSWORD_TRIES
        self._engine = Engine(file, first=first, start=start, parent=self)
        self.activity = Activity(self._engine)
        self.pictures = Pictures(self._engine, self)
        self.pages = Pages(self._engine, self)
        self.texts = Texts(self._engine, self)
        self.links = Links(self._engine, self)
        self.sections = Sections(self._engine, self.pages, self)
        self.errands = Errands(self._engine, self)
        self.search = Search(self._engine, self.pages, self.sections, self)
        self.marks = Marks(thread, home, self)
        self.past = Past(self.marks, self)
        self.merging = Merging(self.marks, thread, home, self)
        self.importing = Importing(self.marks, self.pages, self.texts, self.sections, self.errands, thread, self)
        self._doubles = Doubles(self.marks, self.pages, self.pictures, self.errands, self)
        self.editing = TreeEditing(self.marks, self.sections, self)
        self.numbering = Numbering(self.marks, self.pages, self)
        self.standings = Standings(self.marks, self.sections, self)
        self.linking = Linking(self.marks, self.sections, self)
        self.editions = Editions(self.marks, self.pages, self.texts, self.sections, thread, home, self, start=start)
        self._texts_kept = TextsKept(self._engine, self.marks, self.pages, self.sections, thread, home, self)
        self._thread, self._home = thread, home
        self.scans = Scans(self._engine, self.texts, thread, home, self)
        self.watch = Watch(file, thread, self)
        self._identity = Identity(self._engine, file, thread, home, self)
        self._connect()

    def open(self, *, bundle: Bundle | None = None) -> None:
        """Answers by `opened`, `locked` or `failed`.

        Args:
            bundle: to which the publication belongs; its section map and page layout are laid over the PDF.
        """
        if bundle:
            self.bundle = bundle
            self._identity.bundle = bundle.id
            self.sections.use_bundle(bundle)
        self._engine.open()

    def unlock(self, password: str) -> None:
        """Try a password, after `locked`."""
        self._texts_kept.is_secret = True
        self._password = sound(password)
        self._engine.open(self._password)

    @property
    def is_stopped(self) -> bool:
        return self._engine.is_stopped

    def go_on(self) -> None:
        """After `stopped`."""
        self._engine.go_on()

    def close(self) -> None:
        """End the workers and bring the notes to the disk; `StoreThread.close` waits for that."""
        self.watch.close()
        self.editions.close()
        self.importing.give_up()
        self.scans.stop()
        self._engine.close()
        self.marks.close()

    @cached_property
    def areas(self) -> "AreaPictures":
        """Pictures of marked areas, which most publications have none of."""
        from zzpreader.session.area_pictures import AreaPictures  # noqa: PLC0415

        kept = None if self._texts_kept.is_secret else self._home
        return AreaPictures(self.errands, self.marks, self.pages, self.pictures, self._thread, kept, self)

    def _connect(self) -> None:
        self._engine.opened.connect(self._begin)
        self._engine.failed.connect(self._refuse)
        self._engine.stopped.connect(self.stopped)
        self._identity.identified.connect(self._open_notebook)
        self._identity.learnt.connect(self._learn)
        self._identity.unknown.connect(self.read_only)
        self.marks.read_only.connect(self.read_only)
        self.pages.changed.connect(self._tell_paper)
        self.pages.changed.connect(self._number_as_bundle)
        self.sections.changed.connect(self._tell_tree)
        self.sections.settled.connect(self._tell_tree)
        self.sections.settled.connect(self._keep_tree)
        self.marks.loaded.connect(self._tell_corrections)
        self.marks.edited.connect(self._edited)
        self.synonyms_read.connect(self.search.use_synonyms)
        self._about_read.connect(self._take_about)

    def _begin(self, opened: Opened) -> None:
        self.details = opened
        self.title = opened.title or self.file.stem
        self.read_synonyms()
        if opened.pages >= _WORTH_KEEPING and not self._texts_kept.is_secret:
            self._keep_what_is_read(opened)
        self.opened.emit()

    def _keep_what_is_read(self, opened: Opened) -> None:
        from zzpreader.session.structures_kept import StructuresKept  # noqa: PLC0415 - not before the first page

        StructuresKept(opened.extractor, self._identity, self.sections, self._thread, self._home, self)
        self.search.begun.connect(self._fetch_texts)
        self._identity.learnt.connect(self._keep_texts)

    def _fetch_texts(self) -> None:
        self._shelf_kept.fetch()

    def _keep_texts(self, _: Publication) -> None:
        self._shelf_kept.keep()

    @cached_property
    def _shelf_kept(self) -> "ShelfKept":
        """Made when texts are first wanted, or all are known."""
        from zzpreader.session.shelf_kept import ShelfKept  # noqa: PLC0415

        assert self.details
        return ShelfKept(self.details, self._engine, self._identity, self.search, self._thread, self._home, self)

    @cached_property
    def margins(self) -> "Margins":
        """For trimmed pages; made when these are first wanted."""
        from zzpreader.session.margins import Margins  # noqa: PLC0415

        return Margins(self.errands, self.pages, self)

    @cached_property
    def references(self) -> "References":
        """For previews; made when one is first wanted."""
        from zzpreader.session.references import References  # noqa: PLC0415

        return References(self.errands, self.pages, self.sections, self.texts, self)

    @cached_property
    def flows(self) -> "Flows":
        """For reading mode; made when that is first wanted."""
        from zzpreader.session.flows import Flows  # noqa: PLC0415

        return Flows(self.errands, self.pages, self)

    def read_synonyms(self) -> None:
        """Again after the reader's list has changed."""
        home = self._home
        self._thread.submit(lambda: deliver(self, "synonyms_read", read_synonyms(home)))

    def read_about(self) -> None:
        """Again after the reader has corrected the details of publications."""
        home, publication = self._home, self.publication
        if publication is None:
            return

        def job() -> None:
            with suppress(StoreError):  # they stay as they were
                entry = Library(home).entry(publication.id)
                deliver(self, "_about_read", entry.about if entry else About())

        self._thread.submit(job)

    def _take_about(self, about: About) -> None:
        self.corrected = about

    @property
    def about(self) -> About:
        """The work as it is cited. The year in which a PDF was made is not used: it is not that of the publication."""
        said = About(title=self.title, author=author_named(self.details.author) if self.details else "")
        return self.corrected.over(about_of(self.bundle).over(said) if self.bundle else said)

    def _number_as_bundle(self) -> None:
        """As soon as all sizes are known: whether this copy has the layout that the bundle describes."""
        if self.bundle and self.pages.is_complete:
            self.pages.changed.disconnect(self._number_as_bundle)
            if labels := labels_of_bundle(self.bundle, self.pages.all):
                self.pages.use_labels(labels)

    def _refuse(self, failed: Failed) -> None:
        if failed.reason is not Reason.PASSWORD:
            self.failed.emit(failed)
        elif self._tries_left:
            self._tries_left -= 1
            self.locked.emit(self._tries_left + 1)
        else:
            self.failed.emit(failed)

    def _tell_paper(self) -> None:
        pages = self.pages
        self.marks.use_paper(pages.labels, lambda page: pages.page(page).size.width, is_settled=pages.is_numbered)
        self._keep_labels()

    def _keep_labels(self) -> None:
        """For hits in the library, by which the publication is not opened."""
        home, edition, paper = self._home, self._identity.edition, self.pages.paper
        if edition and self.pages.is_numbered and any(paper.labels.names):
            widths = {page: paper.width(page) for page in range(self.pages.count) if paper.labels.is_spread(page)}
            names = paper.labels.names

            def job() -> None:
                from zzpreader.store.labels import keep_labels  # noqa: PLC0415 - not before the first page

                keep_labels(home, edition, names, lambda page: widths.get(page, 0.0))

            self._thread.submit(job)

    def _tell_tree(self) -> None:
        sections = self.sections
        self.marks.use_tree(sections.tree, found=sections.found, is_settled=sections.is_settled)

    def _keep_tree(self) -> None:
        """For the day on which another edition comes."""
        home, edition, sections = self._home, self._identity.edition, self.sections.found.sections
        if edition and sections and self.sections.is_settled:
            self._thread.submit(lambda: keep_tree(home, edition, sections))

    def _tell_corrections(self) -> None:
        self.sections.use_records(self.marks.notebook.section_records)
        self.pages.use_rules(self.marks.notebook.label_rules)
        self.sections.use_rules(self.marks.notebook.label_rules)

    def _edited(self, change: Change) -> None:
        if change.touches(SectionRecord) or change.touches(LabelRule):
            self._tell_corrections()
        self._identity.hurry()
        made = [edit.after for edit in change.annotations if edit.after and not edit.before]
        if areas := [one for one in made if one.kind is Kind.AREA]:
            self.areas.keep(areas)

    def _learn(self, publication: Publication) -> None:
        self.publication = publication
        self.editions.use(publication)
        self.marks.learn(publication)

    def _open_notebook(self, publication: Publication) -> None:
        self.publication = publication
        self.linking.use(publication)
        self.importing.use(publication)
        self._doubles.use(publication)
        self.editions.use(publication)
        self._keep_tree()
        self._keep_labels()
        self.marks.open(publication, self._identity.edition)
        self.watch.begin(self._identity.edition)
        self.scans.use(self.file, self._identity.edition, self._password)
        self.read_about()
        self.identified.emit(publication)
