"""The command for spreads half by half, in the window."""

from pdf_files import text_pdf, write
from stand_in import make_stand_in

from zzpreader.model.pages import Half
from zzpreader.ui.window.toolbar import PageBox


def test_without_spreads_there_is_nothing_to_split(desk, tmp_path):
    window = desk.open(write(tmp_path, text_pdf("Tekst.", "Meer."))).window()
    assert not window.commands["halves"].isEnabled()


def test_spreads_are_read_half_by_half_and_stay_so_until_the_next_time(desk, tmp_path):
    file = make_stand_in(tmp_path / "eigen.pdf")
    tab = desk.open(file)
    window = tab.window()
    command, box = window.commands["halves"], window.findChild(PageBox)
    assert command.isEnabled()
    assert not command.isChecked()
    command.trigger()
    box.typed.emit("49")
    desk.wait(lambda: box._line.text() == "49")
    window.commands["next-page"].trigger()
    desk.wait(lambda: box._line.text() == "50")
    window.commands["previous-page"].trigger()
    desk.wait(lambda: box._line.text() == "49")
    again = desk.open(file)
    assert again.view.halves
    assert (again.view.current_page, again.view.current_half) == (25, Half.RIGHT)
    desk.wait(again.window().commands["halves"].isChecked)


def test_a_page_that_is_typed_before_the_printed_numbers_are_known_is_found_when_they_are(desk, tmp_path):
    tab = desk.open(make_stand_in(tmp_path / "stand-in.pdf"))
    pages, box = tab.session.pages, desk.running.window.findChild(PageBox)
    names, printed = pages._derived, pages.labels.find("38")

    def type_page(words: str) -> None:
        pages._is_derived = False
        pages.use_labels(None)
        pages._derived = None
        pages._announce()
        box.typed.emit(words)

    type_page("38")
    assert tab.view.current_page == 37
    pages.use_derived(names)
    assert tab.view.current_page == printed.page == 20
    tab.view.back()
    assert tab.view.current_page == 0  # one step, not two
    type_page("38")
    tab.view.turn_page(1)
    pages.use_derived(names)
    assert tab.view.current_page == 38  # the reader went on
    type_page("79")
    assert not tab.notice.isVisible()
    pages.use_derived(names)
    assert tab.view.current_page == pages.labels.find("79").page
    type_page("1979")
    pages.use_derived(names)
    assert "1979" in tab.notice.sentence
