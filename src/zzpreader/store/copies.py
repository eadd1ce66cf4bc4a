"""Copies of a notebook that sync tools leave beside it when two machines wrote at the same time.

Syncthing, Dropbox, Nextcloud, OneDrive and iCloud each have their own words for the name, in the person's language; so
it is not the name that tells. Whatever in the folder is a notebook and does not bear its own name is a copy. So is a
journal: it holds whole documents, so it can be merged like a notebook that knows no others.
"""

import re
from contextlib import suppress
from pathlib import Path

from zzpreader.model.publication import Publication
from zzpreader.store.backups import free_name
from zzpreader.store.home import Home
from zzpreader.store.incoming import Incoming, read_notebook
from zzpreader.store.problems import StoreError

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def conflict_copies(home: Home, publication: Publication) -> list[Incoming]:
    """Those of one publication; as `all_copies` has them."""
    return [copy for copy in all_copies(home) if copy.of(publication)]


def all_copies(home: Home) -> list[Incoming]:
    """Of every publication, the oldest first. Files that cannot be read are passed over and left as they are.

    Cost: a look at the folder; only files with a name that no notebook of ours bears are opened.
    """
    try:
        there = [*home.notebooks.glob("*.json"), *home.notebooks.glob("*.journal")]
        paths = sorted((path for path in there if not _is_own(path)), key=_written)
    except OSError:
        return []
    found: list[Incoming] = []
    for path in paths:
        with suppress(StoreError):
            found.append(read_notebook(path))
    return found


def is_copy(home: Home, path: Path) -> bool:
    """Whether it lies among the notebooks without being one of them."""
    return path.parent.resolve() == home.notebooks.resolve() and not _is_own(path)


def set_merged_aside(path: Path) -> Path:
    """Rename a copy that is merged, so that it is not found again; it is never deleted. Raises: OSError."""
    return path.rename(free_name(path, ".merged-"))


def _is_own(path: Path) -> bool:
    return bool(_UUID.fullmatch(path.name.removesuffix(".journal").removesuffix(".json")))


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
