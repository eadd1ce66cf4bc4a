"""Links as a reader makes and follows them, and the passage beside the lesson."""

from pathlib import Path

import pytest
from pdf_files import text_pdf, write
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QMessageBox, QPushButton
from shiboken6 import isValid
from stand_in import make_stand_in

from zzpreader.model.addresses import Address, Part
from zzpreader.model.annotation import Highlight
from zzpreader.model.pages import Place
from zzpreader.model.records import Relation
from zzpreader.model.sections import Kind
from zzpreader.ui.links.dialog import LinkDialog
from zzpreader.ui.links.lines import LinkLines
from zzpreader.ui.notes.menu import CardMenu
from zzpreader.ui.view.page_view import Spot


@pytest.fixture
def tab(desk, tmp_path: Path):
    tab = desk.open(make_stand_in(tmp_path / "stand-in.pdf"))
    desk.wait(lambda: tab.session.marks.writable and tab.session.texts.get(0))
    return tab


def lesson(tab, words: str):
    return next(one for one in tab.session.sections.tree if words in one.title)


def mark(desk, tab, page: int = 5, start: int = 0) -> str:
    tab.session.texts.collect([page], lambda _: None)
    desk.wait(lambda: tab.session.texts.get(page))
    before = {one.id for one in tab.session.marks.notebook}
    tab.view.select(page, start, start + 40)
    tab.noting.mark(Highlight.SOLID, "yellow")
    desk.wait(lambda: len(tab.session.marks.notebook) > len(before))
    return next(one.id for one in tab.session.marks.notebook if one.id not in before)


def answer(tab, typed: str) -> None:
    dialog = tab.findChild(LinkDialog)
    assert dialog
    line = dialog.findChild(QLineEdit)
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)


def lines(tab) -> list[str]:
    rows = tab.notes.findChild(LinkLines)
    return [row.accessibleName() for row in rows.widget().findChildren(QPushButton)]


def pin(tab, annotation_id: str, section_id: str) -> None:
    linking = tab.session.linking
    linking.add(linking.to_note(annotation_id), linking.to_section(section_id), Relation.EVIDENCE)


def pinned_to(tab) -> str:
    """Which lesson is proposed for what is selected; it is taken."""
    tab.pin()
    proposed = tab.findChild(LinkDialog).target
    answer(tab, "")
    return proposed.title


def test_a_passage_is_proposed_as_evidence_of_the_lesson_being_read_else_of_the_one_before(desk, tab):
    tab.view.choose(mark(desk, tab))
    lessons = [one for one in tab.session.sections.tree if one.kind is Kind.LESSON]
    tab.view.go_to(lessons[3].place)
    read = tab.session.sections.lesson_at(tab.view.eye())
    assert read in lessons[1:]
    assert pinned_to(tab) == read.title
    desk.wait(lambda: tab.findChild(LinkDialog) is None)
    tab.view.go_to(Place(0, 0.0))
    assert tab.session.sections.lesson_at(tab.view.eye()) not in lessons
    assert pinned_to(tab) == read.title


def test_a_chosen_mark_is_linked_to_a_lesson_by_keys_alone_and_shown_there(desk, tab):
    made = mark(desk, tab)
    tab.view.choose(made)
    tab.window().commands["link"].trigger()
    answer(tab, "harde cijfers")
    (link,) = tab.session.marks.notebook.links
    found = lesson(tab, "Harde cijfers")
    assert (link.end, link.relation) == (tab.session.linking.to_section(found.id), Relation.RELATED)
    tab.view.go_to(found.place)
    desk.wait(lambda: len(lines(tab)) == 1)
    assert lines(tab)[0].startswith("is related to “")


