"""What the command palette offers. A new kind of entries is a new method that yields them, named in `sources`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QKeySequence

from zzpreader.model.addresses import Address, Part
from zzpreader.model.displayed import one_line
from zzpreader.model.folding import fold
from zzpreader.model.sections import Kind
from zzpreader.model.theme import Theme
from zzpreader.program.bundles import BundleDesk
from zzpreader.program.elsewhere import LONGEST_TITLE, Elsewhere
from zzpreader.program.keeping import Keeping
from zzpreader.ui.command_palette.entries import Entry, Source
from zzpreader.ui.command_palette.view import CommandPalette
from zzpreader.ui.window.main_window import MainWindow
from zzpreader.ui.window.tab import ReadingTab

_OF_THE_PAGE = ("highlight-key", "note-key", "tags-key", "palette")
"""Second names of commands that are offered already, and this one."""

SETTINGS = (
    "Te&xt size:",
    "&Paper:",
    "&Font of reading mode:",
    "Si&ze of its text:",
    "Le&ngth of its lines:",
    "Show how far I have read; it is kept on this computer alone",
    "&Source with a copied quote:",
    "&Language of words in pictures:",
    "Keys",
    "&Name with your notes:",
    "&Tags to start with:",
    "Meaning of the colours",
    "Storage",
)
"""Rows and groups of the page of settings, as it calls them, that have no entry of their own for each choice."""


class PaletteDesk(QObject):
    """
    Args:
        elsewhere: what is in publications that are not open.
        open_file: shows a PDF in a tab of its own, with the id of the bundle to which it belongs.
        visit: follows an address from the tab in front.
    """

    def __init__(
        self,
        window: MainWindow,
        keeping: Keeping,
        bundles: BundleDesk,
        elsewhere: Elsewhere,
        open_file: Callable[[Path, str | None], object],
        visit: Callable[[ReadingTab | None, str], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._keeping, self._bundles, self._open_file = window, keeping, bundles, open_file
        self._elsewhere, self._visit = elsewhere, visit
        self.came = elsewhere.came
        self._palette = CommandPalette(self.sources(), self, window)

    def open(self) -> None:
        self._elsewhere.read(self._keeping.entries)
        self._palette.open()

    @property
    def is_read(self) -> bool:
        return self._elsewhere.is_read

    def with_words(self, words: Sequence[str]) -> Iterator[Entry]:
        """Sections and notes of publications that are not open."""
        publications = [tab.session.publication for tab in self._window.reading_tabs()]
        is_open = {one.id for one in publications if one}
        kinds = (
            (self.tr("Lesson"), "lightbulb", Part.SECTION),
            (self.tr("Section"), "list-tree", Part.SECTION),
            (self.tr("Note"), "message-square", Part.NOTE),
        )
        for left in self._elsewhere.left():
            if left.publication in is_open:
                continue
            for (kind, picture, part), titles in zip(kinds, (left.lessons, left.sections, left.notes), strict=True):
                beside = fold(f"{left.title}\n{kind}").text
                for one in titles.with_words([word for word in words if word not in beside]):
                    address = str(Address(left.publication, part, one.name))
                    visit = partial(self._go_elsewhere, address)
                    yield Entry(kind, one.title, visit, picture, hint=self._page(one.page), more=left.title)

    def sources(self) -> list[Source]:
        return [self._commands, self._sections, self._notes, self._publications, self._known_bundles, self._settings]

    def _commands(self) -> Iterator[Entry]:
        commands = self._window.commands
        for name in commands.names():
            if name in _OF_THE_PAGE:
                continue
            action = commands[name]
            keys = action.shortcuts()
            yield Entry(
                self.tr("Command"),
                one_line(action.text().replace("&", ""), LONGEST_TITLE).removesuffix("…"),
                action.trigger,
                "check" if action.isChecked() else str(action.property("picture") or "chevron-right"),
                hint=keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else "",
                enabled=action.isEnabled(),
            )

    def _tabs(self) -> Iterable[ReadingTab]:
        """That in front first."""
        current = self._window.current
        return sorted(self._window.reading_tabs(), key=lambda tab: tab is not current)

    def _sections(self) -> Iterator[Entry]:
        for tab in self._tabs():
            for lessons in (True, False):
                for section in tab.session.sections.tree:
                    if (section.kind is Kind.LESSON) is lessons:
                        yield Entry(
                            self.tr("Lesson") if lessons else self.tr("Section"),
                            one_line(section.title, LONGEST_TITLE),
                            partial(self._go, tab, partial(tab.view.go_to, section.place)),
                            "lightbulb" if lessons else "list-tree",
                            hint=self._page(section.page_shown),
                            more=self._work(tab),
                        )

    def _notes(self) -> Iterator[Entry]:
        for tab in self._tabs():
            session = tab.session
            for one in session.marks.notebook.in_order(session.sections.tree):
                place, words = one.place, one_line(one.body.value or one.body.description, LONGEST_TITLE)
                yield Entry(
                    self.tr("Note"),
                    one_line(one.quote, LONGEST_TITLE) or words or self.tr("a note without words"),
                    partial(self._go, tab, partial(tab.links.follow, session.linking.to_note(one.id))),
                    "highlighter" if one.quote else "message-square",
                    hint=self._page(session.pages.labels.shown(place.page, place.half) if place else ""),
                    more=" · ".join(part for part in (words if one.quote else "", self._work(tab)) if part),
                )

    def _publications(self) -> Iterator[Entry]:
        for entry in self._keeping.entries:
            if entry.paths:
                path = Path(entry.paths[0])
                yield Entry(
                    self.tr("Publication"),
                    one_line(entry.publication.title or path.stem, LONGEST_TITLE),
                    partial(self._open_file, path, entry.publication.bundle),
                    "book-open",
                )

    def _known_bundles(self) -> Iterator[Entry]:
        for bundle in self._bundles.all():
            show = partial(self._bundles.show, bundle.id)
            yield Entry(self.tr("Knowledge bundle"), one_line(bundle.name, LONGEST_TITLE), show, "library")

    def _settings(self) -> Iterator[Entry]:
        settings = self._keeping.settings
        themes = {
            Theme.SYSTEM: self.tr("Appearance: as the system"),
            Theme.LIGHT: self.tr("Appearance: light"),
            Theme.DARK: self.tr("Appearance: dark"),
            Theme.CONTRAST: self.tr("Appearance: high contrast"),
        }
        for theme, words in themes.items():
            yield self._setting(words, {"theme": theme}, chosen=settings.theme is theme)
        languages = {"": self.tr("Language: as the system"), "nl": "Taal: Nederlands", "en": "Language: English"}
        for language, words in languages.items():
            yield self._setting(words, {"language": language}, chosen=settings.language == language)
        for wanted, words in (
            (True, self.tr("Letters and digits alone are shortcuts on the page: on")),
            (False, self.tr("Letters and digits alone are shortcuts on the page: off")),
        ):
            yield self._setting(words, {"single_keys": wanted}, chosen=settings.single_keys is wanted)
        for words in SETTINGS:
            plain = QCoreApplication.translate("SettingsDialog", words).replace("&", "").rstrip(":")
            show = partial(self._window.settings_wanted.emit, plain)
            yield Entry(self.tr("Setting"), one_line(plain, LONGEST_TITLE), show, "settings")

    def _setting(self, words: str, fields: dict[str, object], *, chosen: bool) -> Entry:
        change = partial(self._window.settings_changed.emit, fields)
        return Entry(self.tr("Setting"), words, change, "check" if chosen else "settings")

    def _go_elsewhere(self, address: str) -> None:
        self._visit(self._window.current, address)

    def _go(self, tab: ReadingTab, go: Callable[[], object]) -> None:
        if tab in self._window.reading_tabs():
            self._window.tabs.setCurrentWidget(tab)
            go()

    def _work(self, tab: ReadingTab) -> str:
        return "" if tab is self._window.current else one_line(tab.session.title, 60)

    def _page(self, page: str) -> str:
        return self.tr("p. %1").replace("%1", page) if page else ""
