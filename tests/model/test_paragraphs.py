"""Lines put together to paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.geometry import Rect
from zzpreader.model.paragraphs import SetLine, paragraphs

LETTER, HEIGHT = 5.0, 10.0


def line(text: str, y: float, left: float = 50.0, *, block: int = 0, height: float = HEIGHT) -> SetLine:
    return SetLine(text, block, Rect(left, y, left + LETTER * len(text), y + height), height)


def put_together(*lines: SetLine) -> list[str]:
    found: dict[int, list[str]] = {}
    for number, one in zip(paragraphs(lines), lines, strict=True):
        found.setdefault(number, []).append(one.text)
    return [" / ".join(texts) for texts in found.values()]


FULL = "een regel die de kolom helemaal vult met tekst"


def test_lines_that_the_extractor_kept_apart_are_one_paragraph():
    assert put_together(line(FULL, 0, block=1), line(FULL, 15, block=2), line("en een staart.", 30, block=3)) == [
        f"{FULL} / {FULL} / en een staart."
    ]


def test_a_wider_gap_begins_another():
    assert put_together(line(FULL, 0), line(FULL, 14), line(FULL, 34), line(FULL, 48)) == [f"{FULL} / {FULL}"] * 2


def test_a_line_with_room_for_the_next_word_was_ended_on_purpose():
    assert put_together(line(FULL, 0), line("zo eindigt het.", 14), line("Nu " + FULL, 28)) == [
        f"{FULL} / zo eindigt het.",
        "Nu " + FULL,
    ]


def test_an_indent_behind_a_sentence_begins_another():
    first = line(FULL[:-1] + ".", 0)
    assert put_together(line(FULL, -14), first, line(FULL[4:], 14, 70.0), line(FULL, 28)) == [
        f"{FULL} / {first.text}",
        f"{FULL[4:]} / {FULL}",
    ]


def test_items_stand_apart_and_hang_under_their_words():
    assert put_together(
        line("• " + FULL, 0), line("gaat verder", 14, 60.0), line("• tweede punt", 28), line("• derde punt", 42)
    ) == [f"• {FULL} / gaat verder", "• tweede punt", "• derde punt"]


def test_another_size_is_another_paragraph():
    assert len(put_together(line("Een kop van twee regels die", 0, height=14.0), line(FULL, 16))) == 2


def test_the_pieces_of_one_row_stay_together_as_the_extractor_had_them():
    assert put_together(line("1.1", 0, 50, block=4), line("Inleiding", 0, 90, block=4), line("7", 0, 400, block=4)) == [
        "1.1 / Inleiding / 7"
    ]


def test_the_next_column_is_another():
    assert len(put_together(line(FULL, 0), line(FULL, 14), line(FULL, 0, 350), line(FULL, 14, 350))) == 2


@given(
    st.lists(
        st.tuples(st.text("ab. •", min_size=1, max_size=12), st.floats(0, 500), st.floats(0, 500), st.floats(0, 40)),
        max_size=15,
    )
)
def test_numbers_begin_at_none_and_rise_by_one_at_most(places: list[tuple[str, float, float, float]]):
    lines = [line(text, y, x, height=height) for text, x, y, height in places]
    numbers = paragraphs(lines)
    assert len(numbers) == len(lines)
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(set(numbers))))
