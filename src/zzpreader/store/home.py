"""The folder in which all that the reader made is kept."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path, user_data_path

from zzpreader.store.problems import HomeNotWritable

if TYPE_CHECKING:
    from filelock import FileLock

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


def data_folder() -> Path:
    """`ZZPREADER_HOME`, or beside a portable program, or where the system keeps the data of a program of this name."""
    named = os.environ.get("ZZPREADER_HOME")
    return Path(named).absolute() if named else portable_folder() or user_data_path("zzpreader", appauthor=False)


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
        self.notebooks = self.folder / "notebooks"
        self.bundles = self.folder / "bundles"
        self.backups = self.folder / "backups"
        # What can be made again: beside the notes only where the reader has said where all is to be kept.
        is_usual = self.folder == user_data_path("zzpreader", appauthor=False)
        self.cache = user_cache_path("zzpreader", appauthor=False) if is_usual else self.folder / "cache"
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


def lock_beside(path: Path, *, wait_s: float) -> "FileLock":
    """The lock that says "I write `path`"; it ends with its process, however that ends."""
    from filelock import FileLock  # noqa: PLC0415 - the way to the first page asks only where files are

    return FileLock(f"{path}.lock", timeout=wait_s, mode=PRIVATE_FILE, thread_local=False)
