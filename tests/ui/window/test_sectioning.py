"""Sections and page numbers that are put right from the page."""

import pymupdf
import pytest
from PySide6.QtWidgets import QInputDialog, QMenu

from zzpreader.model.pages import Place
from zzpreader.ui.contents.pane import ContentsPane
from zzpreader.ui.dialogs.labels import LabelsDialog
from zzpreader.ui.notice import Notice
from zzpreader.ui.view.page_view import PageView, Spot
from zzpreader.ui.window.sectioning import Sectioning

HEADING_Y = 296.0
"""Within the line of the heading, whose number stands apart."""


@pytest.fixture
def publication(tmp_path):
    file = tmp_path / "publication.pdf"
    with pymupdf.open() as document:
        for _ in range(4):
            page = document.new_page(width=595, height=842)
            page.insert_text((72, 200), "Words that are no heading.", fontsize=11)
            page.insert_text((72, 300), "c.", fontsize=11)
            page.insert_text((130, 300), "What the app can do", fontsize=11)
        document.save(file)
    return file


@pytest.fixture
def view(session, qtbot):
    view = PageView(session)
    qtbot.addWidget(view)
    view.resize(800, 700)
    view.show()
    with qtbot.waitSignal(session.marks.loaded):
        session.open()
    qtbot.waitUntil(lambda: session.texts.get(0) is not None and session.sections.is_settled)
    return view


@pytest.fixture
def contents(session, qtbot):
    contents = ContentsPane(session.sections, session.marks, session.editing, session.standings)
    qtbot.addWidget(contents)
    return contents


@pytest.fixture
def sectioning(session, view, contents):
    return Sectioning(session, view, contents, Notice(view), view)


def mine(session):
    records = session.marks.notebook.section_records
    return [(one.section.title, one.section.page) for one in records if one.is_added]


def answer(monkeypatch, typed):
    """What is proposed, in a list; the reader types this instead, nothing ("") to leave, None to agree."""
    proposed = []

    def run(dialog):
        proposed.append(dialog.textValue())
        if typed is not None:
            dialog.setTextValue(typed)
        return typed != ""

    monkeypatch.setattr(QInputDialog, "exec", run)
    return proposed


def test_a_selection_becomes_the_title_of_a_section_that_starts_there(session, view, sectioning):
    view.select_all()
    sectioning.add_section()
    ((title, page),) = mine(session)
    assert title.startswith("Words that are no heading.")
    assert page == 0
    assert not view.has_selection


def test_without_a_selection_the_line_there_is_proposed_with_its_number(session, sectioning, monkeypatch):
    proposed = answer(monkeypatch, None)
    sectioning.add_section(Place(0, HEADING_Y))
    assert proposed == ["c. What the app can do"]
    assert mine(session) == [("c. What the app can do", 0)]
    assert session.sections.tree.sections[-1].y < HEADING_Y


def test_a_question_that_is_left_adds_nothing(session, sectioning, monkeypatch):
    answer(monkeypatch, "")
    sectioning.add_section(Place(0, HEADING_Y))
    assert mine(session) == []


def test_the_menu_of_the_page_makes_spreads_from_there_on(session, view, sectioning):
    menu = QMenu(view)
    sectioning.offer(menu, Spot(Place(1, 0.0), 10.0))
    next(one for one in menu.actions() if one.text() == "Two printed pages from here on").trigger()
    assert session.pages.labels.names[1:] == (("2", "3"), ("4", "5"), ("6", "7"))
    assert not session.pages.labels.is_spread(0)


def test_the_dialog_of_page_numbers_opens_with_the_page_and_sets_what_is_printed(session, view, sectioning):
    sectioning.ask_numbers(2)
    dialog = view.findChild(LabelsDialog)
    assert dialog
    dialog.accept()
    (rule,) = session.marks.notebook.label_rules
    assert (rule.first, rule.printed) == (2, "3")
