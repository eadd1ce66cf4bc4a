"""All that the reader made, as one: how much it is, putting it back, taking it away."""

import shutil
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from zzpreader.files import write_whole
from zzpreader.store.home import Home, make_private_folder

_MOST_FILES, _MOST_BYTES = 20_000, 1 << 30


class Holdings(NamedTuple):
    """Attributes: size: of all files, in bytes, with copies and caches that lie there."""

    size: int
    publications: int
    copies: int


class NotABackup(ValueError):
    """The file is no backup of ours, or holds what none does."""


def measure(home: Home) -> Holdings:
    sizes = [path.stat().st_size for path in home.folder.rglob("*") if path.is_file()] if home.folder.is_dir() else []
    copies = len(list(home.backups.glob("*.zip"))) if home.backups.is_dir() else 0
    return Holdings(sum(sizes), len(list(home.notebooks.glob("*.json"))), copies)


def look_into(path: Path) -> int:
    """How many notebooks a backup holds. Raises: NotABackup, OSError."""
    with _opened(path) as archive:
        return sum(name.startswith("notebooks/") for name in _names(archive))


def put_back(home: Home, path: Path) -> Path:
    """Put everything of a backup in its place, while nothing is open. What is there now is moved aside first.

    Returns: the folder to which that was moved.

    Raises: NotABackup: nothing was changed. OSError: what was moved aside is still there.
    """
    with _opened(path) as archive:
        contents = {name: archive.read(name) for name in _names(archive)}
    aside = _aside(home)
    make_private_folder(aside)
    for there in _ours(home):
        shutil.move(there, aside / there.name)
    home.prepare()
    for name, data in contents.items():
        target = home.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, data, scratch=target.with_name(f"{target.name}.new"), private=True)
    return aside


def delete_all(home: Home) -> None:
    """Notes, library, settings, bundles, backups and caches; while nothing is open. Raises: OSError."""
    caches = (home.backups, home.cache, home.place)
    for there in (*_ours(home), *caches, *home.folder.glob("before-*"), *home.folder.glob("*.log*")):
        if there.is_dir():
            shutil.rmtree(there)
        else:
            there.unlink(missing_ok=True)
    if not any(home.folder.iterdir()):
        with suppress(OSError):  # an empty folder may stay, such as one beside a program that is not ours to change
            home.folder.rmdir()


def _ours(home: Home) -> list[Path]:
    """What a backup holds, with the locks, journals and older states beside it."""
    named = [path for one in (home.library, home.settings) for path in home.folder.glob(f"{one.name}*")]
    return [*named, *(path for path in (home.notebooks, home.bundles, home.synonyms) if path.exists())]


def _aside(home: Home) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    names = (f"before-{stamp}" + (f"-{n}" if n > 1 else "") for n in count(1))
    return next(folder for name in names if not (folder := home.folder / name).exists())


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile as problem:
        raise NotABackup(path.name) from problem


def _names(archive: zipfile.ZipFile) -> Iterator[str]:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    fits = len(entries) <= _MOST_FILES and sum(entry.file_size for entry in entries) <= _MOST_BYTES
    if not fits or "library.json" not in names or len(set(names)) != len(names) or not all(map(_is_ours, names)):
        raise NotABackup(archive.filename or "")
    return iter(names)


def _is_ours(name: str) -> bool:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or name.endswith("/"):
        return False
    inside = path.parts[0] in ("notebooks", "bundles") and len(path.parts) > 1
    return inside or (len(path.parts) == 1 and name.startswith(("library.json", "settings.json", "synonyms.txt")))
