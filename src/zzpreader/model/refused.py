"""Why notes could not be taken along or taken in, or pictures not read; people are told of it in `sentences.py`."""

from enum import StrEnum


class Unmade(StrEnum):
    """Why there is no file of an export."""

    NOTES = "no worker could set the notes on pages"
    COPY = "no worker could make the copy"
    DAMAGED = "the PDF is too damaged for a copy"
    FORBIDDEN = "who made the PDF has forbidden marks in it"
    CHANGED = "the PDF is not the one any more that was opened"


class Unfilled(StrEnum):
    """Why nothing came of a template."""

    UNREAD = "gone, or no text"
    WRONG = "not as Jinja wants it"
    ENDLESS = "too slow or too large"


class Untaken(StrEnum):
    """Why nothing was taken from a file of notes."""

    LARGE = "too large"
    DAMAGED = "damaged"
    UNKNOWN = "of no known format"
    HOSTILE = "built to do harm"


class Obstacle(StrEnum):
    """Why no picture can be read."""

    NOT_INSTALLED = "not installed"
    NO_LANGUAGE = "no language"
    ANOTHER_FILE = "another file"
    BY_ANOTHER = "by another"  # another process reads the same publication
    UNOPENED = "unopened"
