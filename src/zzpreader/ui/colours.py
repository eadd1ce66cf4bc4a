"""What the colours of the legend are called, and what they mean until the reader says otherwise."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication


def colour_name(name: str) -> str:
    """The colour in the language of the interface; the stored name for a colour that this version does not know."""
    names = {
        "yellow": QCoreApplication.translate("Colours", "Yellow"),
        "green": QCoreApplication.translate("Colours", "Green"),
        "blue": QCoreApplication.translate("Colours", "Blue"),
        "pink": QCoreApplication.translate("Colours", "Pink"),
        "orange": QCoreApplication.translate("Colours", "Orange"),
        "purple": QCoreApplication.translate("Colours", "Purple"),
    }
    return names.get(name, name)


def meaning(name: str, meanings: Mapping[str, str]) -> str:
    """The reader's own words for the colour, else the meaning that it has from the start.

    Args:
        meanings: the reader's words by name of the colour; an empty text counts as none.
    """
    given = {
        "yellow": QCoreApplication.translate("Colours", "Important"),
        "green": QCoreApplication.translate("Colours", "To use"),
        "blue": QCoreApplication.translate("Colours", "Facts and figures"),
        "pink": QCoreApplication.translate("Colours", "Question"),
        "orange": QCoreApplication.translate("Colours", "Look up"),
        "purple": QCoreApplication.translate("Colours", "Term"),
    }
    return meanings.get(name, "").strip() or given.get(name, colour_name(name))
