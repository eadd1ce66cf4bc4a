"""The lessons of several publications as rows: which are shown, and how many have which status."""

from collections import Counter
from collections.abc import Callable, Iterable

from msgspec import Struct

from zzpreader.model.counts import NoteCounts
from zzpreader.model.notebook import Notebook
from zzpreader.model.records import Standing, Status
from zzpreader.model.sections import Section, SectionTree
from zzpreader.model.standing import status_of


class LessonRow(Struct, frozen=True, kw_only=True):
    """
    Args:
        publication: its id; `work` is its title.
        number: of the lesson among those of its publication, from 1.
        notes: on the lesson and on what is below it.
    """

    publication: str
    work: str
    number: int
    section: Section
    standing: Standing | None = None
    notes: int = 0

    @property
    def status(self) -> Status:
        return status_of(self.standing)

    @property
    def owner(self) -> str:
        return self.standing.owner if self.standing else ""

    @property
    def date(self) -> str:
        return self.standing.date if self.standing else ""


class Kept(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is shown; None keeps all."""

    status: Status | None = None
    owner: str | None = None
    publication: str | None = None

    def keeps(self, row: LessonRow, wanted: Callable[[str], bool] | None) -> bool:
        """Whatever its status. Args: wanted: of the words of a row, None for any."""
        if self.owner is not None and row.owner != self.owner:
            return False
        if self.publication is not None and row.publication != self.publication:
            return False
        return wanted is None or wanted(f"{row.section.title} {row.work} {row.owner}")


def rows_of(
    publication: str, work: str, tree: SectionTree, notebook: Notebook, counts: NoteCounts | None = None
) -> list[LessonRow]:
    """Its lessons, in order."""
    counts = counts or NoteCounts(tree, notebook)
    standings = {one.section: one for one in notebook.standings}
    return [
        LessonRow(
            publication=publication,
            work=work,
            number=number,
            section=section,
            standing=standings.get(section.id),
            notes=counts.within(section.id),
        )
        for number, section in enumerate(tree.lessons, start=1)
    ]


def counted(rows: Iterable[LessonRow]) -> Counter[Status]:
    return Counter(row.status for row in rows)
