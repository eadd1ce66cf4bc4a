"""The folder in which all that the reader made is kept."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from zzpreader.store.problems import HomeNotWritable

if TYPE_CHECKING:
    from filelock import FileLock

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


def data_folder() -> Path:
    """`ZZPREADER_HOME`, or beside a portable program, or where the system keeps the data of a program of this name."""
    named = os.environ.get("ZZPREADER_HOME")
    return Path(named).absolute() if named else portable_folder() or usual_folder("data")


def usual_folder(kind: Literal["data", "cache"]) -> Path:
    """Where the system keeps those of this program, as platformdirs tells."""
    user = Path(os.environ.get("HOME", ""))
    if sys.platform == "linux" and user.is_absolute():
        # In its own words: its import would be 7 ms of the way to the first page.
        named = Path(os.environ.get(f"XDG_{kind.upper()}_HOME", ""))
        usual = user / (".cache" if kind == "cache" else ".local/share")
        return (named if named.is_absolute() else usual) / "zzpreader"
    import platformdirs  # noqa: PLC0415

    find = platformdirs.user_cache_path if kind == "cache" else platformdirs.user_data_path
    return find("zzpreader", appauthor=False)


def portable_folder() -> Path | None:
    """For a bundled program, such as one on a USB stick, beside which lies a file `portable`; else None."""
    beside = Path(sys.executable).parent
    return beside / "zzpreader-data" if getattr(sys, "frozen", False) and (beside / "portable").is_file() else None


class Home:
    """Where each file of the data folder is; nothing is made before `prepare`."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or data_folder()
        self.library = self.folder / "library.json"
        self.settings = self.folder / "settings.json"
        self.synonyms = self.folder / "synonyms.txt"
        self.place = self.folder / "place.txt"
        self.notebooks = self.folder / "notebooks"
        self.bundles = self.folder / "bundles"
        self.backups = self.folder / "backups"
        # What can be made again: beside the notes only where the reader has said where all is to be kept.
        is_usual = self.folder == usual_folder("data")
        self.cache = usual_folder("cache") if is_usual else self.folder / "cache"
        self.seen = self.cache / "seen.json"

    def notebook(self, publication_id: str) -> Path:
        return self.notebooks / f"{publication_id.removeprefix('urn:uuid:')}.json"

    def prepare(self) -> None:
        """Make the folders, for their owner alone.

        Raises:
            HomeNotWritable: nothing can be made or written there.
        """
        try:
            for folder in (self.folder, self.notebooks):
                make_private_folder(folder)
        except OSError as problem:
            raise HomeNotWritable(self.folder) from problem
        if not (os.access(self.folder, os.W_OK | os.X_OK) and os.access(self.notebooks, os.W_OK | os.X_OK)):
            raise HomeNotWritable(self.folder)


def make_private_folder(folder: Path) -> None:
    """A folder that was there already keeps its permissions: it may be one that others are meant to share."""
    if folder.is_dir():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    folder.chmod(PRIVATE_FOLDER)


def keep_private(path: Path, data: bytes) -> None:
    """As a whole, in a folder of its own kind, for the owner alone. Raises: OSError."""
    from zzpreader.files import write_whole  # noqa: PLC0415 - the way to the first page asks only where files are

    make_private_folder(path.parent)
    write_whole(path, data, scratch=path.with_suffix(".new"), private=True)


def keep_within(most_bytes: int, paths: Iterable[Path], *, but: Path) -> None:
    """Removes those files of a cache that were written longest ago, until they are no more than that together.

    Raises: nothing; what cannot be removed stays.
    """
    with suppress(OSError):
        files = [(path.stat(), path) for path in paths]
        room = most_bytes - sum(found.st_size for found, _ in files)
        for found, path in sorted(files, key=lambda one: one[0].st_mtime_ns):
            if room >= 0:
                return
            if path != but:
                path.unlink(missing_ok=True)
                room += found.st_size


def lock_beside(path: Path, *, wait_s: float) -> "FileLock":
    """The lock that says "I write `path`"; it ends with its process, however that ends."""
    from filelock import FileLock  # noqa: PLC0415 - the way to the first page asks only where files are

    return FileLock(f"{path}.lock", timeout=wait_s, mode=PRIVATE_FILE, thread_local=False)
