"""Commands and tool bar at work on the publication in front."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zzpreader.model.annotation import Highlight
from zzpreader.model.legend import COLOURS
from zzpreader.model.records import Status
from zzpreader.model.settings import Settings
from zzpreader.ui.view.page_view import PageView
from zzpreader.ui.view.pointer import Under
from zzpreader.ui.window.commands import Commands, status_name
from zzpreader.ui.window.tab import ReadingTab
from zzpreader.ui.window.toolbar import ReadingBar

if TYPE_CHECKING:
    from zzpreader.ui.window.aids import Aids
    from zzpreader.ui.window.previewing import Previews


class Reading(QObject):
    """Passes what the reader asks to the tab in front, and shows what that tab says.

    Signals:
        address_shown(str): where the link under the pointer leads; empty for none.
        kept(str): whether the notes of the tab in front are saved.
        progress(str): how much of the lesson there has been read, and how long the rest takes.
    """

    address_shown = Signal(str)
    kept = Signal(str)
    progress = Signal(str)

    def __init__(self, commands: Commands, bar: ReadingBar, parent: QObject) -> None:
        super().__init__(parent)
        self._commands = commands
        self._bar = bar
        self._tab: ReadingTab | None = None
        self._settings = Settings()
        self._connect()

    def apply_settings(self, settings: Settings) -> None:
        self._settings = settings
        for action in self._commands.single_keys():
            action.setEnabled(settings.single_keys and self._tab is not None)

    def adopt(self, tab: ReadingTab) -> None:
        """A new tab: its view answers to single letters, and what it says is shown while it is in front."""
        here = self._while_in_front
        self._watch(tab, tab.view)
        tab.portal.made.connect(partial(self._watch, tab))
        tab.portal.in_use_changed.connect(here(tab, self._show_all))
        tab.reflow.made.connect(partial(self._watch_column, tab))
        tab.reflow.toggled.connect(here(tab, self._show_zoom))
        tab.session.pages.changed.connect(here(tab, self._show_page))
        tab.session.pages.changed.connect(here(tab, self._show_zoom))
        tab.session.marks.undo_changed.connect(here(tab, self._show_undo))
        tab.session.marks.loaded.connect(here(tab, self._show_selection))
        tab.saving.changed.connect(here(tab, self._show_kept))
        tab.following.changed.connect(here(tab, self._show_progress))
        tab.ready.connect(here(tab, self._show_all))

    def _watch(self, tab: ReadingTab, view: PageView) -> None:
        """Of two views of one publication only the one in use is shown, but each answers to the letters."""
        self._give_keys(view)
        here = self._while_in_front
        view.place_changed.connect(here(tab, self._show_page))
        view.zoom_changed.connect(here(tab, self._show_zoom))
        view.selection_changed.connect(here(tab, self._show_selection))
        view.mark_chosen.connect(here(tab, self._show_selection))
        view.caret.toggled.connect(here(tab, self._show_selection))
        view.history_changed.connect(here(tab, self._show_history))
        view.hovered.connect(self.address_shown)
        view.pointer.hovered.connect(partial(self._hover, tab, view))
        if tab.session.marks.is_loaded:
            self._add_ticks(tab, view)
        else:
            tab.session.marks.loaded.connect(partial(self._add_ticks, tab, view))

    def _watch_column(self, tab: ReadingTab, browser: QWidget) -> None:
        self._give_keys(browser)
        pane = tab.reflow.pane
        assert pane

        def hover(position: int | None) -> None:
            self.previews.hover_column(tab, pane, position)

        pane.browser.hovered.connect(hover)

    @cached_property
    def previews(self) -> "Previews":
        """Made when the pointer first comes over a page."""
        from zzpreader.ui.window.previewing import Previews

        return Previews(self)

    def _show_lessons(self, tab: ReadingTab) -> None:
        self._commands["contents"].setChecked(True)
        tab.left.show_lessons()

    def _turn_previews(self, tab: ReadingTab) -> None:
        self.previews.turn(tab)

    def _hover(self, tab: ReadingTab, view: PageView, under: Under | None) -> None:
        if under or "previews" in self.__dict__:
            self.previews.hover(tab, view, under)

    def _add_ticks(self, tab: ReadingTab, view: PageView) -> None:
        """Behind the first page: nothing of it is needed for that."""
        from zzpreader.ui.view.ticks import Ticks

        Ticks(tab.session, view)

    @cached_property
    def aids(self) -> "Aids":
        """What helps the eye; made when it is first wanted."""
        from zzpreader.ui.window.aids import Aids

        aids = Aids(self)
        aids.changed.connect(self._show_aids)
        return aids

    def _show_aids(self) -> None:
        self._commands["autoscroll"].setChecked(self.aids.is_scrolling)
        self._commands["loupe"].setChecked(self.aids.is_magnifying)

    def _give_keys(self, widget: QWidget) -> None:
        """Those that belong to where one reads, not to the window."""
        widget.addActions(self._commands.of_the_page())

    def show_tab(self, tab: ReadingTab | None) -> None:
        self._tab = tab
        self._show_all()

    def highlight(self, color: str | None = None) -> None:
        """Mark the selection in that colour of the legend, or in the one used last."""
        if self._tab:
            self._tab.side.noting.mark(Highlight.SOLID, color or "")

    def _connect(self) -> None:
        tab = self._with_tab
        steps: dict[str, Callable[[ReadingTab], object]] = {
            "undo": lambda tab: tab.undo(),
            "redo": lambda tab: tab.redo(),
            "copy": lambda tab: tab.copy(),
            "copy-source": lambda tab: tab.notes.copy_with_source() or tab.side.copying.copy_with_source(),
            "select-all": lambda tab: tab.select_all(),
            "select-more": lambda tab: tab.side.view.grow_selection(),
            "select-less": lambda tab: tab.side.view.shrink_selection(),
            "caret": lambda tab: tab.side.view.set_caret_mode(self._commands["caret"].isChecked()),
            "find": lambda tab: tab.open_find(),
            "find-next": lambda tab: tab.find_next(1),
            "find-previous": lambda tab: tab.find_next(-1),
            "zoom-in": lambda tab: tab.zoom(1),
            "zoom-out": lambda tab: tab.zoom(-1),
            "reading-mode": lambda tab: tab.reflow.set_on(self._commands["reading-mode"].isChecked()),
            "fit-page": lambda tab: tab.side.view.set_zoom_mode("fit-page"),
            "fit-width": lambda tab: tab.side.view.set_zoom_mode("fit-width"),
            "actual-size": lambda tab: tab.side.view.set_zoom(1.0),
            "facing": lambda tab: tab.side.view.set_facing(self._commands["facing"].isChecked()),
            "halves": lambda tab: tab.side.view.set_halves(self._commands["halves"].isChecked()),
            "forget-progress": lambda tab: tab.following.progress and tab.following.progress.forget(),
            "autoscroll": lambda tab: self.aids.scroll(tab, on=self._commands["autoscroll"].isChecked()),
            "autoscroll-faster": lambda _tab: self.aids.change_speed(1),
            "autoscroll-slower": lambda _tab: self.aids.change_speed(-1),
            "loupe": lambda tab: self.aids.magnify(tab, on=self._commands["loupe"].isChecked()),
            "preview": self._turn_previews,
            "trim": lambda tab: tab.trim(self._commands["trim"].isChecked()),
            "rotate-right": lambda tab: tab.side.view.rotate(90),
            "rotate-left": lambda tab: tab.side.view.rotate(-90),
            "back": lambda tab: tab.side.view.back(),
            "forward": lambda tab: tab.side.view.forward(),
            "go-to-page": lambda _tab: self._bar.page_box.ask(),
            "next-page": lambda tab: tab.side.view.turn_page(1),
            "previous-page": lambda tab: tab.side.view.turn_page(-1),
            "next-section": lambda tab: tab.steps.to_section(tab.side.view, 1),
            "previous-section": lambda tab: tab.steps.to_section(tab.side.view, -1),
            "next-lesson": lambda tab: tab.steps.to_lesson(tab.side.view, 1),
            "previous-lesson": lambda tab: tab.steps.to_lesson(tab.side.view, -1),
            "next-mark": lambda tab: tab.side.noting.go_to_mark(1),
            "previous-mark": lambda tab: tab.side.noting.go_to_mark(-1),
            "editions": lambda tab: tab.editions.open(),
            "lessons": self._show_lessons,
            "next-pane": lambda tab: tab.turn_pane(1),
            "previous-pane": lambda tab: tab.turn_pane(-1),
            "underline": lambda tab: tab.side.noting.mark(Highlight.UNDERLINE),
            "strikeout": lambda tab: tab.side.noting.mark(Highlight.STRIKETHROUGH),
            "squiggly": lambda tab: tab.side.noting.mark(Highlight.SQUIGGLY),
            "area": lambda tab: tab.side.noting.start_area(),
            "edit-comment": lambda tab: tab.side.noting.edit_comment(),
            "edit-tags": lambda tab: tab.side.noting.edit_tags(),
            "tags-key": lambda tab: tab.side.noting.edit_tags(),
            "delete-mark": lambda tab: tab.side.noting.delete(),
            "note": lambda tab: tab.side.noting.add_note(),
            "note-key": lambda tab: tab.side.noting.add_note(),
            "add-section": lambda tab: tab.side.sectioning.add_section(),
            "page-numbers": lambda tab: tab.side.sectioning.ask_numbers(),
            "merge-notes": lambda tab: tab.recovering.choose_notes(),
            "save-copy": lambda tab: tab.saving.save_copy(),
            "read-page": lambda tab: tab.scans.read_page(),
            "read-pages": lambda tab: tab.scans.read_all(),
            "import-notes": lambda tab: tab.importing.choose_file(),
            "import-marks": lambda tab: tab.importing.look_inside(),
            "history": lambda tab: tab.recovering.show_current_history(),
            "trash": lambda tab: tab.recovering.show_trash(),
            "section-note": lambda tab: tab.side.noting.write_section_note(),
            "outline": lambda tab: tab.side.noting.put_headings(),
            "bookmark": lambda tab: tab.side.noting.add_bookmark(),
            "link": lambda tab: tab.link_current(),
            "pin": lambda tab: tab.pin(),
            "copy-link": lambda tab: tab.links.copy_here(tab.side.view),
            "portal": lambda tab: tab.portal.flip(),
            "portal-next": lambda tab: tab.portal.turn(1),
        }
        for name, step in steps.items():
            self._commands[name].triggered.connect(tab(step))
        for status in Status:
            self._commands[status_name(status)].triggered.connect(
                tab(lambda tab, status=status: tab.steps.set_status(tab.side.view, status))
            )
        for name in ("highlight", "highlight-key"):
            self._commands[name].triggered.connect(lambda _checked=False: self.highlight())
        for colour in COLOURS:
            self._commands[f"highlight-{colour.name}"].triggered.connect(
                lambda _checked=False, name=colour.name: self.highlight(name)
            )
        self._bar.page_box.typing.connect(self._page_typing)
        self._bar.page_box.typed.connect(self._page_typed)
        self._bar.page_box.left.connect(self._show_page)
        self._bar.zoom_box.chosen.connect(self._zoom_chosen)

    def _with_tab(self, step: Callable[[ReadingTab], object]) -> Callable[[bool], None]:
        def run(_checked: bool = False) -> None:
            if self._tab:
                step(self._tab)

        return run

    def _while_in_front(self, tab: ReadingTab, show: Callable[[], None]) -> Callable[..., None]:
        def run(*_: object) -> None:
            if tab is self._tab:
                show()

        return run

    def _page_typing(self, words: str) -> None:
        if self._tab and (place := self._tab.session.pages.labels.find(words)):
            self._tab.side.view.foresee(place)

    def _page_typed(self, words: str) -> None:
        if self._tab is None:
            return
        if self._tab.steps.to_page(self._tab.side.view, words):
            self._tab.side.view.setFocus()

    def _zoom_chosen(self, chosen: str) -> None:
        if self._tab is None:
            return
        if chosen.isdecimal():
            self._tab.side.view.set_zoom(int(chosen) / 100)
        else:
            self._tab.side.view.set_zoom_mode(chosen)
        self._tab.side.view.setFocus()

    def _show_all(self) -> None:
        for show in (
            self._show_page,
            self._show_zoom,
            self._show_selection,
            self._show_history,
            self._show_undo,
            self._show_kept,
            self._show_progress,
        ):
            show()
        self.apply_settings(self._settings)

    def _show_page(self) -> None:
        tab = self._tab
        if tab is None or not tab.session.pages.count:
            self._bar.page_box.clear()
            for name in ("previous-page", "next-page"):
                self._commands[name].setEnabled(False)
            return
        pages = tab.session.pages
        view = tab.side.view
        self._bar.page_box.show_page(pages.labels, view.current_page, view.current_half, pages.count)
        self._commands["previous-page"].setEnabled(view.can_turn_page(-1))
        self._commands["next-page"].setEnabled(view.can_turn_page(1))

    def _show_zoom(self) -> None:
        if tab := self._tab:
            mode = tab.side.view.zoom_mode
            self._bar.zoom_box.show_zoom(mode, tab.side.view.zoom)
            self._commands["fit-width"].setChecked(mode == "fit-width")
            self._commands["fit-page"].setChecked(mode == "fit-page")
            self._commands["actual-size"].setChecked(mode == "free" and abs(tab.side.view.zoom - 1) < 1e-3)
            self._commands["facing"].setChecked(tab.side.view.facing)
            self._commands["halves"].setChecked(tab.side.view.halves)
            self._commands["reading-mode"].setChecked(tab.reflow.is_on)
            self._commands["trim"].setChecked(tab.side.view.trim is not None)
            self._commands["halves"].setEnabled(tab.session.pages.labels.has_spreads)

    def _show_selection(self) -> None:
        tab = self._tab
        writable = tab is not None and tab.session.marks.writable
        selected = tab is not None and tab.side.view.has_selection
        self._commands["caret"].setChecked(tab is not None and tab.side.view.caret.is_on)
        for name in ("highlight", "underline", "strikeout"):
            self._commands[name].setEnabled(writable and selected)
        for name in (
            "import-notes",
            "import-marks",
            "merge-notes",
            "note",
            "add-section",
            "page-numbers",
            "section-note",
            "outline",
            "bookmark",
            "link",
            "pin",
        ):
            self._commands[name].setEnabled(writable)

    def _show_history(self) -> None:
        view = self._tab.side.view if self._tab else None
        self._commands["back"].setEnabled(view is not None and view.can_go_back)
        self._commands["forward"].setEnabled(view is not None and view.can_go_forward)

    def _show_undo(self) -> None:
        marks = self._tab.session.marks if self._tab else None
        for name, words, step in (
            ("undo", self.tr("&Undo"), marks.undo_name if marks else None),
            ("redo", self.tr("&Redo"), marks.redo_name if marks else None),
        ):
            self._commands[name].setEnabled(step is not None)
            self._commands[name].setText(f"{words}: {step}" if step else words)

    def _show_progress(self) -> None:
        progress = self._tab.following.progress if self._tab else None
        self._commands["forget-progress"].setEnabled(progress is not None)
        self.progress.emit(progress.told if progress else "")

    def _show_kept(self) -> None:
        self.kept.emit(self._tab.saving.state if self._tab else "")
