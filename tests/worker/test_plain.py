"""The text of a page for searching: the same as the one that is marked, to the letter."""

import pymupdf
import pytest
from pdf_files import finished, text_pdf

from zzpreader.wire import ReadPlain, ReadText
from zzpreader.worker import found_lines
from zzpreader.worker import plain as plain_module


def turned(rotation: int) -> bytes:
    document = pymupdf.open()
    page = document.new_page(width=400, height=600)
    page.insert_text((150, 200), "liggend", fontsize=12)
    page.insert_text((150, 300), "staand en schuin", fontsize=12, rotate=90)
    page.set_rotation(rotation)
    return finished(document)


def in_columns() -> bytes:
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    for n in range(12):
        for left in (50, 320):
            page.insert_text((left, 100 + 14 * n), f"re\ufb01el {n} van de kolom op {left} is vol", fontsize=10)
    return finished(document)


PAGES = {
    "lines": text_pdf("eerste\ntweede regel"),
    "empty": text_pdf(""),
    "columns": in_columns(),
    **{f"turned {rotation}": turned(rotation) for rotation in (0, 90, 180, 270)},
}


@pytest.mark.parametrize("is_fast", [True, False])
@pytest.mark.parametrize("name", PAGES)
def test_it_is_the_text_that_is_marked(opened, name, is_fast, monkeypatch):
    monkeypatch.setattr(found_lines._Way, "is_fast", is_fast)
    ask = opened(PAGES[name])
    whole, (plain,) = ask(ReadText(0)).text, ask(ReadPlain(0, 1)).pages
    assert plain.text == whole.text
    for line, box in zip(whole.lines, whole.line_boxes, strict=True):
        assert plain.place(line.start) == pytest.approx((box.left, box.top), abs=0.02)


def test_what_mupdf_writes_otherwise_than_line_by_line_is_read_the_other_way(opened, monkeypatch):
    ask = opened(text_pdf("eerste\ntweede regel"))
    monkeypatch.setattr(plain_module, "sendable", lambda text: text.replace("\n", " ", 1))
    (plain,) = ask(ReadPlain(0, 1)).pages
    assert plain.text == "eerste\ntweede regel\n"
