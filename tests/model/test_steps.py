"""A caret that goes through a page of two columns, and through a table."""

from hypothesis import given
from hypothesis import strategies as st
from text_pages import COLUMNS, HEIGHT, at, page

from zzpreader.model.selection import Unit
from zzpreader.model.steps import caret_box, edge_line, line_edge, line_step, place_across, step
from zzpreader.model.text import EMPTY, PageText

TABLE = page((0, ["naam", "Jansen"]), (200, ["plaats", "Deventer"]))
LAST = len(COLUMNS.text.rstrip("\n"))


def test_from_the_end_of_a_line_a_step_goes_to_the_start_of_the_next():
    end_of_line = at("te helpt") - 1
    assert step(COLUMNS, end_of_line, Unit.CHARACTER, forward=True) == end_of_line + 1
    assert step(COLUMNS, 0, Unit.CHARACTER, forward=False) is None


def test_words_are_stepped_to_their_ends_and_starts():
    assert step(COLUMNS, 0, Unit.WORD, forward=True) == 2
    assert step(COLUMNS, at("Zij"), Unit.WORD, forward=False) == at("helpt")
    assert step(COLUMNS, len(COLUMNS.text), Unit.WORD, forward=True) is None


def test_sentences_and_paragraphs_are_stepped_to_their_starts_and_the_last_to_its_end():
    assert step(COLUMNS, 0, Unit.SENTENCE, forward=True) == at("Zij")
    assert step(COLUMNS, at("luistert"), Unit.SENTENCE, forward=False) == at("Zij")
    assert step(COLUMNS, 0, Unit.PARAGRAPH, forward=True) == at("Zzp’ers")
    assert step(COLUMNS, at("Zzp’ers"), Unit.PARAGRAPH, forward=True) == LAST
    assert step(COLUMNS, LAST, Unit.PARAGRAPH, forward=True) is None


def test_a_line_further_keeps_to_the_column_of_the_letter():
    assert line_step(COLUMNS, at("gemeen"), down=True) == at("te helpt") + 3
    assert line_step(COLUMNS, 0, down=False) is None


def test_a_short_line_does_not_make_the_caret_forget_where_it_was():
    text = page((0, ["lange regel", "kort", "lange regel"]))
    across = place_across(text, 9)
    short = line_step(text, 9, down=True, across=across)
    assert short == text.lines[1].end
    assert line_step(text, short, down=True, across=across) == text.lines[2].start + 9


def test_below_the_last_line_of_a_column_stands_the_first_of_the_next():
    assert line_step(COLUMNS, at("luistert"), down=True) == at("Zzp’ers")


def moved_to_top(text, *numbers: int):
    """The same page, where these lines stand at its top though they were written last."""
    boxes = memoryview(bytearray(text.boxes)).cast("f")
    for number in numbers:
        line = text.lines[number]
        for n in range(line.start, line.end + 1):
            boxes[4 * n + 1], boxes[4 * n + 3] = -3 * HEIGHT, -2 * HEIGHT
    return PageText(text.text, boxes.tobytes(), text.lines)


def test_a_running_head_that_was_written_last_stands_above_the_text_all_the_same():
    text = moved_to_top(page((0, ["Eerste regel", "tweede"]), (0, ["Kop"]), (150, ["11"])), 2, 3)
    head, number = (text.lines[n].start for n in (2, 3))
    assert line_step(text, head, down=True) == 0
    assert line_step(text, number, down=True, across=0.0) == 0
    assert line_step(text, 0, down=False) == head
    assert line_step(text, text.lines[1].start, down=True) is None
    assert edge_line(text, 0.0, first=True) == head
    assert edge_line(text, 0.0, first=False) == text.lines[1].start


def test_a_foot_that_was_written_first_stands_below_the_text():
    text = page((0, ["12", "Eerste regel", "tweede"]))
    boxes = memoryview(bytearray(text.boxes)).cast("f")
    for n in range(3):
        boxes[4 * n + 1], boxes[4 * n + 3] = 9 * HEIGHT, 10 * HEIGHT
    text = PageText(text.text, boxes.tobytes(), text.lines)
    assert line_step(text, text.lines[2].start, down=True) == 0
    assert line_step(text, 0, down=True) is None
    assert edge_line(text, 0.0, first=True) == text.lines[1].start


def test_home_and_end_stay_on_the_line():
    assert line_edge(COLUMNS, at("helpt"), end=False) == at("te helpt")
    assert line_edge(COLUMNS, at("te helpt"), end=True) == at("luistert") - 1


def test_a_page_without_text_has_no_caret():
    assert caret_box(EMPTY, 0) is None
    assert line_step(EMPTY, 0, down=True) is None
    assert edge_line(EMPTY, 10.0, first=True) is None


def test_a_page_is_entered_at_its_first_line_and_from_behind_at_its_last():
    assert edge_line(COLUMNS, 21.0, first=True) == 2
    assert edge_line(COLUMNS, 200.0, first=False) == at("lezen")


def test_the_caret_stands_before_its_letter_and_at_the_end_behind_the_last():
    first, last = caret_box(COLUMNS, 0), caret_box(COLUMNS, LAST)
    assert first
    assert last
    assert (first.left, first.width, first.height) == (0, 0, HEIGHT)
    assert last.left == COLUMNS.box(LAST - 1).right


@given(st.integers(0, LAST), st.sampled_from(list(Unit)), st.booleans())
def test_every_step_moves_on_and_stays_on_the_page(offset: int, unit: Unit, forward: bool):
    goal = step(COLUMNS, offset, unit, forward=forward)
    if goal is not None:
        assert 0 <= goal <= LAST
        assert goal > offset if forward else goal < offset


@given(st.integers(0, LAST), st.sampled_from(list(Unit)))
def test_steps_come_to_the_end(offset: int, unit: Unit):
    for _ in range(len(COLUMNS.text) + 1):
        following = step(COLUMNS, offset, unit, forward=True)
        if following is None:
            break
        offset = following
    assert step(COLUMNS, offset, unit, forward=True) is None


@given(st.integers(0, LAST), st.booleans())
def test_a_line_step_goes_to_another_line(offset: int, down: bool):
    goal = line_step(COLUMNS, offset, down=down)
    if goal is not None:
        assert any(line.start <= goal <= line.end and not line.start <= offset <= line.end for line in COLUMNS.lines)
