"""Zip files from elsewhere, looked through before anything of them is used.

Nothing is ever unpacked to the disk by the names in them; a file is refused whole if any of its members is not as we
would write it.
"""

import stat
import zlib
from struct import Struct as Layout
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipInfo

from zzpreader.imports.source import LARGEST, Refused
from zzpreader.model.refused import Untaken

MOST_MEMBERS = 20_000
MOST_UNPACKED = 512 * 2**20
MOST_RATIO = 200
"""Unpacked to packed. JSON with ten thousand alike marks stays below 60; a bomb of deflate reaches 1000."""

WRONG = (BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError, OSError, zlib.error)
"""What Python raises at a damaged one."""

_SMALL = 2**20
_LONGEST_NAME = 255
_DIRECTORY_ROW = 46 + 3 * _LONGEST_NAME
_END = Layout("<4s4H2LH")
_ZIP64 = b"PK\x06\x07"
_ENCRYPTED = 0x1


def check_directory(data: bytes) -> None:
    """Before `ZipFile` makes a value of every row: a directory may have millions. Raises: Refused."""
    if len(data) > LARGEST:
        raise Refused(Untaken.LARGE)
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - _END.size - 0xFFFF))
    if not data.startswith(b"PK\x03\x04") or at < 0 or at + _END.size > len(data):
        raise Refused(Untaken.UNKNOWN)
    _, _, _, _, members, size, _, _ = _END.unpack_from(data, at)
    if members > MOST_MEMBERS or size > MOST_MEMBERS * _DIRECTORY_ROW or data[max(0, at - 20) : at][:4] == _ZIP64:
        raise Refused(Untaken.LARGE)


def check_members(members: list[ZipInfo], *, folders: bool = False) -> None:
    """Args: folders: entries for folders are no harm, as file managers write them. Raises: Refused."""
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > MOST_UNPACKED:
        raise Refused(Untaken.LARGE)
    names = {one.filename.casefold() for one in members}
    if len(names) < len(members) or not all(_is_sound(one, folders=folders) for one in members):
        raise Refused(Untaken.HOSTILE)


def _is_sound(one: ZipInfo, *, folders: bool) -> bool:
    # Python has turned the system's separators into "/" and cut the name at a NUL: only what was written counts.
    name = one.orig_filename
    is_folder = folders and name.endswith("/") and one.file_size == 0
    parts = (name[:-1] if is_folder else name).split("/")
    kind = stat.S_IFMT(one.external_attr >> 16)
    return (
        0 < len(name) <= _LONGEST_NAME
        and not any(part in ("", ".", "..") for part in parts)
        and not any(sign in name for sign in "\\:\0")
        and kind in (0, stat.S_IFDIR if is_folder else stat.S_IFREG)
        and one.compress_type in (ZIP_STORED, ZIP_DEFLATED)
        and not one.flag_bits & _ENCRYPTED
        and one.file_size <= max(_SMALL, one.compress_size * MOST_RATIO)
    )
