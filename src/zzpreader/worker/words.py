"""Strings of a document, made fit to be shown and sent."""

import re

_INVISIBLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]+"
)


def clean_title(text: str | None, longest: int = 500) -> str:
    """One line without control characters and without those that turn the direction of writing."""
    return " ".join(_INVISIBLE.sub(" ", text or "").split())[:longest]