def test_selected_text_becomes_a_mark_only_if_the_link_is_made(desk, tab):
    tab.session.texts.collect([5], lambda _: None)
    desk.wait(lambda: tab.session.texts.get(5))
    tab.view.select(5, 0, 40)
    tab.window().commands["pin"].trigger()
    desk.wait(lambda: tab.findChild(LinkDialog))
    assert len(tab.session.marks.notebook) == 0
    answer(tab, "de wijk alleen")
    (link,) = tab.session.marks.notebook.links
    (made,) = tab.session.marks.notebook
    assert (link.start, link.relation) == (tab.session.linking.to_note(made.id), Relation.EVIDENCE)
    assert tab.view.chosen == made.id  # so that one key leads on to what rests on it
    assert tab.notes.current_annotation() == made  # its card is shown, also where another section is read
    tab.portal.flip()
    assert tab.portal.portal
    tab.portal.close()
    tab.undo()
    assert not tab.session.marks.notebook.records


def test_a_link_is_gone_along_by_one_click_and_back_by_the_history(desk, tab):
    made, found = mark(desk, tab), lesson(tab, "Harde cijfers")
    pin(tab, made, found.id)
    tab.view.go_to(found.place)
    page = tab.view.current_page
    desk.wait(lambda: lines(tab))
    tab.notes.findChild(LinkLines).widget().findChild(QPushButton).click()
    assert tab.view.current_page == 5
    assert tab.view.chosen == made
    tab.view.back()
    assert tab.view.current_page == page


def test_how_two_are_related_can_be_changed_at_either_end_and_undone(desk, tab):
    made, found = mark(desk, tab), lesson(tab, "Harde cijfers")
    pin(tab, made, found.id)
    linking = tab.session.linking
    (tie,) = linking.at(linking.to_note(made))
    card = CardMenu([tab.session.marks.notebook.get(made)], tab.session.marks, linking, {}, tab, ties=[tie])
    next(one for one in card.findChildren(QAction) if one.text() == "contradicts").trigger()
    (link,) = tab.session.marks.notebook.links
    assert link.relation is Relation.CONTRADICTS
    tab.view.go_to(found.place)
    desk.wait(lambda: len(lines(tab)) == 1)
    assert lines(tab)[0].startswith("is contradicted by")
    offered = tab.notes.findChild(LinkLines).widget().findChild(QMenu).actions()
    assert [one.text() for one in offered if one.isChecked()] == ["is contradicted by"]
    next(one for one in offered if one.text() == "is supported by").trigger()
    assert next(iter(tab.session.marks.notebook.links)).relation is Relation.SUPPORTS
    tab.undo()
    assert next(iter(tab.session.marks.notebook.links)).relation is Relation.CONTRADICTS


def test_a_copied_link_leads_to_where_it_was_copied(desk, tab):
    found = lesson(tab, "Harde cijfers")
    tab.lessons.link_copy_wanted.emit(found.id)
    copied = QGuiApplication.clipboard().text()
    address = tab.session.linking.to_section(found.id)
    assert copied == f"[{found.title}]({address})"
    tab.notes.link_pressed.emit(address)
    assert tab.session.sections.at(tab.view.eye()).id == found.id
    menu = tab.noting.menu_at(Spot(Place(5, 10.0), 10.0))
    next(action for action in menu.actions() if "page" in action.text()).trigger()
    assert "/page/" in QGuiApplication.clipboard().text()


def test_what_is_no_address_of_ours_is_never_opened_without_a_question(tab, monkeypatch):
    asked, refused = [], []
    monkeypatch.setattr(QMessageBox, "exec", lambda self: asked.append(self.informativeText()) or 0)
    tab.links.refused.connect(refused.append)
    for address in ("https://example.org/", "file:///etc/passwd", "javascript:1", "zzp:nonsense"):
        tab.notes.link_pressed.emit(address)
    assert asked == ["https://example.org/"]
    assert refused == ["file:///etc/passwd", "javascript:1"]


