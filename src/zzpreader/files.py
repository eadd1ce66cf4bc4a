"""Writing a file so that at every moment the old one or the new one is there, whole."""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import sleep, time

NOTES_SUFFIX = ".zzpnotes"
"""Of notes bundles: zip files with notes and no PDF (docs/storage.md)."""

BUNDLE_SUFFIX = ".zzpbundle"
"""Of bundles in one file, which may be called .zip as well (docs/bundle.md)."""

BUNDLE_NAME = "bundle.toml"
"""In the folder of a bundle, or in its zip."""

STALE_S = 3600.0
"""A file that is being written has its name for a moment only: one that has it for so long is nobody's any more."""

_WINDOWS_WAITS_S = (0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32)


def is_bundle(file: Path) -> bool:
    """By its name, or because it is a folder."""
    is_named_so = file.suffix.casefold() in (BUNDLE_SUFFIX, ".zip") or file.name == BUNDLE_NAME
    return is_named_so or (not file.suffix and file.is_dir())


def is_publication(file: Path) -> bool:
    """Whether it is taken for a PDF."""
    return file.suffix.casefold() != NOTES_SUFFIX and not is_bundle(file)


def write_whole(
    path: Path, data: bytes, *, scratch: Path, private: bool = False, before: Callable[[], None] | None = None
) -> None:
    """Write beside, flush to the disk, replace, flush the folder.

    Args:
        scratch: a name in the same folder; what lies there is removed.
        private: for its owner alone, whatever the umask; else as the umask says.
        before: is called when the new file is safe and the old one still in place.

    Raises:
        OSError: the old file is intact, unless only the flush of the folder failed: then it may be either.
    """
    try:
        write_new(scratch, data, private=private)
        if before:
            before()
        put_in_place(scratch, path)
    except BaseException:
        # After a failed write or flush nobody knows what the scratch file holds: it is never continued.
        with suppress(OSError):
            scratch.unlink()
        raise
    sync_folder(path.parent)


def is_stale(path: Path, now_s: float) -> bool:
    """Whether its writer has gone, most likely by a crash.

    Args:
        now_s: as `time.time`.

    Raises:
        OSError: it is gone, or may not be looked at.
    """
    return now_s - path.lstat().st_mtime > STALE_S


def scratch_beside(path: Path) -> Path:
    """A name in the same folder, which is the reader's own, that nobody else has; halves that a crash left there go."""
    for half in path.parent.glob(".zzpreader-????????.new"):
        with suppress(OSError):
            if is_stale(half, time()):
                half.unlink()
    return path.with_name(f".zzpreader-{os.urandom(4).hex()}.new")


def write_new(path: Path, data: bytes, *, private: bool = False) -> None:
    """A new file that has reached the disk; one of that name is removed before, never written into."""
    path.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600 if private else 0o666)
    try:
        if private and sys.platform != "win32":
            os.fchmod(descriptor, 0o600)
        write_all(descriptor, data)
        sync(descriptor)
    finally:
        os.close(descriptor)


def write_all(descriptor: int, data: bytes) -> None:
    """A short write is continued."""
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def read_whole(path: Path) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts: list[bytes] = []
        while part := os.read(descriptor, max(os.fstat(descriptor).st_size, 4096)):
            parts.append(part)
    finally:
        os.close(descriptor)
    return b"".join(parts)


def put_in_place(scratch: Path, path: Path) -> None:
    """Rename over what is there. Windows refuses while a virus scanner looks into either; it is asked again."""
    waits_s = _WINDOWS_WAITS_S if sys.platform == "win32" else ()
    for wait_s in waits_s:
        try:
            scratch.replace(path)
        except PermissionError:
            sleep(wait_s)
        else:
            return
    scratch.replace(path)


def sync_folder(folder: Path) -> None:
    """Make names that were made or replaced in `folder` survive a power cut.

    Windows and some shares know no such thing; that is no error, for the file is in its place.
    """
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as refused:
        if refused.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):
            raise
    finally:
        os.close(descriptor)


def sync(descriptor: int) -> None:
    """Bring a file and its size to the disk."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - does not exist on every system

        # Its fsync leaves the data in the drive's cache.
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_data(descriptor: int) -> None:
    """Bring the contents of a file to the disk, and of what the system knows of it as much as reading them takes."""
    if sys.platform == "linux":
        os.fdatasync(descriptor)
    else:
        sync(descriptor)
