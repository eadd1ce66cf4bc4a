"""A quote to the clipboard, with where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QObject, QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolTip

from zzpreader.model.annotation import Annotation, PdfRectsSelector, Selector
from zzpreader.model.citation import Passage, Source, Style, printed_pages, with_sources
from zzpreader.model.pages import Place
from zzpreader.model.selectors import Segment, quote_of, select
from zzpreader.session.session import Session
from zzpreader.ui.announcing import announce
from zzpreader.ui.view.page_view import PageView

_AWAY_PX, _SHOWN_MS = 12, 2500


class Copying(QObject):
    """
    Attributes:
        style: in which the source is written.
    """

    def __init__(self, session: Session, view: PageView, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._view = session, view
        self.style = Style.APA
        view.source_wanted.connect(self.copy_with_source)

    def copy(self) -> None:
        """The selection, else what the chosen mark quotes, or says where it quotes nothing."""
        chosen = self._session.marks.notebook.get(self._view.chosen or "")
        if self._view.has_selection or chosen is None:
            self._view.copy()
        elif words := chosen.quote or chosen.body.value:
            QGuiApplication.clipboard().setText(words)
            self._say(self.tr("Copied"))

    def copy_with_source(self) -> None:
        """The selection, else the quote of the mark that is chosen, as rich and as plain text."""
        chosen = self._session.marks.notebook.get(self._view.chosen or "")
        if self._view.has_selection:
            self._view.text_selection.collect(self._copy_segments)
        elif chosen and chosen.quote:
            self._copy(chosen.quote, chosen.target.selector)

    def _copy_segments(self, segments: Sequence[Segment]) -> None:
        found = select(segments, self._session.pages.paper)
        self._copy(quote_of(segments), found)

    def copy_notes(self, chosen: Sequence[Annotation]) -> None:
        """What they quote, with its source, and what is said of it; one below the other."""
        from zzpreader.export.prose import parse, plain

        self._put([self._passage(one.quote, one.target.selector, plain(parse(one.body.value))) for one in chosen])

    def _copy(self, quote: str, selectors: Sequence[Selector]) -> None:
        self._put([self._passage(quote, selectors)])

    def _passage(self, quote: str, selectors: Sequence[Selector], comment: str = "") -> Passage:
        rects = [one for one in selectors if isinstance(one, PdfRectsSelector)]
        return Passage(quote, self._source(rects), comment) if rects else Passage("", Source(title=""), comment)

    def _put(self, passages: Sequence[Passage]) -> None:
        if not any(one.quote or one.comment for one in passages):
            return
        cited = with_sources(passages, self.style, self.tr("Source"))
        data = QMimeData()
        data.setText(cited.plain)
        data.setHtml(cited.html)
        QGuiApplication.clipboard().setMimeData(data)
        self._say(self.tr("Copied with its source"))

    def _say(self, words: str) -> None:
        announce(self._view, words)
        corner = self._view.viewport().mapToGlobal(QPoint(_AWAY_PX, _AWAY_PX))
        QToolTip.showText(corner, words, self._view, QRect(), _SHOWN_MS)

    def _source(self, rects: Sequence[PdfRectsSelector]) -> Source:
        """As far as it is known."""
        session, first = self._session, rects[0]
        section = session.sections.at(Place(first.page, min(quad.bounds.top for quad in first.quads), first.half))
        about = session.about
        return Source(
            title=about.title,
            author=", ".join(about.authors),
            publisher=about.publisher,
            year=about.year,
            section=section.title if section else "",
            pages=printed_pages(rects, session.pages.labels),
        )