def test_a_link_to_another_publication_opens_its_file_at_the_place(desk, tab, tmp_path):
    window, other_file = tab.window(), write(tmp_path, text_pdf("Een.", "Twee.", "Drie."), "other.pdf")
    window.files_dropped.emit([other_file])
    other = window.current
    desk.wait(lambda: other.is_settled and other.session.publication)
    id_ = other.session.publication.id
    assert id_ in tab.session.linking.titles
    window.close_tab(other)
    tab.notes.link_pressed.emit(str(Address(id_, Part.PAGE, "3")))
    desk.wait(lambda: window.current is not tab and window.current.file == other_file)
    desk.wait(lambda: window.current.view.current_page == 2)


def test_the_way_back_leads_across_publications_also_when_the_first_was_closed_since(desk, tab, tmp_path):
    window, other_file = tab.window(), write(tmp_path, text_pdf("Een.", "Twee.", "Drie."), "other.pdf")
    window.files_dropped.emit([other_file])
    other = window.current
    desk.wait(lambda: other.is_settled and other.session.publication)
    here = tab.file
    tab.notes.link_pressed.emit(str(Address(other.session.publication.id, Part.PAGE, "3")))
    desk.wait(lambda: other.view.current_page == 2)
    window.commands["back"].trigger()
    assert window.current is tab
    window.commands["forward"].trigger()
    assert window.current is other
    assert other.view.current_page == 2
    window.close_tab(tab)
    window.commands["back"].trigger()
    desk.wait(lambda: window.current.file == here and window.current.is_settled)
    desk.wait(window.commands["forward"].isEnabled)
    window.current.view.forward()
    assert window.current is other
    window.commands["back"].trigger()
    assert window.current.file == here


def test_a_link_to_a_publication_whose_file_is_gone_says_so(desk, tab, tmp_path):
    window, other_file = tab.window(), write(tmp_path, text_pdf("Een."), "other.pdf")
    window.files_dropped.emit([other_file])
    other = window.current
    desk.wait(lambda: other.is_settled and other.session.publication)
    id_ = other.session.publication.id
    window.close_tab(other)
    other_file.unlink()
    tab.notes.link_pressed.emit(str(Address(id_)))
    desk.wait(tab.notice.isVisible)
    assert window.tabs.count() == 1


def test_a_publication_may_be_closed_while_the_file_at_the_other_end_of_its_link_is_looked_for(desk, tab):
    window = tab.window()
    with desk.slow_disk():
        tab.notes.link_pressed.emit(str(Address("urn:uuid:8c0c7f1e-3f5a-4a0e-9d5e-1b2f6c7d8e9f")))
        window.close_tab(tab)
        desk.wait(lambda: not isValid(tab))
    assert window.current is None


def test_one_key_shows_the_evidence_beside_the_lesson_and_flips_between_them(desk, tab):
    first, second = mark(desk, tab), mark(desk, tab, 7)
    found = lesson(tab, "Harde cijfers")
    pin(tab, first, found.id)
    pin(tab, second, found.id)
    tab.view.choose(None)
    tab.view.go_to(found.place)
    here = tab.view.current_page
    commands = tab.window().commands
    commands["portal"].trigger()
    portal = tab.portal.portal
    assert portal
    desk.wait(lambda: portal.view.current_page == 5 and portal.view.is_drawn and tab.view.is_drawn)
    assert tab.view.current_page == here
    commands["portal-next"].trigger()
    desk.wait(lambda: portal.view.current_page == 7)
    tab.window().activateWindow()
    commands["portal"].trigger()
    desk.wait(lambda: tab.window().focusWidget() is portal.view)
    commands["portal"].trigger()
    desk.wait(lambda: tab.window().focusWidget() is tab.view)
    QTest.keyClick(portal.view, Qt.Key.Key_Escape)
    assert tab.portal.portal is None
    desk.wait(lambda: tab.view.is_drawn)


