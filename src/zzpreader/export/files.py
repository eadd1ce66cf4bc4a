"""The file of an export: the old one or the new one, never half of either."""

import errno
import os
from pathlib import Path

from zzpreader.files import scratch_beside, write_whole

_PDF = b"%PDF-"


def write_beside(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write an export to the place that the reader named; a link is followed.

    Raises:
        FileExistsError: something is there and `force` is not given; or a PDF is, and this is none: it may be the
            publication itself.
        OSError: what was there is still there.
    """
    target = path.resolve()
    if target.exists() and (not force or (is_pdf(target) and not data.startswith(_PDF))):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    write_whole(target, data, scratch=scratch_beside(target))


def is_pdf(path: Path) -> bool:
    """Whether its beginning says so. Raises: OSError."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return _PDF in file.read(1024)
