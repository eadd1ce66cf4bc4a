"""Notes laid out for cards."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication, QTextDocument

from zzpreader.ui.notes.rendered import RenderedNote, rendered

TEXT = "# Head\nline one\nline two\n- [ ] to do\n- [x] done\n\nafter"


def note(text: str) -> RenderedNote:
    return rendered(text, 300, QGuiApplication.font())


def test_boxes_are_found_by_where_they_are(qapp):
    shown = note(TEXT)
    found = {shown.box_at(QPointF(x, y)) for x in range(0, 40, 3) for y in range(0, shown.height, 3)}
    assert found == {-1, 0, 1}


def test_a_long_note_is_cut_at_the_end_of_a_line(qapp):
    shown = note("word " * 400)
    assert 0 < shown.height_within(100) <= 100
    assert note("word").height_within(100) == note("word").height


def test_nothing_a_note_names_is_loaded(qapp, tmp_path):
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"not read")
    shown = note(f"![p]({picture.as_uri()}) <img src='{picture.as_uri()}'>")
    found = shown._document.resource(QTextDocument.ResourceType.ImageResource.value, picture.as_uri())
    assert (found.width(), found.height()) == (1, 1)
