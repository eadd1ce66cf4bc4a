"""Files inside a PDF: what they are called on the way out, whatever the PDF calls them."""

import re
import unicodedata

from msgspec import Struct

from zzpreader.model.displayed import one_line

MOST_ATTACHMENTS = 1000
MOST_ATTACHED = 256 * 1024 * 1024
"""Bytes of one that can be saved."""

_PARTS = re.compile(r"[/\\]")
_FORBIDDEN = re.compile(r'[:*?"<>|]+')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\.|\Z)")
_LONGEST_NAME, _LONGEST_SUFFIX = 200, 20
"""Bytes; file systems take 255, and a number may have to be added."""


class Attachment(Struct, frozen=True):
    """
    Args:
        name: as `safe_name` makes it.
        size: in bytes, as the PDF says it; None if it does not.
        page: on which it is pinned, 0-based; None if it belongs to the whole.
    """

    name: str
    size: int | None = None
    description: str = ""
    page: int | None = None


def safe_name(said: str) -> str:
    """The last part of a path, as a name that means a file in the present folder on every system; never empty.

    Nothing in it separates folders, hides the file, names a device, or plays with the direction of writing.
    """
    base = _PARTS.split(one_line(unicodedata.normalize("NFC", said), 4000))[-1]
    stem, dot, suffix = _FORBIDDEN.sub(" ", base).strip(" .").rpartition(".")
    if not dot or len(suffix.encode()) > _LONGEST_SUFFIX:
        stem, dot, suffix = f"{stem}{dot}{suffix}", "", ""
    room = _LONGEST_NAME - len(f"{dot}{suffix}".encode())
    stem = one_line(stem.encode()[:room].decode("utf-8", "ignore")).strip(" .")
    name = one_line(f"{stem}{dot}{suffix}" if stem else suffix)
    return f"_{name}" if _DEVICES.match(name) else name or "attachment"


def numbered(name: str, number: int) -> str:
    """The name of another file of that name: "verslag (2).pdf"."""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem} ({number}).{suffix}" if dot else f"{name} ({number})"
