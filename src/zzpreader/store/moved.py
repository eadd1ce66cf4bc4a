"""A portable program at another place, such as a stick in another computer: where the files are that lie with it."""

import logging
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from zzpreader.files import write_whole
from zzpreader.store.home import Home
from zzpreader.store.problems import StoreError

if TYPE_CHECKING:
    from zzpreader.store.library import Entry

_MOST_CHARS = 32_768
_log = logging.getLogger(__name__)


def follow(home: Home) -> None:
    """Make what is remembered of files name them where they are now; does nothing where nothing has moved.

    Before anything of it is read. What fails is tried again at the next start: notes do not depend on it.
    """
    file, now = home.place, str(home.folder.parent)
    try:
        was = _read(file)
        if was == now:
            return
        home.prepare()
        if was:
            _follow(home, was, now)
        write_whole(file, now.encode(errors="surrogateescape"), scratch=file.with_name("place.new"), private=True)
    except (OSError, StoreError) as problem:
        _log.info("not followed to %s: %s", now, problem)


def new_path(path: str, was: str, now: str) -> str | None:
    """Where a file is that lay at `path` when the folder `now` was at `was`; None if it did not come along.

    What both folders end in has come along with them: from E:\\tools\\zzpreader to F:\\tools\\zzpreader all of E: has.
    """
    old, before, after = _pure(path), _pure(was), _pure(now)
    same = 0
    for one, other in zip(reversed(before.parts[1:]), reversed(after.parts[1:]), strict=False):
        if one != other:
            break
        same += 1
    root, new_root = ([one, *one.parents][same] for one in (before, after))
    if type(old) is not type(root) or not old.is_relative_to(root):
        return None
    return str(new_root.joinpath(*old.relative_to(root).parts))


def _pure(path: str) -> PurePath:
    """As the system wrote it on which it was seen."""
    windows = PureWindowsPath(path)
    return windows if windows.drive else PurePosixPath(path)


def _read(file: Path) -> str:
    """Empty if nothing was ever kept there."""
    try:
        with file.open("rb") as kept:
            return kept.read(_MOST_CHARS).decode(errors="surrogateescape")
    except FileNotFoundError:
        return ""


def _follow(home: Home, was: str, now: str) -> None:
    """Raises: StoreError, OSError."""
    from msgspec.structs import replace  # noqa: PLC0415 - a start at the same place does not wait for these

    from zzpreader.store.library import Library  # noqa: PLC0415
    from zzpreader.store.settings import SettingsFile  # noqa: PLC0415

    def here(path: str) -> str:
        found = new_path(path, was, now)
        return found if found and Path(found).is_file() else path

    def with_paths(entry: "Entry") -> "Entry":
        return replace(entry, paths=tuple(dict.fromkeys([*map(here, entry.paths), *entry.paths])))

    library, file = Library(home), SettingsFile(home)
    library.describe([entry.publication.id for entry in library.entries()], with_paths)
    settings, window = file.settings(), file.window()
    file.save(replace(settings, copies={id_: here(path) for id_, path in settings.copies.items()}))
    file.save(replace(window, tabs=tuple(replace(tab, path=here(tab.path)) for tab in window.tabs)))
    home.seen.unlink(missing_ok=True)
