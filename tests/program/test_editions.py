"""A corrected edition lies at the path where the old one was."""

import os

import pymupdf
import pytest
from pdf_files import text_pdf, write
from PySide6.QtWidgets import QLineEdit, QPushButton

from zzpreader.model.anchoring import Status
from zzpreader.model.annotation import Highlight
from zzpreader.model.pages import Place
from zzpreader.model.selectors import Segment, find_quotes
from zzpreader.store.page_texts import has_texts, kept_texts
from zzpreader.ui.dialogs.password import PasswordDialog
from zzpreader.ui.editions.dialog import EditionsDialog

PAGES = [
    f"Hoofdstuk {n}. In wijk {word} werken {n * 13}\nzelfstandigen die {verb} met de gemeente."
    for n, (word, verb) in enumerate(
        zip(
            ["Noord", "Zuid", "Oost", "West", "Centrum", "Haven", "Park", "Station"],
            ["overleggen", "praten", "onderhandelen", "samenwerken", "netwerken", "ruzien", "afspreken", "wandelen"],
            strict=True,
        ),
        start=1,
    )
]
PAGES[6] = "Leegstaande scholen zijn goede broedplaatsen\nvoor ondernemers zonder personeel."
REVISED = ["Woord vooraf bij de herziene uitgave, door de redactie.", *PAGES[:6], PAGES[7]]


@pytest.fixture
def pdf(tmp_path):
    return write(tmp_path, text_pdf(*PAGES, title="Wijken"))


def mark(desk, tab, page, words):
    desk.wait(lambda: tab.session.marks.writable)
    texts = []
    tab.session.texts.collect([page], texts.extend)
    desk.wait(lambda: texts)
    (start, end), *_ = find_quotes(texts[0], words)
    return tab.session.marks.add_mark(Highlight.SOLID, "yellow", [Segment(page, start, end, texts[0])])


def searched(desk, tab):
    desk.wait(lambda: tab.session.editions.found)
    return {found.id: found for found in tab.session.editions.found}


def test_marks_are_found_again_shown_and_taken_over_and_can_go_back(desk, pdf):
    tab = desk.open(pdf)
    stays = mark(desk, tab, 2, "zelfstandigen die onderhandelen")
    goes = mark(desk, tab, 6, "goede broedplaatsen")
    desk.quit()
    pdf.write_bytes(text_pdf(*REVISED, title="Wijken"))

    tab = desk.open(pdf)
    marks, editions = tab.session.marks, tab.session.editions
    found = searched(desk, tab)
    assert found[stays].status in (Status.MOVED, Status.UNCHANGED)
    assert found[goes].status is Status.GONE
    assert marks.notebook.get(stays).rects[0].page == 2
    assert {one.id for one in editions.elsewhere()} == {stays, goes}

    editions.take([stays, goes])
    assert marks.notebook.get(stays).rects[0].page == 3
    assert marks.notebook.get(goes).quote == "goede broedplaatsen"
    assert [one.id for one in editions.elsewhere()] == [goes]
    marks.undo()
    assert {one.id for one in editions.elsewhere()} == {stays, goes}
    marks.redo()
    desk.quit()

    tab = desk.open(pdf)
    assert tab.session.marks.notebook.get(stays).rects[0].page == 3
    assert not tab.session.editions.is_running
    tab.session.editions.give_back()
    assert tab.session.marks.notebook.get(stays).rects[0].page == 2


def test_marks_of_two_earlier_editions_are_looked_for_one_after_the_other(desk, pdf, tmp_path):
    tab = desk.open(pdf)
    first = mark(desk, tab, 2, "zelfstandigen die onderhandelen")
    desk.quit()
    tab = desk.open(write(tmp_path, text_pdf(*REVISED, title="Wijken"), "tweede.pdf"))
    searched(desk, tab)
    second = mark(desk, tab, 2, "zelfstandigen die praten")
    desk.quit()
    tab = desk.open(write(tmp_path, text_pdf(*REVISED, "Een nawoord bij deze druk.", title="Wijken"), "derde.pdf"))
    editions = tab.session.editions
    desk.wait(lambda: {one.id for one in editions.found} == {first, second})
    assert not editions.is_running
    editions.take([first, second])
    assert not editions.elsewhere()


def test_who_opens_the_old_edition_again_finds_the_marks_where_they_were(desk, pdf, tmp_path):
    tab = desk.open(pdf)
    made = mark(desk, tab, 2, "zelfstandigen die onderhandelen")
    desk.quit()
    newer = write(tmp_path, text_pdf(*REVISED, title="Wijken"), "nieuw.pdf")
    tab = desk.open(newer)
    searched(desk, tab)
    tab.session.editions.take([made])
    assert tab.session.marks.notebook.get(made).rects[0].page == 3
    desk.quit()
    tab = desk.open(pdf)
    desk.wait(lambda: tab.session.marks.notebook.get(made).rects[0].page == 2)
    assert tab.session.marks.undo_name is None
    assert not tab.session.editions.can_give_back
    desk.quit()
    tab = desk.open(newer)
    desk.wait(lambda: tab.session.marks.notebook.get(made).rects[0].page == 3)
    assert tab.session.editions.can_give_back
    tab.session.editions.give_back()
    assert tab.session.marks.notebook.get(made).rects[0].page == 2
    assert not tab.session.marks.notebook.get(made).target.elsewhere


