"""Previews of where links and references lead, over a real publication."""

from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import QPointF, Qt

from zzpreader.model.geometry import Point
from zzpreader.session.pictures import Paper
from zzpreader.ui.preview.desk import PreviewDesk
from zzpreader.ui.preview.pages import PagesGround
from zzpreader.ui.reflow.referring import ColumnGround
from zzpreader.ui.view.page_view import PageView


def write_pdf(path: Path) -> Path:
    with pymupdf.open() as document:
        for number in range(1, 31):
            page = document.new_page(width=595, height=842)
            page.insert_text((72, 100), f"Pagina {number}.", fontsize=12)
            if number == 1:
                page.insert_text((72, 140), "Dat toont figuur 2.1 en ook tabel 9.", fontsize=12)
                page.insert_text((72, 180), "Hier staat een verwijzing.", fontsize=12)
            if number == 20:
                page.insert_text((72, 600), "Figuur 2.1 Groei van het aantal zelfstandigen", fontsize=10)
        box, goal = pymupdf.Rect(72, 165, 250, 185), pymupdf.Point(0, 300)
        document[0].insert_link({"kind": pymupdf.LINK_GOTO, "page": 11, "from": box, "to": goal})
        document.save(path)
    return path


@pytest.fixture
def publication(tmp_path):
    return write_pdf(tmp_path / "publication.pdf")


@pytest.fixture
def view(session, qtbot):
    view = PageView(session)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    with qtbot.waitSignal(session.marks.loaded):
        session.open()
    qtbot.waitUntil(lambda: session.texts.get(0) is not None and bool(session.links.get(0)))
    return view


@pytest.fixture
def ground(session, view):
    return PagesGround(session, view)


@pytest.fixture
def desk(session, ground):
    return PreviewDesk(session, ground, lambda: Paper.LIGHT)


def under(view, x, y):
    spot = view.leaf_seen(0).to_layout(Point(x, y))
    return view.under(QPointF(spot.x, spot.y))


def under_words(view, session, words):
    text = session.texts.get(0)
    at = text.box(text.text.index(words) + 2).centre
    return under(view, at.x, at.y)


def test_a_link_under_a_pointer_at_rest_shows_where_it_leads_and_a_click_goes_there(desk, ground, view, qtbot):
    desk.hover(ground.under(under(view, 100, 175)))
    qtbot.waitUntil(desk.popup.isVisible)
    assert "p. 12" in desk.popup.accessibleName()
    qtbot.mouseClick(desk.popup, Qt.MouseButton.LeftButton)
    assert view.place().page == 11
    assert not desk.popup.isVisible()
    assert view.can_go_back


def test_a_preview_lies_wholly_beside_the_scroll_bar(desk, ground, view, session, qtbot):
    view.resize(360, 700)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    qtbot.waitUntil(lambda: bool(ground.seen()))
    desk.turn(1)
    qtbot.waitUntil(desk.popup.isVisible)
    assert view.viewport().geometry().contains(desk.popup.geometry())


@pytest.mark.parametrize("height", [280, 420])
def test_a_preview_lies_wholly_in_a_view_however_low_that_is(desk, ground, view, height, qtbot):
    view.resize(900, height)
    qtbot.waitUntil(lambda: bool(ground.seen()))
    desk.turn(1)
    qtbot.waitUntil(desk.popup.isVisible)
    assert view.viewport().geometry().contains(desk.popup.geometry())


def test_words_that_name_a_figure_show_its_caption_pages_away(desk, ground, view, session, qtbot):
    desk.hover(ground.under(under_words(view, session, "figuur 2.1")))
    qtbot.waitUntil(desk.popup.isVisible)
    assert "p. 20" in desk.popup.accessibleName()


def test_by_key_each_reference_in_view_is_shown_in_turn_and_esc_closes(desk, view, qtbot):
    view.setFocus()
    desk.turn(1)
    qtbot.waitUntil(desk.popup.isVisible)
    assert "p. 20" in desk.popup.accessibleName()
    qtbot.keyClick(desk.popup, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: "p. 12" in desk.popup.accessibleName())
    qtbot.keyClick(desk.popup, Qt.Key.Key_Escape)
    assert not desk.popup.isVisible()
    assert view.place().page == 0
    assert not view.can_go_back


def test_nothing_is_shown_over_plain_words_or_a_figure_that_is_nowhere(desk, ground, view, session, qtbot):
    desk.hover(ground.under(under(view, 76, 96)))
    assert not desk._rest.isActive()
    desk.hover(ground.under(under_words(view, session, "tabel 9")))
    told = []
    session.references.resolve(desk._origin.refers, 0, told.append, lambda: False)
    qtbot.waitUntil(lambda: told == [None])
    assert not desk.popup.isVisible()


@pytest.fixture
def pane(pane, qtbot):
    with qtbot.waitSignal(pane.column.filling.filled):
        pane.begin()
    qtbot.waitUntil(lambda: any(pane.column.link_at(n) for n in range(pane.browser.document().characterCount())))
    return pane


def test_in_reading_mode_words_and_links_show_where_they_lead_as_on_the_page(session, view, pane, qtbot):
    ground = ColumnGround(session, pane, view)
    desk = PreviewDesk(session, ground, lambda: Paper.LIGHT)
    desk.hover(ground.at(pane.browser.document().find("figuur 2.1").selectionStart() + 2))
    qtbot.waitUntil(desk.popup.isVisible)
    assert "p. 20" in desk.popup.accessibleName()
    desk.close()
    desk.turn(1)
    qtbot.waitUntil(desk.popup.isVisible)
    assert "p. 20" in desk.popup.accessibleName()
    qtbot.waitUntil(lambda: desk.turn(1) or "p. 12" in desk.popup.accessibleName())
    qtbot.mouseClick(desk.popup, Qt.MouseButton.LeftButton)
    assert view.place().page == 11
    assert view.can_go_back
    assert ground.at(None) is None
