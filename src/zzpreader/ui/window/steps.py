"""To a page that is typed, through the sections and lessons; and the status of the one that is being read."""

from typing import NamedTuple

from PySide6.QtCore import QObject
from shiboken6 import isValid

from zzpreader.model.displayed import shortened
from zzpreader.model.pages import Place
from zzpreader.model.records import Status
from zzpreader.model.sections import in_reading_order
from zzpreader.session.session import Session
from zzpreader.ui.lessons.words import status_words
from zzpreader.ui.notice import Notice
from zzpreader.ui.view.page_view import PageView


class _Typed(NamedTuple):
    """A page asked for before the printed numbers were known. Args: guess: where that led, None for nowhere."""

    view: PageView
    words: str
    guess: Place | None


class Steps(QObject):
    """Each starts where a view is being read."""

    def __init__(self, session: Session, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._notice = session, notice
        self._typed: _Typed | None = None
        session.pages.changed.connect(self._follow_numbers)

    def to_page(self, view: PageView, typed: str) -> bool:
        """To the page with that printed label or number; whether there is one.

        Before it is known what is printed, 27 is the 27th page. Where another one turns out to bear that number, that
        is shown as soon as it is known, if the reader is still where this led.
        """
        pages = self._session.pages
        place = pages.labels.find(typed)
        self._typed = None
        if not pages.is_numbered:
            self._session.sections.hurry()
            self._typed = _Typed(view, typed, place)
        elif place is None:
            self._say_no_page(typed)
        if place:
            view.go_to(place)
        return place is not None

    def _follow_numbers(self) -> None:
        pages, typed = self._session.pages, self._typed
        if typed is None or not pages.is_numbered:
            return
        self._typed = None
        place, guess = pages.labels.find(typed.words), typed.guess
        if not isValid(typed.view) or (guess and not _is_at(typed.view, guess)):
            return
        if place and place != guess:
            typed.view.go_to(place, history=guess is None)
        elif place is None and guess is None:
            self._say_no_page(typed.words)

    def _say_no_page(self, typed: str) -> None:
        self._notice.say(self.tr("There is no page “%1” here.").replace("%1", typed.strip()))

    def to_section(self, view: PageView, step: int) -> None:
        """To the start of the next section, or of the previous one."""
        sections = self._session.sections.tree.sections
        here = self._session.sections.at(view.eye())
        index = sections.index(here) + step if here else (0 if step > 0 else -1)
        if 0 <= index < len(sections):
            view.go_to(sections[index].place)

    def to_lesson(self, view: PageView, step: int) -> None:
        """To the start of the next lesson, or of the previous one."""
        here = in_reading_order(view.eye())
        places = [lesson.place for lesson in self._session.sections.tree.lessons if lesson.confidence > 0]
        ahead = [place for place in places if in_reading_order(place) > here]
        behind = [place for place in places if in_reading_order(place) <= here]
        if step > 0 and ahead:
            view.go_to(min(ahead, key=in_reading_order))
        elif step < 0 and len(behind) > 1:
            # The last of them is the lesson that is being read.
            view.go_to(sorted(behind, key=in_reading_order)[-2])
        else:
            self._notice.say(self._no_more(step) if places else self.tr("There are no lessons in this publication."))

    def set_status(self, view: PageView, status: Status) -> None:
        """Of the lesson, or else the section, that is being read."""
        if lesson := self._session.sections.lesson_at(view.eye()):
            self._session.standings.set_status([lesson.id], status)
            words = self.tr("“%1”: %2").replace("%2", status_words(status)).replace("%1", shortened(lesson.title, 80))
            self._notice.say(words, until=self._session.marks.edited)
        else:
            self._notice.say(self.tr("No section starts before this place."))

    def _no_more(self, step: int) -> str:
        return self.tr("This is the last lesson.") if step > 0 else self.tr("This is the first lesson.")


def _is_at(view: PageView, place: Place) -> bool:
    """Whether the reader is still where a jump to that place led."""
    here = view.place()
    return (here.page, here.y) == (place.page, place.y)
