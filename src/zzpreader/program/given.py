"""What was given to lessons in their overview, to be undone and done again."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from zzpreader.model.matrix import LessonRow

_MOST = 200

Give = Callable[[Sequence[LessonRow], dict[str, object]], object]


class _Step(NamedTuple):
    """Rows as they stood, and the fields that all of them were given."""

    rows: Sequence[LessonRow]
    fields: dict[str, object]


class Given:
    """
    Args:
        give: writes fields of their standings to lessons, wherever their notes are.
    """

    def __init__(self, give: Give) -> None:
        self._give = give
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def do(self, rows: Sequence[LessonRow], fields: dict[str, object]) -> None:
        self._done = [*self._done, _Step(rows, fields)][-_MOST:]
        self._undone.clear()
        self._give(rows, fields)

    def undo(self) -> None:
        """Each lesson has again what it had; those that had the same are written together."""
        if not self._done:
            return
        step = self._done.pop()
        self._undone.append(step)
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

    def redo(self) -> None:
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._give(step.rows, step.fields)
