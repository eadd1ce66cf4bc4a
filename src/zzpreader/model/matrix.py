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
        order: of the section in its publication, from 0.
        number: of the lesson among those of its publication, from 1; None for another section that has a standing.
        notes: on the lesson and on what is below it.
    """

    publication: str
    work: str
    order: int
    number: int | None
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
    """Its lessons, and whatever else the reader gave a standing, in order."""
    counts = counts or NoteCounts(tree, notebook)
    standings = {one.section: one for one in notebook.standings}
    numbers = {lesson.id: number for number, lesson in enumerate(tree.lessons, start=1)}
    return [
        LessonRow(
            publication=publication,
            work=work,
            order=order,
            number=numbers.get(section.id),
            section=section,
            standing=standings.get(section.id),
            notes=counts.within(section.id),
        )
        for order, section in enumerate(tree)
        if section.id in numbers or section.id in standings
    ]


def counted(rows: Iterable[LessonRow]) -> Counter[Status]:
    return Counter(row.status for row in rows)
