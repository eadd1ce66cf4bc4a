"""The bookmarks of publications that were read for searching, and that nobody has opened yet."""

from collections.abc import Iterable
from contextlib import closing

from zzpreader.fulltext.index import Damaged, Index, index_path
from zzpreader.model.sections import Section
from zzpreader.store.home import Home


def outlines(home: Home, ids: Iterable[str]) -> dict[str, list[Section]]:
    """By the publication's id; what the index does not know, or cannot say now, is not in it."""
    path = index_path(home)
    if not path.exists():
        return {}
    try:
        with closing(Index(path, patience_s=0.0)) as index:
            known = index.publications()
            return {id_: index.sections(known[id_].n)[0] for id_ in ids if id_ in known}
    except (Damaged, OSError):
        return {}
