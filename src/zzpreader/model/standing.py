"""A lesson is given another standing: the edits that this takes."""

from collections.abc import Iterable

from msgspec.structs import replace

from zzpreader.model.annotation import new_id, timestamp
from zzpreader.model.corrections import remember
from zzpreader.model.notebook import Edit, Notebook
from zzpreader.model.records import Standing, Status
from zzpreader.model.sections import SectionTree
from zzpreader.model.typed import sound


def status_of(standing: Standing | None) -> Status:
    return standing.status if standing else Status.UNREAD


def with_status(status: Status) -> dict[str, object]:
    """For `restanding`."""
    return {"status": status}


def with_owner(owner: str) -> dict[str, object]:
    return {"owner": " ".join(sound(owner).split())}


def with_date(date: str) -> dict[str, object]:
    """Args: date: `YYYY-MM-DD` or ""."""
    return {"date": date}


def restanding(
    notebook: Notebook,
    tree: SectionTree,
    found: SectionTree,
    section_ids: Iterable[str],
    fields: dict[str, object],
    *,
    creator: str = "",
) -> list[Edit]:
    """What gives these sections these fields; nothing for those that have them already or are not in the tree.

    Args:
        found: the tree before the reader's corrections, by which a section is found again.
    """
    edits: list[Edit] = []
    for section_id in dict.fromkeys(section_ids):
        section = tree.get(section_id)
        if section is None:
            continue
        now, before = timestamp(), notebook.standing(section_id)
        standing = before or Standing(id=new_id(), section=section_id, created=now, modified=now, creator=creator)
        after = replace(standing, **fields)
        if after == standing:
            continue
        edits.append(Edit(before=before, after=replace(after, modified=now)))
        if not notebook.section_record(section_id):
            edits.append(Edit(before=None, after=remember(section, found)))
    return edits
