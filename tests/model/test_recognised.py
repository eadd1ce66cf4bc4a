"""Recognised words as the text of a page."""

from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.geometry import Rect, Size, rotate_rect
from zzpreader.model.recognised import Recognised, Seen, pack, recognised, text_of, unpack

SIZE = Size(400.0, 600.0)


def seen(text, left, top, right, bottom, *, line=1, paragraph=1):
    return Seen(text, Rect(left, top, right, bottom), 90.0, (1, paragraph), line)


def text(*words, rotation=0, scale=1.0):
    return text_of(recognised(words, SIZE, rotation, scale), SIZE)


def test_words_become_lines_and_paragraphs():
    page = text(
        seen("Een", 50, 100, 80, 112),
        seen("zzp’er", 84, 100, 120, 112),
        seen("werkt.", 50, 116, 90, 128, line=2),
        seen("Thuis.", 50, 160, 90, 172, paragraph=2),
    )
    assert page.text == "Een zzp’er\nwerkt.\nThuis.\n"
    assert page.lines[0].block == page.lines[1].block != page.lines[2].block


def test_every_character_has_its_share_of_the_box_of_its_word():
    page = text(seen("mij", 100, 100, 130, 112))
    m, i, j = (page.box(n) for n in range(3))
    assert m.left == 100
    assert j.right == 130
    assert (m.right, i.right) == (i.left, j.left)
    assert m.width > 2 * i.width


def test_a_pictures_pixels_become_points():
    page = text(seen("woord", 500, 1000, 1000, 1100), scale=2.0)
    assert page.box(0).left == 250
    assert page.line_boxes[0].bottom == 550


def test_a_turned_pages_words_lie_where_they_are_seen():
    upright = Rect(50, 100, 120, 112)
    for rotation in (90, 180, 270):
        shown = rotate_rect(upright, SIZE, rotation)
        page = text(Seen("woord", shown, 90.0, (1,), 1), Seen("nog", shown, 90.0, (1,), 1), rotation=rotation)
        box = page.line_boxes[0]
        assert (round(box.left), round(box.top), round(box.right), round(box.bottom)) == (50, 100, 120, 112)


def test_a_line_that_runs_down_the_page_is_told_by_the_order_of_its_words():
    down = recognised([seen("van", 100, 50, 112, 80), seen("boven", 100, 84, 112, 130)], SIZE, 0, 1.0)
    up = recognised([seen("van", 100, 300, 112, 330), seen("onder", 100, 250, 112, 296)], SIZE, 0, 1.0)
    assert (down.lines[0].turn, up.lines[0].turn) == (90, 270)
    first, last = (text_of(up, SIZE).box(n) for n in (0, 8))
    assert first.top > last.top


def test_columns_are_read_one_after_the_other():
    rows = [
        word
        for n in range(6)
        for word in (
            seen(f"links{n}", 40, 100 + 14 * n, 180, 112 + 14 * n, line=2 * n),
            seen(f"rechts{n}", 220, 100 + 14 * n, 360, 112 + 14 * n, line=2 * n + 1),
        )
    ]
    assert text(*rows).text.split() == [f"links{n}" for n in range(6)] + [f"rechts{n}" for n in range(6)]


def test_a_page_without_words_has_no_text():
    assert text().text == ""
    assert unpack(pack(Recognised())) == Recognised()


def test_what_nobody_packed_is_nothing():
    assert unpack(b"not packed") is None
    assert unpack(pack(Recognised())[:4]) is None


WORDS = st.builds(
    seen,
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=300),
    *[st.floats(-1e9, 1e9) for _ in range(4)],
    line=st.integers(0, 3),
    paragraph=st.integers(0, 3),
)


@given(st.lists(WORDS, max_size=12), st.sampled_from([0, 90, 180, 270]))
def test_whatever_the_other_program_says_is_a_text_on_the_page(words, rotation):
    found = recognised(words, SIZE, rotation, 4.0)
    page = text_of(found, SIZE)
    assert unpack(pack(found)) == found
    assert len(page.lines) == len(found.lines)
    for box in page.line_boxes:
        assert -0.1 <= box.left <= box.right <= SIZE.width + 0.1
        assert -0.1 <= box.top <= box.bottom <= SIZE.height + 0.1
