"""`--snapshot`: a picture of the window."""

from pdf_files import text_pdf, write

from zzpreader.program.snapshot import Snapshot


def test_the_picture_of_the_window_is_a_png_whatever_its_file_is_called(desk, tmp_path, qtbot):
    tab = desk.open(write(tmp_path, text_pdf("een")))
    snapshot = Snapshot(tab.window(), tmp_path / "window.jpg")
    with qtbot.waitSignal(snapshot.done):
        pass
    assert snapshot.is_saved
    assert (tmp_path / "window.jpg").read_bytes().startswith(b"\x89PNG")


def test_a_picture_never_takes_the_place_of_a_publication(desk, tmp_path, qtbot, capsys):
    file = write(tmp_path, text_pdf("een"))
    before = file.read_bytes()
    snapshot = Snapshot(desk.open(file).window(), file)
    with qtbot.waitSignal(snapshot.done):
        pass
    assert not snapshot.is_saved
    assert file.read_bytes() == before
    assert file.name in capsys.readouterr().err
