"""What was given to lessons in their overview, to be undone and done again."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from zzpreader.model.matrix import LessonRow
from zzpreader.program.steps import Steps

Give = Callable[[Sequence[LessonRow], dict[str, object]], object]


class _Step(NamedTuple):
    """Rows as they stood, and the fields that all of them were given."""

    rows: Sequence[LessonRow]
    fields: dict[str, object]


class Given(Steps[_Step]):
    """
    Args:
        give: writes fields of their standings to lessons, wherever their notes are.
    """

    def __init__(self, give: Give) -> None:
        super().__init__()
        self._give = give

    def do(self, rows: Sequence[LessonRow], fields: dict[str, object]) -> None:
        self.remember(_Step(rows, fields))
        self._give(rows, fields)

    def _take_back(self, step: _Step) -> None:
        """Each lesson has again what it had; those that had the same are written together."""
        alike: list[tuple[dict[str, object], list[LessonRow]]] = []
        for row in step.rows:
            before = {field: getattr(row, field) for field in step.fields}
            found = next((rows for fields, rows in alike if fields == before), None)
            if found is None:
                alike.append((before, [row]))
            else:
                found.append(row)
        for before, rows in alike:
            self._give(rows, before)

    def _do_again(self, step: _Step) -> None:
        self._give(step.rows, step.fields)
