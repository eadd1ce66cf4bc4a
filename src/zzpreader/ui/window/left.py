"""What stands at the left of the page: contents, lessons, and the results of a search while there are any."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from zzpreader.model.sections import Section
from zzpreader.session.session import Session
from zzpreader.ui.contents.pane import ContentsPane
from zzpreader.ui.find.results import ResultsPane
from zzpreader.ui.lessons.pane import LessonsPane
from zzpreader.ui.tabs import Tabs


class LeftPane(Tabs):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = session.search
        self.contents = ContentsPane(session.sections, session.marks, session.editing, session.standings)
        self.lessons = LessonsPane(session.sections, session.marks, session.standings)
        self.results = ResultsPane(session.search, session.sections)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        for pane, name in (
            (self.contents, self.tr("Contents")),
            (self.lessons, self.tr("Lessons")),
            (self.results, self.tr("Results")),
        ):
            self.setTabToolTip(self.addTab(pane, name), name)
        self._offer_results(offered=False)
        session.search.found.connect(self._show_results)

    def show_section(self, section: Section | None) -> None:
        """It is the one that is being read."""
        self.contents.show_section(section)
        self.lessons.show_section(section)

    def say_shut(self) -> None:
        """The publication cannot be opened."""
        self.contents.say_shut()
        self.lessons.say_shut()

    def show_lessons(self) -> None:
        """With the keyboard in their list."""
        self.show()
        self.setCurrentWidget(self.lessons)
        self.focus_list()

    def focus_list(self) -> None:
        """Of what is shown; the tabs, where that has nothing to stand on."""
        shown = next(pane for pane in (self.contents, self.lessons, self.results) if pane is self.currentWidget())
        if not shown.focus_list():
            self.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def end_search(self) -> None:
        self._offer_results(offered=False)
        self.setCurrentIndex(0)

    def _show_results(self) -> None:
        asked = bool(self._search.hits) or self._search.is_running
        if asked and not self.isTabVisible(self.indexOf(self.results)):
            self._offer_results(offered=True)
            self.setCurrentWidget(self.results)

    def _offer_results(self, *, offered: bool) -> None:
        self.setTabVisible(self.indexOf(self.results), offered)
