"""Zip files that are the same for the same contents."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_WHEN = (1980, 1, 1, 0, 0, 0)


def packed(members: Iterable[tuple[str, bytes]], stored: frozenset[str] = frozenset()) -> bytes:
    """Members in their order. Args: stored: those that are not compressed."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in members:
            info = ZipInfo(name, _WHEN)
            info.create_system = 3  # else it says on which system it was made
            info.external_attr = 0o644 << 16
            info.compress_type = ZIP_STORED if name in stored else ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=6)
    return file.getvalue()
