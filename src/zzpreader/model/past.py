"""What is no longer in the notebook and can be had back, and what another notebook would bring."""

from msgspec import Struct

from zzpreader.model.notebook import Edit
from zzpreader.model.records import Record

TRASH_DAYS = 30
"""So long what was deleted can be had back; then only the fact that it was deleted stays."""


class Trashed(Struct, frozen=True):
    """
    Args:
        deleted: when, xsd:dateTime in UTC.
        is_undone: it was not deleted: undo took away what had made it.
    """

    record: Record
    deleted: str
    is_undone: bool = False


class Earlier(Struct, frozen=True, kw_only=True):
    """
    Args:
        of: id of the annotation.
        modified: when it had been written.
        kept: when it was replaced.
    """

    id: str
    of: str
    value: str
    modified: str = ""
    kept: str = ""


class Brought(Struct, frozen=True):
    """What changes in a notebook when another one of the same publication is merged into it.

    Args:
        edits: of the records that are different then.
        new, changed, deleted: how many notes and marks come, and how many records change and go.
        others: how many records come that are no notes: statuses, links, corrections of the sections.
        both: how many texts stay beside the one that was written here at the same time.
    """

    edits: tuple[Edit, ...]
    new: int = 0
    others: int = 0
    changed: int = 0
    deleted: int = 0
    both: int = 0
