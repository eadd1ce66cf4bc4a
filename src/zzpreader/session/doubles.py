"""Marks that the PDF carries itself and that the notebook has as well: drawn once, as the reader left them."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject

from zzpreader.model.notebook import Change
from zzpreader.model.publication import Publication
from zzpreader.session.errands import Errands
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages
from zzpreader.session.pictures import Pictures
from zzpreader.wire import Answer, IdInside, IdsInsideRead, ReadIdsInside, Request

_PAGES_AT_ONCE = 100


class Doubles(QObject):
    """Has pages drawn without the annotations that were imported, also where the reader has deleted them here since.

    The file itself stays as it is. While nothing was ever imported or made, it is not looked into.
    """

    def __init__(
        self, marks: Marks, pages: Pages, pictures: Pictures, errands: Errands, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._marks, self._pages, self._pictures, self._errands = marks, pages, pictures, errands
        self._deleted: frozenset[str] = frozenset()
        self._source = ""
        self._is_read = False
        self._on_page: dict[int, list[IdInside]] = {}
        self._pages_of: defaultdict[str, set[int]] = defaultdict(set)
        marks.loaded.connect(self._begin)
        marks.edited.connect(self._edited)

    def use(self, publication: Publication) -> None:
        """Before its notebook is there."""
        self._source = publication.id

    def _begin(self) -> None:
        self._marks.keeper.ask(lambda file: file.deleted, self._take_deleted)

    def _take_deleted(self, deleted: frozenset[str]) -> None:
        self._deleted |= deleted
        if not self._is_read and (self._deleted or len(self._marks.notebook)):
            self._read()

    def _edited(self, change: Change) -> None:
        gone = {edit.id for edit in change.edits if edit.after is None}
        self._deleted = (self._deleted | gone) - self._marks.never_made
        if not self._is_read:
            self._read()
        else:
            self._renew({page for edit in change.edits for page in self._pages_of.get(edit.id, ())})

    def _read(self) -> None:
        """What is in the file, first of the pages in view."""
        self._is_read = True
        here = next(iter(self._pictures.pages_seen), 0)
        firsts = range(0, self._pages.count, _PAGES_AT_ONCE)
        for first in sorted(firsts, key=lambda first: abs(first + _PAGES_AT_ONCE // 2 - here)):
            self._errands.run([ReadIdsInside(first, _PAGES_AT_ONCE, self._source)], self._take)

    def _take(self, answers: Mapping[Request, Answer]) -> None:
        found = [one for answer in answers.values() if isinstance(answer, IdsInsideRead) for one in answer.ids]
        for one in found:
            self._on_page.setdefault(one.page, []).append(one)
            self._pages_of[one.id].add(one.page)
        self._renew({one.page for one in found})

    def _renew(self, pages: Collection[int]) -> None:
        for page in pages:
            self._pictures.leave_out(page, sorted(one.at for one in self._on_page[page] if self._is_ours(one.id)))

    def _is_ours(self, id_: str) -> bool:
        """Whether the notebook says how it looks here; what lies in another edition is not shown in this one."""
        there = self._marks.notebook.get(id_)
        return not self._marks.is_elsewhere(there) if there else id_ in self._deleted
