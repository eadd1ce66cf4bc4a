"""Once a day all that the reader made goes into one zip file."""

import io
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from zzpreader.files import read_whole, write_whole
from zzpreader.store.bundles import forget_replaced
from zzpreader.store.envelope import Format, sealed
from zzpreader.store.home import Home, make_private_folder
from zzpreader.store.library import LIBRARY
from zzpreader.store.loading import load
from zzpreader.store.notebooks import NOTEBOOK
from zzpreader.store.problems import StoreError
from zzpreader.store.settings import SETTINGS

KEPT = 14
_NAME = re.compile(r"zzpreader-\d{4}-\d\d-\d\d\.zip")
_LARGEST = 20 * 1024 * 1024
"""Of an attachment of a bundle, in bytes; a larger one is left out."""


def back_up_daily(home: Home, today: date) -> Path | None:
    """The new zip; None if today's is there, or if there is nothing to keep.

    Raises: OSError: it could not be made; those that are there stay.
    """
    path = home.backups / f"zzpreader-{today.isoformat()}.zip"
    if path.exists() or not home.library.exists():
        return None
    make_private_folder(home.backups)
    back_up(home, path)
    forget_replaced(home, datetime.combine(today, time.min))
    ours = sorted(one for one in home.backups.iterdir() if _NAME.fullmatch(one.name))
    for old in ours[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def back_up(home: Home, path: Path) -> None:
    """All that the reader made, into a zip at `path`. Raises: OSError: what was there before is still there."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as zipped:
        for name, data in _contents(home):
            zipped.writestr(name, data)
    write_whole(path, packed.getvalue(), scratch=path.with_suffix(".new"), private=True)


def _contents(home: Home) -> Iterator[tuple[str, bytes]]:
    for path in sorted(home.notebooks.glob("*.json")):
        yield from _file(home, path, NOTEBOOK)
    yield from _file(home, home.library, LIBRARY)
    yield from _file(home, home.settings, SETTINGS)
    with suppress(OSError):
        yield home.synonyms.name, read_whole(home.synonyms)
    for folder, _, names in os.walk(home.bundles):
        for name in sorted(names):
            path = Path(folder, name)
            with suppress(OSError):
                if path.is_file() and not path.is_symlink() and path.stat().st_size <= _LARGEST:
                    yield path.relative_to(home.folder).as_posix(), read_whole(path)


def _file(home: Home, path: Path, form: Format) -> Iterator[tuple[str, bytes]]:
    """File and journal as one file; byte by byte what this version cannot read."""
    name = path.relative_to(home.folder).as_posix()
    try:
        found = load(path, form)
        if found.is_there:
            yield name, sealed(found.tables, form, sequence=found.sequence)
    except StoreError:
        for one in sorted(path.parent.glob(f"{path.name}*")):
            with suppress(OSError):
                yield one.relative_to(home.folder).as_posix(), read_whole(one)
