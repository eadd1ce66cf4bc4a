"""What people are told when a document, a page or the program fails: one sentence each, for window and command line."""

import re
import sys
from collections.abc import Collection, Sequence
from functools import cache

from zzpreader.model.displayed import one_line
from zzpreader.model.refused import Obstacle, Unfilled, Unmade, Untaken
from zzpreader.model.walls import Wall
from zzpreader.wire import Failed, Reason

_MOST_NAMED = 3


def sentence(failed: Failed, file_name: str, page: str | None = None) -> str:
    """What happened, and what is safe.

    Args:
        page: how people are told of the page that failed; None if the whole document did.
    """
    words = _about_document(failed.reason) if page is None else _about_page(failed.reason)
    return filled(words, file_name, page or "")


def filled(words: str, *values: str) -> str:
    """`words` with %1, %2 … replaced; a value that itself looks like one of these is left as it is."""
    return re.sub(r"%([1-9])", lambda found: one_line(values[int(found.group(1)) - 1]), words)


def unplaced_sentence(titles: Sequence[str], entries: int) -> str:
    """What a bundle's map names that is nowhere in this copy.

    Args:
        entries: of the whole map; if all are unplaced, the tree is that of the PDF itself.
    """
    if len(titles) == entries:
        return translate("Sentences", "The bundle’s sections are not in this copy; shown are those of the PDF itself.")
    named = ", ".join(f"“{title}”" for title in titles[:_MOST_NAMED])
    if len(titles) > _MOST_NAMED:
        said = translate("Sentences", "Named by the bundle, but not found in this copy: %1 and %2 more.")
        return filled(said, named, str(len(titles) - _MOST_NAMED))
    return filled(translate("Sentences", "Named by the bundle, but not found in this copy: %1."), named)


def walls_sentence(walls: Collection[Wall]) -> str:
    """What a process that reads a document cannot do, and what this system cannot take from it."""
    named = {
        Wall.MEMORY: translate("Sentences", "take memory without end"),
        Wall.FILES: translate("Sentences", "open files"),
        Wall.NETWORK: translate("Sentences", "reach a network"),
        Wall.PROCESSES: translate("Sentences", "start programs"),
        Wall.CALLS: translate("Sentences", "make system calls that it does not need"),
    }
    held = ", ".join(words for wall, words in named.items() if wall in walls)
    free = ", ".join(words for wall, words in named.items() if wall not in walls)
    if not held:
        return translate(
            "Sentences", "A document is read in a process of its own; this system holds it in no other way."
        )
    said = filled(translate("Sentences", "A document is read in a process that cannot: %1."), held)
    if not free:
        return said
    return said + " " + filled(translate("Sentences", "On this system it can still: %1."), free)


def unmade_sentence(why: Unmade) -> str:
    """Why there is no file of an export."""
    match why:
        case Unmade.NOTES:
            return translate("Sentences", "The notes cannot be set on pages; nothing was written.")
        case Unmade.COPY:
            return translate("Sentences", "No copy can be made of this PDF; nothing was written.")
        case Unmade.DAMAGED:
            return translate(
                "Sentences", "This PDF is too damaged for a copy with marks; export your notes as a document instead."
            )
        case Unmade.FORBIDDEN:
            return translate(
                "Sentences", "Who made this PDF does not allow marks in it; export your notes as a document instead."
            )
        case Unmade.CHANGED:
            return translate("Sentences", "The PDF has changed since it was opened; open it again to export.")


def unfilled_sentence(why: Unfilled, name: str, said: str) -> str:
    """Why nothing came of a template.

    Args:
        name: of the template.
        said: by what reads templates, of what is wrong.
    """
    match why:
        case Unfilled.UNREAD:
            return filled(translate("Sentences", "The template “%1” cannot be read."), name)
        case Unfilled.ENDLESS:
            return filled(translate("Sentences", "The template “%1” does not come to an end, or makes too much."), name)
        case Unfilled.WRONG:
            return filled(translate("Sentences", "The template “%1” is wrong: %2"), name, said)


