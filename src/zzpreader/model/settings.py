"""What the reader chose, as values. How and where they are kept is the store's business."""

from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta, Struct

from zzpreader.model.citation import Style
from zzpreader.model.export_wish import ExportWish
from zzpreader.model.legend import COLOURS
from zzpreader.model.library import Shown
from zzpreader.model.tags import STARTER_TAGS
from zzpreader.model.theme import Theme


class ReadingFont(StrEnum):
    SERIF = "serif"
    SANS = "sans"
    LEGIBLE = "legible"  # letters that are hard to take for each other, set wider


class Settings(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """
    Args:
        language: "nl", "en", or empty for that of the system.
        text_size: of the interface, in per cent of the system's, 80 to 200; pages have their own zoom.
        paper: how pages are shown.
        single_keys: whether letters and digits alone are shortcuts while the page has the focus (WCAG 2.1.4).
        author: creator of new annotations, empty for none.
        meanings: the reader's own words for colours of the legend, by name.
        color: the colour used last.
        tags: proposed while a tag is typed, beside those in use.
        citation: how the source of a copied quote is written.
        scans: languages in which pictures of pages are read, as Tesseract has them ("nld+eng"); "" as the publication.
        copies: the reader's own copy of a bundle's publication, by the bundle's id; absolute paths.
        export: what was asked of the last export.
        reading_font, reading_size, reading_width: of reading mode; points, and letters of a line.
        progress: whether it is kept how far publications have been read.
        keys: shortcuts that the reader chose instead of those that are given, by the name of the command, as Qt writes
            them in English ("Ctrl+Shift+E"); none for a command without one.
    """

    language: str = ""
    theme: Theme = Theme.SYSTEM
    text_size: int = 100
    paper: Literal["light", "dark", "sepia"] = "light"
    single_keys: bool = True
    author: str = ""
    meanings: dict[str, str] = {}
    color: str = COLOURS[0].name
    tags: tuple[str, ...] = STARTER_TAGS
    citation: Style = Style.APA
    scans: str = ""
    copies: dict[str, str] = {}
    export: ExportWish = ExportWish()
    reading_font: ReadingFont = ReadingFont.SERIF
    reading_size: Annotated[int, Meta(ge=8, le=48)] = 14
    reading_width: Annotated[int, Meta(ge=30, le=160)] = 70
    progress: bool = True
    keys: dict[str, tuple[str, ...]] = {}


class MatrixState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How the overview of lessons was left: `header` is Qt's description of columns and sorting, base64."""

    header: str = ""
    grouped: bool = False
    words: str = ""
    status: str = ""
    owner: str | None = None
    publication: str | None = None


class LibraryState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How the library was left: `header` is Qt's description of columns and sorting, base64."""

    header: str = ""
    words: str = ""
    shown: Shown = Shown()


class OpenTab(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """
    Args:
        path: of the PDF; empty for the page of a bundle.
        bundle: id of the bundle to which it belongs.
        matrix, library: it is the overview of lessons, or the library.
    """

    path: str
    bundle: str | None = None
    matrix: bool = False
    library: bool = False


class WindowState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How the window was left.

    Args:
        geometry: Qt's own description of place and size, base64.
        splitter: widths of the three panes in pixels, empty for the default.
    """

    geometry: str = ""
    splitter: tuple[int, ...] = ()
    contents_shown: bool = True
    notes_shown: bool = True
    tabs: tuple[OpenTab, ...] = ()
    current: int = 0
    matrix: MatrixState = MatrixState()
    library: LibraryState = LibraryState()