def test_commands_act_on_the_view_in_which_one_reads(desk, tab):
    made, found = mark(desk, tab), lesson(tab, "Harde cijfers")
    pin(tab, made, found.id)
    tab.view.choose(None)
    tab.view.go_to(found.place)
    window = tab.window()
    window.activateWindow()
    tab.portal.flip()
    second = tab.portal.portal.view
    desk.wait(lambda: second.current_page == 5 and second.is_drawn)
    tab.portal.flip()
    desk.wait(lambda: tab.side.view is second)
    zoom, first_zoom = second.zoom, tab.view.zoom
    window.commands["zoom-in"].trigger()
    assert (second.zoom > zoom, tab.view.zoom) == (True, first_zoom)
    second.select(5, 60, 100)
    QTest.keyClick(second, Qt.Key.Key_H)
    desk.wait(lambda: len(tab.session.marks.notebook) == 2)
    second.select(5, 120, 160)
    window.commands["pin"].trigger()
    desk.wait(lambda: tab.findChild(LinkDialog))
    answer(tab, "de wijk alleen")
    assert len(tab.session.marks.notebook.links) == 2
    second.select(5, 200, 230)
    window.commands["add-section"].trigger()
    (added,) = (record for record in tab.session.marks.notebook.section_records if record.is_added)
    assert added.section.place.page == 5
    menu = QMenu()
    tab.side.noting.menu_opening.emit(menu, Spot(Place(5, 100.0), 100.0))
    assert "Page numbers…" in [action.text() for action in menu.actions()]
    window.commands["next-page"].trigger()
    assert second.current_page == 6
    tab.portal.close()
    assert tab.side.view is tab.view
    desk.wait(lambda: tab.view.is_drawn)


def test_without_evidence_the_second_view_goes_anywhere_and_the_lists_lead_the_one_in_use(desk, tab):
    window = tab.window()
    window.activateWindow()
    tab.view.go_to(Place(3, 0.0))
    window.commands["portal"].trigger()
    second = tab.portal.portal.view
    desk.wait(lambda: second.is_drawn and tab.side.view is second)
    assert (second.current_page, tab.view.current_page) == (3, 3)
    found = lesson(tab, "Harde cijfers")
    tab.contents.go_to.emit(found.place)
    assert (second.current_page, tab.view.current_page) == (found.place.page, 3)
    desk.wait(lambda: found.title in second.accessibleName())
    window.commands["portal"].trigger()
    desk.wait(lambda: tab.side.view is tab.view)
    tab.contents.go_to.emit(Place(5, 0.0))
    assert (second.current_page, tab.view.current_page) == (found.place.page, 5)
    QTest.keyClick(second, Qt.Key.Key_Escape)
    assert tab.portal.portal is None
    desk.wait(lambda: tab.view.is_drawn)


def test_a_second_view_that_shows_another_place_turns_to_the_evidence_of_the_lesson_being_read(desk, tab):
    made, found = mark(desk, tab), lesson(tab, "Harde cijfers")
    tab.view.choose(None)
    tab.view.go_to(found.place)
    tab.portal.flip()
    second = tab.portal.portal.view
    assert second.current_page == found.place.page
    pin(tab, made, found.id)
    assert second.current_page == found.place.page
    tab.window().commands["portal-next"].trigger()
    desk.wait(lambda: second.current_page == 5)
    tab.contents.go_to.emit(Place(0, 0.0))  # evidence stays where it is
    assert (second.current_page, tab.view.current_page) == (5, 0)
    tab.portal.close()
    desk.wait(lambda: tab.view.is_drawn)


def test_the_second_view_closes_with_the_last_evidence(desk, tab):
    made, found = mark(desk, tab), lesson(tab, "Harde cijfers")
    pin(tab, made, found.id)
    tab.view.choose(None)
    tab.view.go_to(found.place)
    tab.portal.flip()
    assert tab.portal.portal
    tab.session.marks.delete([made])
    assert tab.portal.portal is None


def test_the_keys_of_links_are_no_other_commands_keys(tab):
    commands = tab.window().commands
    used = [key.toString() for name in commands.names() for key in commands[name].shortcuts()]
    for key in ("Ctrl+K", "Ctrl+Shift+B", "Ctrl+Alt+K", "F4", "Shift+F4"):
        assert used.count(QKeySequence(key).toString()) == 1
