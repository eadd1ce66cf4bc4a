"""Text inside XML."""

import re
from xml.sax.saxutils import escape

# What XML 1.0 cannot hold; lone surrogates come from names of files and old systems.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNKNOWN = "\ufffd"
_IN_QUOTES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


def clean(value: str) -> str:
    """Without the signs that XML cannot hold."""
    return _IMPOSSIBLE.sub(_UNKNOWN, value)


def text(value: str) -> str:
    return escape(clean(value))


def attribute(value: str) -> str:
    """With its quotation marks."""
    return f'"{escape(clean(value), _IN_QUOTES)}"'