def untaken_sentence(why: Untaken, name: str) -> str:
    """Why nothing was taken from a file of notes. Args: name: of the file."""
    match why:
        case Untaken.LARGE:
            words = translate("Sentences", "“%1” is too large for a file of notes; nothing was taken from it.")
        case Untaken.HOSTILE:
            words = translate("Sentences", "“%1” is built to do harm; nothing was taken from it.")
        case Untaken.DAMAGED:
            words = translate("Sentences", "“%1” is damaged; nothing was taken from it.")
        case Untaken.UNKNOWN:
            words = translate("Sentences", "“%1” holds no notes of a kind that zzpreader knows.")
    return filled(words, name)


INSTALL_TESSERACT = "sudo apt-get install tesseract-ocr tesseract-ocr-nld"
"""On Debian and Ubuntu; English comes along."""


def obstacle_sentence(why: Obstacle, name: str, reason: Reason | None = None) -> str:
    """Why pictures of pages cannot be read. Args: name: of the file; reason: why it cannot be opened."""
    match why:
        case Obstacle.NOT_INSTALLED:
            words = translate("Sentences", "Tesseract, which reads text in pictures, is not installed. %1")
            return filled(words, _how_to_install())
        case Obstacle.NO_LANGUAGE:
            words = translate("Sentences", "Tesseract has no language in which to read. %1")
            return filled(words, _how_to_install())
        case Obstacle.ANOTHER_FILE:
            words = translate("Sentences", "“%1” has changed since it was opened; open it again to have its text read.")
        case Obstacle.BY_ANOTHER:
            words = translate("Sentences", "The text of “%1” is being read by another window already.")
        case Obstacle.UNOPENED:
            return sentence(Failed(reason or Reason.CRASHED), name)
    return filled(words, name)


def _how_to_install() -> str:
    return filled(translate("Sentences", "On Debian or Ubuntu: %1"), INSTALL_TESSERACT)


def _about_document(reason: Reason) -> str:
    match reason:
        case Reason.NOT_FOUND:
            return translate("Sentences", "There is no file “%1”.")
        case Reason.UNREADABLE:
            return translate("Sentences", "The system does not allow “%1” to be read.")
        case Reason.NOT_PDF:
            return translate("Sentences", "“%1” is not a PDF file.")
        case Reason.NO_PAGES:
            return translate("Sentences", "“%1” is a PDF without pages.")
        case Reason.DAMAGED | Reason.PAGE:
            return translate("Sentences", "“%1” is damaged beyond repair, or not complete; your notes on it are safe.")
        case Reason.PROTECTED:
            return translate("Sentences", "“%1” is protected in a way that no password opens.")
        case Reason.PASSWORD:
            return translate("Sentences", "“%1” opens with a password only.")
        case _:
            return _about_limits(reason)


def _about_limits(reason: Reason) -> str:
    match reason:
        case Reason.TIMEOUT:
            return translate("Sentences", "“%1” takes too long to read; your notes on it are safe.")
        case Reason.MEMORY:
            return translate("Sentences", "“%1” needs more memory than there is; your notes on it are safe.")
        case _:
            return translate("Sentences", "Reading “%1” failed twice; your notes on it are safe.")


def _about_page(reason: Reason) -> str:
    match reason:
        case Reason.TIMEOUT:
            return translate("Sentences", "Page %2 of “%1” takes too long to show; the other pages can be read.")
        case Reason.MEMORY:
            return translate("Sentences", "Page %2 of “%1” needs more memory than there is; the others can be read.")
        case _:
            return translate("Sentences", "Page %2 of “%1” cannot be shown; the other pages can be read.")


def translate(context: str, text: str) -> str:
    """`text` in the language of the person. Qt is imported for it only when there is something to say."""
    try:
        from PySide6.QtCore import QCoreApplication  # noqa: PLC0415
    except ImportError:
        return text  # `zzpreader check` tells what is missing
    _speak()
    return QCoreApplication.translate(context, text)


@cache
def _speak() -> object:
    """On the command line no application stands yet, and without one nothing is translated."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    from zzpreader import i18n  # noqa: PLC0415

    if app := QCoreApplication.instance():
        return app
    app = QCoreApplication(sys.argv[:1])
    i18n.install(app, i18n.chosen_language())
    return app
