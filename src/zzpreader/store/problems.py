"""What can go wrong between a note and the disk, as named values. `str` of each is one English sentence."""

import errno
from enum import StrEnum
from pathlib import Path


class Cause(StrEnum):
    FULL = "the disk is full"
    REFUSED = "the folder or the file may not be written"
    BROKEN = "the disk reports an error"


def cause_of(problem: OSError) -> Cause:
    if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Cause.FULL
    if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Cause.REFUSED
    return Cause.BROKEN


class StoreError(Exception):
    """What the store could not do; nothing that was saved before is lost by it."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path


class NotSaved(StoreError):
    """The old state is intact on the disk, the new one is only in memory."""

    def __init__(self, path: Path, cause: Cause) -> None:
        super().__init__(path, f"The notes could not be saved: {cause}. What was saved before is safe.")
        self.cause = cause


class NotReadable(StoreError):
    """The file is there and the system does not let us read it; it is left alone."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"The file {path.name} could not be read; it was left as it is.")


class NewerSchema(StoreError):
    """Written by a newer version of the program; it is left alone."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, f"The file {path.name} was made by a newer version of zzpreader; it was left as it is.")
        self.found = found
        self.known = known


class InUse(StoreError):
    """Another process holds it, or this one does a second time."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "The notes of this publication are open in another window; they can only be read here.")


class HomeNotWritable(StoreError):
    """There is no folder in which notes could be kept."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"The folder for notes, {path}, cannot be written.")
