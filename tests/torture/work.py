"""The same saves again and again, and what must be there afterwards: nothing here looks into the store."""

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from zzpreader.store.envelope import Format, Tables
from zzpreader.store.storage import DurableStorage

FORM = Format("torture", schema=1)

Notes = dict[str, str]


class Step(NamedTuple):
    """One save: notes that are put (with text) or go (None)."""

    notes: Mapping[str, str | None]


def steps(seed: object, count: int, *, notes: int = 12, longest: int = 700) -> list[Step]:
    """Always the same for the same seed. No text occurs twice, so that of each it is known when it was saved."""
    chance = random.Random(f"{seed}")
    made: list[Step] = []
    for number in range(count):
        changed: dict[str, str | None] = {}
        for _ in range(chance.randint(1, 3)):
            id_ = f"note-{chance.randrange(notes)}"
            text = f"{seed}/{number} " + "x" * chance.choice((1, 40, longest))
            changed[id_] = text if chance.random() < 0.8 else None
        changed["every"] = f"{seed}/{number}"
        made.append(Step(changed))
    return made


def after(notes: Notes, step: Step) -> Notes:
    now = dict(notes)
    for id_, text in step.notes.items():
        if text is None:
            now.pop(id_, None)
        else:
            now[id_] = text
    return now


def save(storage: DurableStorage, step: Step) -> None:
    """Raises: NotSaved."""

    def update(tables: Tables) -> None:
        table = tables.setdefault("notes", {})
        for id_, text in step.notes.items():
            if text is None:
                table.pop(id_, None)
            else:
                table[id_] = {"text": text}

    storage.change(update)


def notes_in(storage: DurableStorage) -> Notes:
    table: Mapping[str, Any] = (storage.read() or {}).get("notes", {})
    return {id_: str(one.get("text")) for id_, one in table.items()}


def open_at(path: Path) -> DurableStorage:
    return DurableStorage(path, FORM, alone=True)
