"""Every command of the window: its words, its key, its icon, and where it stands in the menus.

The window connects them; a command that makes no sense now is disabled, never hidden.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from zzpreader.model.citation import Style
from zzpreader.model.legend import COLOURS
from zzpreader.model.records import Status
from zzpreader.ui.icons import icon
from zzpreader.ui.lessons.words import PICTURES, status_words

CITATIONS = tuple(f"cite-{style.value}" for style in Style)
"""The commands that choose how a source is written."""

_MOVING = ("autoscroll", "autoscroll-faster", "autoscroll-slower")


class Commands(QObject):
    """The actions by name: `commands["open"]`; checkable ones answer `isChecked`.

    Attributes:
        original: the keys that are given, by name of the command; chosen: the reader's own, where they differ.
    """

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._actions: dict[str, QAction] = {}
        self.original: dict[str, tuple[str, ...]] = {}
        self.chosen: dict[str, tuple[str, ...]] = {}
        self.reading: list[str] = []
        self._make_file()
        self._make_edit()
        self._make_view()
        self._make_go()
        self._make_notes()
        self._make_help()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def names(self) -> list[str]:
        return list(self._actions)

    def use_keys(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """The reader's own shortcuts; a command that is not named has its original ones."""
        self.chosen = dict(chosen)
        for name, keys in {**self.original, **chosen}.items():
            if name in self._actions:
                _give_keys(self._actions[name], [QKeySequence(key) for key in keys])

    def single_keys(self) -> list[QAction]:
        """Those that also answer to a letter or digit alone; they belong to the page view, not to the window."""
        return [self._actions[name] for name in ("highlight-key", "note-key", "tags-key", *_colour_names())]

    def of_the_page(self) -> list[QAction]:
        """Those whose keys mean the chosen mark where one reads, and something else in a list or a text."""
        return [*self.single_keys(), self._actions["edit-comment"], self._actions["delete-mark"]]

    def enable_reading(self, on: bool) -> None:
        """Commands that need a publication."""
        for name in self.reading:
            self._actions[name].setEnabled(on)

    def _add(
        self,
        name: str,
        text: str,
        *keys: QKeySequence.StandardKey | str,
        picture: str = "",
        checkable: bool = False,
        reading: bool = True,
    ) -> QAction:
        action = QAction(text, self._owner)
        action.setObjectName(name)
        action.setCheckable(checkable)
        if picture:
            action.setIcon(icon(picture))
        sequences = [s for key in keys for s in _sequences(key)]
        self.original[name] = tuple(sequence.toString() for sequence in sequences)
        _give_keys(action, sequences)
        action.setProperty("picture", picture)
        self._actions[name] = action
        if reading:
            self.reading.append(name)
        return action

    def repaint_icons(self) -> None:
        """After the palette changed: icons take its colour of text."""
        for action in self._actions.values():
            if picture := action.property("picture"):
                action.setIcon(icon(picture))

    def _group(self, names: Iterable[str]) -> QActionGroup:
        group = QActionGroup(self._owner)
        for name in names:
            group.addAction(self._actions[name])
        return group

    def _make_file(self) -> None:
        self._add("open", self.tr("&Open…"), QKeySequence.StandardKey.Open, picture="folder-open", reading=False)
        self._add("library", self.tr("Li&brary"), "Ctrl+Shift+O", picture="library", reading=False)
        self._add("open-bundle", self.tr("Kno&wledge bundle ZZP en de stad"), picture="book-marked", reading=False)
        self._add("export", self.tr("&Export notes…"), "Ctrl+E", picture="share")
        self._add("export-again", self.tr("Export a&gain"), "Ctrl+Shift+E")
        self._add("share-map", self.tr("Share the section m&ap…"))
        self._add("save-copy", self.tr("Save a cop&y of the notes…"))
        self._add("merge-notes", self.tr("&Merge notes from a file…"), picture="download")
        self._add("import-notes", self.tr("&Import notes from a file…"))
        self._add("import-marks", self.tr("Import mar&ks inside this PDF…"))
        self._add("attachments", self.tr("Fi&les in this PDF…"))
        self._add("print", self.tr("&Print…"), QKeySequence.StandardKey.Print, picture="printer")
        self._add("close", self.tr("&Close"), "Ctrl+W")
        self._add("settings", self.tr("&Settings…"), "Ctrl+,", picture="settings", reading=False)
        self._add("quit", self.tr("&Quit"), "Ctrl+Q", reading=False)

    def _make_edit(self) -> None:
        self._add("undo", self.tr("&Undo"), QKeySequence.StandardKey.Undo, picture="undo-2")
        self._add("redo", self.tr("&Redo"), "Ctrl+Shift+Z", "Ctrl+Y", picture="redo-2")
        self._add("copy", self.tr("&Copy"), QKeySequence.StandardKey.Copy, picture="copy")
        self._add("copy-source", self.tr("Copy with &source"), "Ctrl+Shift+C", picture="quote")
        for name, words in (("apa", "&APA"), ("legal", self.tr("&Leidraad (law)")), ("plain", self.tr("&Plain"))):
            self._add(f"cite-{name}", words, checkable=True, reading=False)
        self._group(CITATIONS)
        self._add("select-all", self.tr("Select &all"), QKeySequence.StandardKey.SelectAll)
        words = self.tr("Find a comman&d, section or note…")
        self._add("palette", words, "Ctrl+Shift+P", picture="chevron-right", reading=False)
        self._add("read-page", self.tr("Read the &words in the picture of this page"))
        self._add("read-pages", self.tr("Read the words in all pictures of pa&ges"))
        self._add("caret", self.tr("&Text cursor in the page"), "F7", picture="text-cursor", checkable=True)
        self._add("select-more", self.tr("Select &more: word, sentence, paragraph"), "F8")
        self._add("select-less", self.tr("Select &less"), "Shift+F8")
        self._add("find", self.tr("&Find…"), QKeySequence.StandardKey.Find, picture="search")
        words = self.tr("Find in all publications and n&otes…")
        self._add("find-everywhere", words, "Ctrl+Shift+F", picture="text-search", reading=False)
        self._add("synonyms", self.tr("Words that mean the sam&e…"), reading=False)
        self._add("find-next", self.tr("Find &next"), "F3")
        self._add("find-previous", self.tr("Find &previous"), "Shift+F3")

    def _make_view(self) -> None:
        self._add("zoom-in", self.tr("&Zoom in"), "Ctrl++", "Ctrl+=", picture="zoom-in")
        self._add("zoom-out", self.tr("Zoom &out"), "Ctrl+-", picture="zoom-out")
        self._add("fit-page", self.tr("Whole &page"), "Ctrl+0", picture="maximize", checkable=True)
        self._add("actual-size", self.tr("&Actual size (100 %)"), "Ctrl+1", checkable=True)
        self._add("fit-width", self.tr("Page wi&dth"), "Ctrl+2", picture="move-horizontal", checkable=True)
        self._add("facing", self.tr("Pages side &by side"), "Ctrl+Shift+2", picture="columns-2", checkable=True)
        self._add("halves", self.tr("Spreads &half by half"), "Ctrl+Shift+1", picture="book-open-text", checkable=True)
        words, keys = self.tr("Reading mode: text in one col&umn"), ("F5", "Ctrl+Alt+R")
        self._add("reading-mode", words, *keys, picture="file-text", checkable=True)
        self._add("trim", self.tr("&Trim margins"), "Ctrl+Shift+0", picture="crop", checkable=True)
        self._add("rotate-right", self.tr("Rotate &right"), "Ctrl+R", picture="rotate-cw")
        self._add("rotate-left", self.tr("Rotate &left"), "Ctrl+Shift+R", picture="rotate-ccw")
        self._add("paper-light", self.tr("Whit&e paper"), picture="sun", checkable=True, reading=False)
        self._add("paper-sepia", self.tr("&Sepia paper"), picture="book-open", checkable=True, reading=False)
        self._add("paper-dark", self.tr("Dar&k paper"), picture="moon", checkable=True, reading=False)
        self._group(["paper-light", "paper-sepia", "paper-dark"])
        self._add("contents", self.tr("&Contents"), "F9", picture="panel-left", checkable=True, reading=False)
        self._add("notes", self.tr("&Notes"), "Shift+F9", picture="panel-right", checkable=True, reading=False)
        self._add("next-pane", self.tr("Ne&xt pane"), "F6")
        self._add("previous-pane", self.tr("Prev&ious pane"), "Shift+F6")
        self._add("autoscroll", self.tr("&Let the paper move by itself"), "Ctrl+Shift+H", checkable=True)
        self._add("autoscroll-faster", self.tr("&Move faster"), "Alt+Down")
        self._add("autoscroll-slower", self.tr("Move slo&wer"), "Alt+Up")
        self._add("loupe", self.tr("Ma&gnifying glass"), "Ctrl+Alt+L", picture="zoom-in", checkable=True)
        self._add("full-screen", self.tr("&Full screen"), "F11", checkable=True, reading=False)
        self._add("presentation", self.tr("Presentation, lesson b&y lesson"), "Shift+F5", picture="maximize")

    def _make_go(self) -> None:
        self._add("back", self.tr("&Back"), "Alt+Left", picture="arrow-left")
        self._add("forward", self.tr("&Forward"), "Alt+Right", picture="arrow-right")
        self._add("go-to-page", self.tr("&Go to page…"), "Ctrl+G")
        self._add("preview", self.tr("Preview of a lin&k or reference"), "Ctrl+J", picture="eye")
        self._add("page-numbers", self.tr("Page n&umbers…"))
        self._add("next-page", self.tr("&Next page"), picture="chevron-down")
        self._add("previous-page", self.tr("&Previous page"), picture="chevron-up")
        self._add("next-section", self.tr("Next &section"), "Ctrl+Shift+PgDown")
        self._add("previous-section", self.tr("Pre&vious section"), "Ctrl+Shift+PgUp")
        self._add("next-lesson", self.tr("Next &lesson"), "Ctrl+PgDown")
        self._add("previous-lesson", self.tr("Previous less&on"), "Ctrl+PgUp")
        self._add("next-mark", self.tr("Next &mark or note"), "Ctrl+Alt+PgDown")
        self._add("previous-mark", self.tr("Prev&ious mark or note"), "Ctrl+Alt+PgUp")
        self._add("forget-progress", self.tr("Forget &how far I have read"))
        self._add("lessons", self.tr("List of l&essons"), "Ctrl+Shift+L", picture="lightbulb")
        self._add("matrix", self.tr("Ove&rview of lessons"), "Ctrl+L", picture="list-tree", reading=False)
        self._add("next-tab", self.tr("Next &tab"), "Ctrl+Tab")
        self._add("previous-tab", self.tr("Previous t&ab"), "Ctrl+Shift+Tab")

    def _make_notes(self) -> None:
        self._add("highlight", self.tr("&Highlight"), "Ctrl+H", picture="highlighter")
        self._add("underline", self.tr("&Underline"), "Ctrl+U", picture="underline")
        self._add("strikeout", self.tr("&Strike out"), "Ctrl+Shift+X", picture="strikethrough")
        self._add("squiggly", self.tr("S&quiggly underline"), "Ctrl+Shift+U", picture="squiggly")
        self._add("area", self.tr("Mark &area"), "Ctrl+Shift+A", picture="scan")
        self._add("edit-comment", self.tr("&Comment on the chosen mark"), "F2", picture="pencil")
        self._add("edit-tags", self.tr("Ta&gs of the chosen mark"), picture="tag")
        self._add("note", self.tr("&Note on this spot"), "Ctrl+M", picture="message-square")
        self._add("add-section", self.tr("Add sect&ion"), "Ctrl+Shift+K", picture="list-tree")
        self._add("section-note", self.tr("N&ote on this section"), "Ctrl+Shift+M", picture="notebook-pen")
        self._add("outline", self.tr("Put h&eadings in the note"), picture="list-tree")
        self._add("bookmark", self.tr("&Bookmark…"), "Ctrl+B", "Ctrl+D", picture="bookmark")
        self._add("link", self.tr("&Link to…"), "Ctrl+K", picture="link")
        self._add("pin", self.tr("&Pin as evidence of a lesson…"), "Ctrl+Shift+B")
        self._add("copy-link", self.tr("Cop&y link to this"), "Ctrl+Alt+K")
        self._add("portal", self.tr("Second &view: evidence or another place"), "F4", picture="columns-2")
        self._add("portal-next", self.tr("Next passage in the second vie&w"), "Shift+F4")
        for number, status in enumerate(Status, start=1):
            self._add(status_name(status), status_words(status), f"Ctrl+Alt+{number}", picture=PICTURES[status])
        self._add("editions", self.tr("Notes from another e&dition…"))
        self._add("history", self.tr("Earlier versions o&f the note…"), picture="history")
        self._add("trash", self.tr("&Recently deleted…"), picture="trash-2")
        self._add("legend", self.tr("&Meaning of the colours…"), picture="palette", reading=False)
        self._add("highlight-key", self.tr("Highlight with the last colour"), "H")
        self._add("note-key", self.tr("Note on this spot"), "N")
        self._add("tags-key", self.tr("Tags of the chosen mark"), "T")
        self._add("delete-mark", self.tr("Delete the chosen mark"), "Del", picture="trash-2")
        for number, name in enumerate(_colour_names(), start=1):
            self._add(name, self.tr("Highlight in colour %1").replace("%1", str(number)), str(number))
        for action in self.of_the_page():
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def _make_help(self) -> None:
        self._add("guide", self.tr("User &guide"), "F1", picture="circle-help", reading=False)
        self._add("activity", self.tr("What the program is &doing"), "Ctrl+Alt+D", reading=False)
        self._add("about", self.tr("&About zzpreader"), reading=False)

    def _status_menu(self, parent: QMenu) -> QMenu:
        menu = QMenu(self.tr("S&tatus of this lesson"), parent)
        for status in Status:
            menu.addAction(self._actions[status_name(status)])
        return menu

    def fill(self, bar: QMenuBar, recent: QMenu) -> None:
        """The menus of the window; `recent` is filled by the window."""
        menus = (
            (
                self.tr("&File"),
                (
                    "open recent library open-bundle | print | export export-again share-map save-copy "
                    "| import-notes import-marks merge-notes | attachments "
                    "| settings | close quit"
                ),
            ),
            (
                self.tr("&Edit"),
                (
                    "undo redo | copy copy-source citation | caret select-all select-more select-less "
                    "| find find-next find-previous find-everywhere synonyms | read-page read-pages | palette"
                ),
            ),
            (
                self.tr("&View"),
                (
                    "zoom-in zoom-out fit-page actual-size fit-width | reading-mode | trim facing halves "
                    "| rotate-right rotate-left | paper-light paper-sepia paper-dark "
                    "| contents notes next-pane previous-pane "
                    "| moving loupe | full-screen presentation"
                ),
            ),
            (
                self.tr("&Go"),
                (
                    "back forward | go-to-page next-page previous-page page-numbers preview "
                    "| next-section previous-section | next-mark previous-mark "
                    "| next-lesson previous-lesson lessons matrix forget-progress "
                    "| next-tab previous-tab"
                ),
            ),
            (
                self.tr("&Notes"),
                (
                    "highlight underline strikeout squiggly area edit-comment edit-tags "
                    "| note section-note outline bookmark | link pin copy-link portal portal-next "
                    "| add-section status editions | history trash | legend"
                ),
            ),
            (self.tr("&Help"), "guide | activity about"),
        )
        inner = {
            "citation": (self.tr("C&itation style"), CITATIONS),
            "moving": (self.tr("Let the paper mo&ve"), _MOVING),
        }
        for title, entries in menus:
            menu = bar.addMenu(title)
            menu.aboutToShow.connect(partial(_let_scroll, menu))
            for entry in entries.split():
                if entry == "recent":
                    menu.addMenu(recent)
                elif entry in inner:
                    words, names = inner[entry]
                    menu.addMenu(words).addActions([self._actions[name] for name in names])
                elif entry == "status":
                    menu.addMenu(self._status_menu(menu))
                elif entry == "|":
                    menu.addSeparator()
                else:
                    menu.addAction(self._actions[entry])


def _let_scroll(menu: QMenu) -> None:
    """Where the screen is too low for it. Fusion puts what is left in a second column, off the screen in large text.

    Only a style sheet can ask for it, and that costs time: not before the menu is first shown.
    """
    if not menu.styleSheet():
        menu.setStyleSheet("QMenu { menu-scrollable: 1; }")


def _give_keys(action: QAction, keys: Sequence[QKeySequence]) -> None:
    action.setShortcuts(keys)
    plain = action.text().replace("&", "").rstrip("…")
    shown = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
    action.setToolTip(f"{plain} ({shown})" if shown else plain)


def status_name(status: Status) -> str:
    """Of the command that gives the lesson being read this status."""
    return f"status-{status.name.lower().replace('_', '-')}"


def _colour_names() -> list[str]:
    return [f"highlight-{colour.name}" for colour in COLOURS]


def _sequences(key: QKeySequence.StandardKey | str) -> list[QKeySequence]:
    """A standard key without those of special keyboards, "Open" or "Copy", which read like words beside "Ctrl+O"."""
    if isinstance(key, str):
        return [QKeySequence(key)]
    return [one for one in QKeySequence.keyBindings(key) if "+" in one.toString()]
