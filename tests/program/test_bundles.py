"""The reader's own copy beside the map of its bundle, and bundles that cannot be used."""

import pymupdf
from stand_in import make_stand_in

from zzpreader.ui.notice import Notice


def attached(desk, file):
    program = desk.start()
    program.window.tabs.widget(0).attach.emit(file)
    tab = program.window.current
    desk.wait(lambda: tab.is_settled and tab.session.sections.is_settled)
    return tab


def test_lessons_that_the_bundle_does_not_name_stand_between_those_that_it_names(desk, tmp_path):
    tab = attached(desk, make_stand_in(tmp_path / "eigen.pdf"))
    tree = tab.session.sections.tree
    lessons = tree.within(tree.get("tien-lessen"))[1:]
    assert [one.label for one in lessons] == ["38"] * 4 + ["39"] * 3 + ["40"] * 3
    assert not tab.notice.sentence


def test_what_the_bundle_names_and_the_copy_has_not_is_said(desk, tmp_path):
    other = tmp_path / "ander.pdf"
    with pymupdf.open() as document:
        document.new_page()
        other.write_bytes(document.tobytes())
    tab = attached(desk, other)
    assert tab.notice.sentence.startswith("The bundle’s sections are not in this copy")


def test_a_bundle_that_cannot_be_used_is_named(desk, qtbot):
    (desk.home.bundles / "kapot").mkdir(parents=True)
    notice = desk.start().window.tabs.currentWidget().notice
    assert isinstance(notice, Notice)
    qtbot.waitUntil(lambda: bool(notice.sentence))
    assert notice.sentence == "The bundle in the folder “kapot” cannot be used: The folder kapot has no bundle.toml."
