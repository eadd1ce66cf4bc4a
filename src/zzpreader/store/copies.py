"""Copies of a notebook that sync tools leave beside it when two machines wrote at the same time.

Syncthing, Dropbox, Nextcloud, OneDrive and iCloud each have their own words for the name, in the person's language; so
it is not the name that tells. Whatever in the folder is a notebook and does not bear its own name is a copy.
"""

import re
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from zzpreader.model.publication import Publication
from zzpreader.store.home import Home
from zzpreader.store.incoming import Incoming, read_notebook
from zzpreader.store.problems import StoreError

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def conflict_copies(home: Home, publication: Publication) -> list[Incoming]:
    """Those of one publication, the oldest first. Files that cannot be read are passed over and left as they are.

    Cost: a look at the folder; only files with a name that no notebook of ours bears are opened.
    """
    try:
        paths = sorted((path for path in home.notebooks.glob("*.json") if not _UUID.fullmatch(path.stem)), key=_written)
    except OSError:
        return []
    found: list[Incoming] = []
    for path in paths:
        try:
            copy = read_notebook(path)
        except StoreError:
            continue
        if copy.of(publication):
            found.append(copy)
    return found


def is_copy(home: Home, path: Path) -> bool:
    """Whether it lies among the notebooks without being one of them."""
    return path.parent.resolve() == home.notebooks.resolve() and not _UUID.fullmatch(path.stem)


def set_merged_aside(path: Path) -> Path:
    """Rename a copy that is merged, so that it is not found again; it is never deleted. Raises: OSError."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    names = (f"{path.name}.merged-{stamp}" + (f"-{n}" if n > 1 else "") for n in count(1))
    return path.rename(next(other for name in names if not (other := path.with_name(name)).exists()))


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
