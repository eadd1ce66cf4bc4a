"""Margins left out, and put back."""

from PySide6.QtCore import QCoreApplication
from shiboken6 import isValid

from zzpreader.model.pages import Trim
from zzpreader.session.session import Session
from zzpreader.ui.notice import Notice
from zzpreader.ui.view.page_view import PageView

_MANY_PAGES = 100


def set_trimmed(session: Session, view: PageView, notice: Notice, *, on: bool) -> None:
    """At once, or, for a publication whose pages have to be looked at first, when that is done."""
    if not on:
        view.set_trim(None)
        return

    def take(trim: Trim) -> None:
        if is_long:
            notice.hide()
        view.set_trim(trim if trim.boxes else None)
        if not trim.boxes:
            notice.say(QCoreApplication.translate("Trimming", "These pages have no margins that could be left out."))

    is_long = not session.margins.is_known and session.pages.count > _MANY_PAGES
    if is_long:
        notice.say(QCoreApplication.translate("Trimming", "Looking where the pages are printed…"), stays=True)
    session.margins.measure(take, lambda: not isValid(view))
