"""How the tables of older schemas become those of the next one."""

from typing import cast

from zzpreader.store.envelope import Document, Tables


def as_it_was(tables: Tables) -> Tables:
    """What came with frame 2: a program that knows no journals must not take the file alone for all there is."""
    return tables


def edition_of_marks(tables: Tables) -> Tables:
    """Notebook 1 to 2: marks say to which edition their places belong. Until then there was no other than the first."""
    editions = [
        cast("Document", edition)
        for publication in tables.get("publication", {}).values()
        for edition in cast("list[object]", publication.get("editions", []))
    ]
    first = editions[0].get("sha256") if editions else None
    for annotation in tables.get("annotations", {}).values():
        target = annotation.get("target")
        if first and isinstance(target, dict) and cast("Document", target).get("selector"):
            cast("Document", target)["edition"] = first
    return tables
