"""Where the file of an edition can still be found."""

from collections.abc import Iterable
from hashlib import file_digest
from pathlib import Path

from zzpreader.model.publication import Edition


def file_of(edition: Edition, paths: Iterable[str]) -> Path | None:
    """The first of the paths at which exactly this edition lies; None if it lies at none.

    Cost: reads files of the same size whole.
    """
    for name in dict.fromkeys(paths):
        path = Path(name)
        try:
            if edition.size and path.stat().st_size != edition.size:
                continue
            with path.open("rb") as file:
                if file_digest(file, "sha256").hexdigest() == edition.sha256:
                    return path
        except OSError:
            continue
    return None