def test_what_a_later_edition_lacks_keeps_its_place_in_the_old_one(desk, pdf, tmp_path):
    tab = desk.open(pdf)
    made = mark(desk, tab, 6, "goede broedplaatsen")
    desk.quit()
    tab = desk.open(write(tmp_path, text_pdf(*REVISED, title="Wijken"), "nieuw.pdf"))
    searched(desk, tab)
    tab.session.editions.take([made])
    desk.quit()
    tab = desk.open(pdf)
    desk.wait(lambda: tab.session.marks.writable)
    assert not tab.session.editions.can_give_back
    tab.session.editions.give_back()
    assert tab.session.marks.notebook.get(made).quote == "goede broedplaatsen"


def test_a_note_that_was_not_taken_over_is_not_drawn_on_a_page_where_it_is_not(desk, pdf):
    tab = desk.open(pdf)
    mark(desk, tab, 2, "zelfstandigen die onderhandelen")
    tab.session.marks.add_note(Place(2, 100.0), text="Hier")
    desk.quit()
    pdf.write_bytes(text_pdf(*REVISED, title="Wijken"))
    tab = desk.open(pdf)
    searched(desk, tab)
    assert tab.view._marked.on(2) == []
    (mark_,) = (one for one in tab.session.marks.notebook if one.quote)
    assert tab.notes.captions.caption(mark_).endswith("p. 3 of another edition")
    tab.notes.go_to_annotation.emit(mark_.id)
    assert tab.findChild(EditionsDialog).isVisible()
    assert len(tab.session.marks.notebook) == 2


def test_the_texts_of_a_file_with_notes_are_kept_for_the_day_on_which_it_is_replaced(desk, pdf):
    tab = desk.open(pdf)
    mark(desk, tab, 2, "zelfstandigen die onderhandelen")
    edition = tab.session.marks.edition
    desk.wait(lambda: has_texts(desk.home, edition))
    texts = kept_texts(desk.home, edition)
    assert len(texts) == len(PAGES)
    assert "onderhandelen" in texts[2].text
    assert texts[2].quads(0, 5)


def test_a_damaged_cache_of_texts_counts_as_none(desk):
    folder = desk.home.cache / "texts"
    folder.mkdir(parents=True)
    (folder / "ab.bin").write_bytes(b"nothing of the kind")
    assert kept_texts(desk.home, "ab") == ()
    (folder / "ab.bin").write_bytes(b"\x91\xc4\x03abc")
    assert kept_texts(desk.home, "ab")[0].text == ""


def test_the_text_of_a_protected_file_is_kept_nowhere(desk, tmp_path):
    locked = tmp_path / "locked.pdf"
    with pymupdf.open(stream=text_pdf(*PAGES)) as document:
        document.save(locked, encryption=5, user_pw="geheim", owner_pw="geheim")
    tab = desk.start(locked).window.current
    desk.wait(lambda: tab.findChildren(PasswordDialog))
    dialog = tab.findChild(PasswordDialog)
    dialog.findChild(QLineEdit).setText("geheim")
    dialog.accept()
    desk.wait(lambda: tab.is_settled)
    mark(desk, tab, 2, "zelfstandigen die onderhandelen")
    desk.wait(lambda: tab.session.marks.is_saved)
    desk.quit()
    assert not list(desk.home.cache.glob("texts/*"))


def test_a_file_that_is_replaced_while_it_is_read_is_told_and_read_anew_with_its_notes(desk, pdf, tmp_path):
    tab = desk.open(pdf)
    id_ = mark(desk, tab, 2, "In wijk Oost werken 39")
    notices = []
    tab.session.watch.replaced.connect(lambda: notices.append(tab.notice.sentence))
    write(tmp_path, text_pdf(*REVISED, title="Wijken"), "nieuw.pdf").replace(pdf)
    desk.wait(lambda: tab.notice.isVisibleTo(tab) and notices)
    button = next(one for one in tab.notice.findChildren(QPushButton) if one.isVisibleTo(tab.notice))
    button.click()
    desk.wait(lambda: desk.running.window.current not in (None, tab))
    new = desk.running.window.current
    desk.wait(lambda: new.session.editions.found)
    assert [one.id for one in new.session.editions.found] == [id_]
    assert new.session.marks.writable
    assert desk.running.window.tabs.count() == 1


def test_a_file_that_is_only_touched_is_not_told_as_another(desk, pdf, qtbot):
    tab = desk.open(pdf)
    watch = tab.session.watch
    desk.wait(lambda: watch._stamp)
    judged = []
    watch._looked.connect(judged.append)
    with qtbot.assertNotEmitted(watch.replaced):
        os.utime(pdf, (0, 0))
        desk.wait(lambda: judged)
