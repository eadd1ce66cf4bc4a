from array import array
from collections import Counter
from itertools import count

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from steps import outcome

from zzpreader.model.anchoring import After, Before, Found, Status, reanchor
from zzpreader.model.annotation import (
    Annotation,
    Body,
    Highlight,
    Motivation,
    PdfRectsSelector,
    Target,
    TextPositionSelector,
    new_annotation,
)
from zzpreader.model.geometry import Quad, Rect
from zzpreader.model.letters import letters_of
from zzpreader.model.pages import Labels, Place
from zzpreader.model.sections import Section, SectionTree
from zzpreader.model.selectors import Paper, Segment, select, select_spot
from zzpreader.model.text import Line, PageText

COLUMNS = 64
NO_SECTIONS = SectionTree()

STORY = [
    "De gemeente begon in 2009 met een programma voor zelfstandigen, met huisvesting, diensten en netwerken.",
    "Bijeenkomsten in de wijk kostten weinig en brachten ondernemers met elkaar in gesprek over werk en vakmanschap.",
    "Harde cijfers per buurt en per bedrijfstak hielpen de raad om keuzes te maken die anderen konden volgen.",
    "Een kwart van de ondernemers groeide door en nam in het tweede jaar een eerste medewerker in dienst.",
    "Wie vanuit huis werkt, zoekt soms een plek om klanten te ontvangen; een oud schoolgebouw bleek daarvoor geschikt.",
    "De wijk alleen is vaak te klein om een zelfstandige economisch sterker te maken, zo blijkt uit de gesprekken.",
    "Andere steden namen het voorbeeld over, elk met een eigen accent en met wisselende middelen voor de uitvoering.",
    "Aan het eind van de looptijd droeg de gemeente het netwerk over aan een vereniging van de deelnemers zelf.",
]


def set_page(paragraphs: list[str], columns: int = COLUMNS, size: float = 10.0) -> PageText:
    """Paragraphs in lines of at most so many columns, with words broken by nothing."""
    text, boxes, lines, row = "", array("f"), [], 0
    for block, paragraph in enumerate(paragraphs):
        for line in _lines(paragraph, columns):
            lines.append(Line(len(text), len(text) + len(line), block))
            text += line + "\n"
            for column in range(len(line) + 1):
                left, top = 40 + column * size / 2, 60 + row * 1.4 * size
                boxes.extend((left, top, left + size / 2, top + 1.2 * size))
            row += 1
    return PageText(text, boxes.tobytes(), tuple(lines))


def _lines(paragraph: str, columns: int) -> list[str]:
    lines = [""]
    for word in paragraph.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > columns:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def paper(pages: int) -> Paper:
    return Paper(Labels([(str(n + 1),) for n in range(pages)]), lambda page: 595.0)


def edition(pages: list[list[str]], columns: int = COLUMNS, tree: SectionTree = NO_SECTIONS) -> After:
    return After(tree, [set_page(page, columns) for page in pages], paper(len(pages)))


def mark(on: After, words: str, page: int | None = None) -> Annotation:
    """A highlight on the first place of the words, which may run on over a page."""
    stream = [(n, at) for n, text in enumerate(on.texts) for at in range(len(text.text)) if page in (None, n)]
    letters = "".join(on.texts[n].text[at] if on.texts[n].text[at] != "\n" else " " for n, at in stream)
    first = letters.index(words)
    touched = stream[first : first + len(words)]
    segments = [
        Segment(n, min(at for p, at in touched if p == n), max(at for p, at in touched if p == n) + 1, on.texts[n])
        for n in sorted({n for n, _ in touched})
    ]
    return highlight(on, select(segments, on.paper))


def highlight(on: After, selector) -> Annotation:
    target = Target(source="urn:uuid:a", selector=selector)
    made = new_annotation(Motivation.HIGHLIGHTING, Body(highlight=Highlight.SOLID), target)
    section = on.tree.at(made.place) if made.place else None
    target = Target(source="urn:uuid:a", selector=selector, scope=section.id if section else None)
    return new_annotation(Motivation.HIGHLIGHTING, made.body, target)


def before(made: After, *, is_gone: bool = False) -> Before:
    return Before(made.tree, [] if is_gone else made.texts)


def find(old: After, new: After, *marks: Annotation, is_gone: bool = False) -> list[Found]:
    return list(outcome(reanchor(marks, before(old, is_gone=is_gone), new)))


def words_at(found: Found, new: After) -> str:
    """The words where the new selectors say that the mark lies."""
    at = [one for one in found.selector if isinstance(one, TextPositionSelector)]
    return " ".join(new.texts[one.page].text[one.start : one.end] for one in at).replace("\n", " ")


def rects_of(found: Found) -> list[PdfRectsSelector]:
    return [one for one in found.selector if isinstance(one, PdfRectsSelector)]


OLD = edition([STORY[:4], STORY[4:]])
HARD_FIGURES = "Harde cijfers per buurt en per bedrijfstak hielpen de raad"


@pytest.mark.parametrize("is_gone", [False, True], ids=["with the old texts", "with the quotes alone"])
def test_an_untouched_passage_is_found_on_its_new_page(is_gone):
    new = edition([["Vooraf een nieuwe inleiding van een ander."], STORY[:2], STORY[2:]], columns=40)
    (found,) = find(OLD, new, mark(OLD, HARD_FIGURES), is_gone=is_gone)
    assert (found.status, found.is_sure) == (Status.UNCHANGED, True)
    assert words_at(found, new) == HARD_FIGURES
    assert {one.page for one in found.selector if isinstance(one, PdfRectsSelector)} == {2}
    assert found.new_words == found.old_words == HARD_FIGURES


@pytest.mark.parametrize("is_gone", [False, True], ids=["with the old texts", "with the quotes alone"])
def test_a_deleted_passage_is_gone_and_keeps_its_quote(is_gone):
    new = edition([[*STORY[:2], STORY[3]], STORY[4:]])
    (found,) = find(OLD, new, mark(OLD, HARD_FIGURES), is_gone=is_gone)
    assert (found.status, found.selector, found.is_sure) == (Status.GONE, (), False)
    assert found.old_words == HARD_FIGURES


@pytest.mark.parametrize("is_gone", [False, True], ids=["with the old texts", "with the quotes alone"])
def test_a_reworded_passage_is_listed_with_its_new_words(is_gone):
    changed = STORY[2].replace("Harde cijfers", "Betrouwbare getallen").replace("de raad", "het college")
    new = edition([[*STORY[:2], changed, STORY[3]], STORY[4:]])
    (found,) = find(OLD, new, mark(OLD, HARD_FIGURES), is_gone=is_gone)
    assert found.status is Status.TEXT_CHANGED
    assert found.new_words == "Betrouwbare getallen per buurt en per bedrijfstak hielpen het college"
    assert not (is_gone and found.is_sure)


def test_a_corrected_figure_is_a_changed_text_that_is_not_asked_about():
    new = edition([[STORY[0].replace("2009", "2010"), *STORY[1:4]], STORY[4:]])
    (found,) = find(OLD, new, mark(OLD, "begon in 2009 met een programma"))
    assert (found.status, found.is_sure) == (Status.TEXT_CHANGED, True)
    assert found.new_words == "begon in 2010 met een programma"


def test_a_passage_that_stands_elsewhere_now_is_moved():
    new = edition([[*STORY[:2], STORY[3]], [*STORY[4:], STORY[2]]])
    (found,) = find(OLD, new, mark(OLD, HARD_FIGURES))
    assert (found.status, found.is_sure) == (Status.MOVED, True)
    assert words_at(found, new) == HARD_FIGURES


def test_a_deleted_passage_is_not_taken_for_its_twin():
    twin = "Zie voor de bronnen het overzicht achter in deze bundel."
    old = edition([[STORY[0], twin, *STORY[1:4]], [*STORY[4:6], twin, *STORY[6:]]])
    new = edition([STORY[:4], [*STORY[4:6], twin, *STORY[6:]]])
    deleted, kept = find(old, new, mark(old, twin, page=0), mark(old, twin, page=1))
    assert deleted.status is Status.GONE
    assert (kept.status, kept.is_sure) == (Status.UNCHANGED, True)
    alone, _ = find(old, new, mark(old, twin, page=0), mark(old, twin, page=1), is_gone=True)
    assert not alone.is_sure


def test_of_two_passages_alike_quotes_alone_never_decide():
    twin = "Zie voor de bronnen het overzicht achter in deze bundel, dat elk jaar wordt herzien."
    old = edition([[*STORY[:2], twin, STORY[2]], [*STORY[4:6], *STORY[:2], twin, STORY[3]]])
    new = edition([[STORY[2]], [*STORY[4:6], *STORY[:2], twin, STORY[3]], [twin, STORY[2]]])
    (found,) = find(old, new, mark(old, twin, page=0), is_gone=True)
    assert not found.is_sure


def span_of(words: str, text: PageText) -> tuple[int, int]:
    start = text.text.index(words)
    return start, start + len(words)


def test_the_number_at_the_end_of_a_contents_line_is_part_of_it():
    def listed(columns: int) -> After:
        titles = ["Netwerken in de wijk", "Harde cijfers per buurt", "Bijeenkomsten", "Overdracht aan de deelnemers"]
        pages = [[f"{n}.{k} {title} {'. ' * 40} {n}{k}" for k, title in enumerate(titles)] for n in range(1, 6)]
        return edition(pages, columns=columns)

    old, new = listed(200), listed(80)
    line = old.texts[2].text.splitlines()[1]
    (found,) = find(
        old, new, highlight(old, select([Segment(2, *span_of(line, old.texts[2]), old.texts[2])], old.paper))
    )
    assert (found.status, found.is_sure) == (Status.UNCHANGED, True)
    assert letters_of(found.new_words) == letters_of(line)


def test_a_deleted_row_is_not_taken_for_the_row_below_it():
    rows = [
        f"In wijk {name} werken {number} zelfstandigen." for name, number in zip("ABCDEFGH", count(312), strict=False)
    ]
    old = edition([[STORY[0], *rows, STORY[1]]])
    new = edition([[STORY[0], *rows[:3], *rows[4:], STORY[1]]])
    for is_gone in (False, True):
        (found,) = find(old, new, mark(old, rows[3]), is_gone=is_gone)
        assert not found.is_sure


def test_words_that_stand_everywhere_are_told_apart_by_what_is_around_them():
    new = edition([["Een nieuwe alinea over de gemeente."], *[[one] for one in STORY]], columns=30)
    marks = [mark(OLD, "de gemeente", page=1), mark(OLD, "De gemeente", page=0)]
    for is_gone in (False, True):
        last, first = find(OLD, new, *marks, is_gone=is_gone)
        assert (rects_of(last)[0].page, rects_of(first)[0].page) == (8, 1)


def test_a_mark_over_two_pages_is_found_on_one_and_the_other_way_round():
    both = "tweede jaar een eerste medewerker in dienst. Wie vanuit huis werkt"
    one, two = edition([STORY]), OLD
    assert len([s for s in mark(two, both).target.selector if isinstance(s, PdfRectsSelector)]) == 2
    (on_one,) = find(two, one, mark(two, both))
    (on_two,) = find(one, two, mark(one, both))
    assert (on_one.status, on_two.status) == (Status.UNCHANGED, Status.UNCHANGED)
    assert (words_at(on_one, one), words_at(on_two, two)) == (both, both)
    assert [s.page for s in on_two.selector if isinstance(s, PdfRectsSelector)] == [0, 1]


def test_running_heads_between_two_pages_are_no_part_of_the_passage():
    def headed(pages: list[list[str]]) -> After:
        return edition([["ZZP en de stad", *page, f"{n}"] for n, page in enumerate(pages, 11)])

    old, new = (
        headed([STORY[:2], STORY[2:4], STORY[4:6], STORY[6:]]),
        headed([STORY[:3], STORY[3:5], STORY[5:], STORY[:1]]),
    )
    segments = [
        Segment(0, old.texts[0].text.index("vakmanschap"), len(old.texts[0].text), old.texts[0]),
        Segment(1, 0, old.texts[1].text.index(" per buurt"), old.texts[1]),
    ]
    (found,) = find(old, new, highlight(old, select(segments, old.paper)))
    assert (found.status, found.new_words) == (Status.UNCHANGED, "vakmanschap.\nHarde cijfers")


def test_signs_at_the_ends_of_a_quote_stay_in_it():
    old = edition([["Zij zeiden: “wij gaan door (met elkaar).” Daarna sloot de avond.", *STORY]])
    new = edition(
        [["Nieuw.", *STORY[:2]], ["Zij zeiden: “wij gaan door (met elkaar).” Daarna sloot de avond.", *STORY[2:]]]
    )
    (found,) = find(old, new, mark(old, "“wij gaan door (met elkaar).”"))
    assert found.new_words == "“wij gaan door (met elkaar).”"


def test_a_word_that_is_broken_in_one_edition_alone_is_unchanged():
    new = edition([[STORY[0], STORY[1].replace("ondernemers", "onder- nemers"), *STORY[2:]]], columns=200)
    broken = new.texts[0].text.replace("onder- nemers", "onder-\nnemers")
    text = new.texts[0]
    at = broken.index("\nnemers")
    lines = [Line(one.start, one.end, one.block) for one in text.lines]
    cut = next(n for n, one in enumerate(lines) if one.start < at < one.end)
    lines[cut : cut + 1] = [Line(lines[cut].start, at, cut), Line(at + 1, lines[cut].end, cut)]
    new = new._replace(texts=[PageText(broken, text.boxes, tuple(lines))])
    (found,) = find(OLD, new, mark(OLD, "brachten ondernemers met elkaar in gesprek"))
    assert (found.status, found.new_words) == (Status.UNCHANGED, "brachten ondernemers met elkaar in gesprek")


def test_a_spot_stays_beside_its_line():
    top = OLD.texts[1].line_boxes[2].top
    spot = highlight(OLD, select_spot(Place(1, top + 3), 500, OLD.paper))
    new = edition([["Nieuwe inleiding.", *STORY]], columns=COLUMNS)
    (found,) = find(OLD, new, spot)
    line = OLD.texts[1].text[OLD.texts[1].lines[2].start : OLD.texts[1].lines[2].end]
    now = new.texts[0].text.index(line)
    (rects,) = rects_of(found)
    assert (found.status, found.old_words, found.new_words) == (Status.UNCHANGED, line, line)
    assert rects.quads[0].bounds.top == pytest.approx(new.texts[0].box(now).top + 3)
    assert rects.quads[0].bounds.left == 500
    assert 0.85 <= found.score < 1


def test_an_area_keeps_its_size():
    box = OLD.texts[1].line_boxes[3]
    area = highlight(OLD, (PdfRectsSelector(page=1, quads=(Quad.around(Rect(300, box.top - 1, 360, box.top + 31)),)),))
    new = edition([STORY[4:], STORY[:4]])
    (found,) = find(OLD, new, area)
    (rects,) = rects_of(found)
    assert (rects.page, rects.label) == (0, "1")
    assert rects.quads[0].bounds.width == 60
    assert rects.quads[0].bounds.height == 32


def test_a_spot_without_the_old_texts_is_asked_about():
    old, new = with_titles("Begin", "Lessen"), with_titles("Nieuw", "Begin", "Lessen")
    spot = highlight(old, select_spot(Place(1, 100), 10, old.paper))
    (found,) = find(old, new, spot, is_gone=True)
    assert (rects_of(found)[0].page, found.is_sure) == (2, False)
    (by_page,) = outcome(reanchor([spot], before(old, is_gone=True), new, {1: 2}))
    assert (rects_of(by_page)[0].page, by_page.is_sure) == (2, False)
    assert by_page.score > found.score


def with_titles(*titles: str) -> After:
    sections = [Section(id=f"{title}-{len(titles)}", level=1, title=title, page=n) for n, title in enumerate(titles)]
    pages = [[title, *(STORY[:4] if n % 2 else STORY[4:])] for n, title in enumerate(titles)]
    return edition(pages, tree=SectionTree(sections))


def test_a_note_sheet_follows_the_title_of_its_section():
    old, new = (
        with_titles("1 Begin", "2 Lessen", "3 Slot"),
        with_titles("1 Vooraf", "2 Begin", "3 De lessen", "4 Nawoord"),
    )
    sheets = [
        new_annotation(Motivation.COMMENTING, Body(value="x"), Target(source="urn:uuid:a", scope=scope))
        for scope in ("1 Begin-3", "3 Slot-3", None)
    ]
    begin, slot, whole = find(old, new, *sheets)
    assert (begin.status, begin.scope, begin.is_sure) == (Status.TEXT_CHANGED, "2 Begin-4", True)
    assert (slot.status, slot.scope, slot.old_words) == (Status.GONE, "3 Slot-3", "3 Slot")
    assert (whole.status, whole.scope) == (Status.UNCHANGED, None)


def test_a_mark_says_in_which_section_it_lies_now():
    old, new = with_titles("Begin", "Lessen"), with_titles("Nieuw", "Begin", "Lessen")
    (found,) = find(old, new, mark(old, STORY[1], page=1))
    assert found.scope == new.tree.at(Place(rects_of(found)[0].page, 100)).id


def test_it_works_in_small_steps_that_count_up():
    shares = list(reanchor([mark(OLD, HARD_FIGURES)], before(OLD), OLD))
    assert len(shares) > 4
    assert all(0 <= share <= 1 for share in shares)
    assert shares == sorted(shares)


def test_an_edition_without_text_loses_nothing():
    empty = After(NO_SECTIONS, [PageText(), PageText()], paper(2))
    made = mark(OLD, HARD_FIGURES)
    for is_gone in (False, True):
        (found,) = find(OLD, empty, made, is_gone=is_gone)
        assert (found.id, found.status, found.old_words) == (made.id, Status.GONE, HARD_FIGURES)
    assert find(empty, OLD, made)[0].new_words == HARD_FIGURES
    assert outcome(reanchor([], before(OLD), empty)) == ()


def test_letters_that_are_the_same_with_other_signs_are_a_changed_text():
    new = edition([[STORY[0].replace("huisvesting, diensten", "huisvesting; diensten"), *STORY[1:4]], STORY[4:]])
    (found,) = find(OLD, new, mark(OLD, "huisvesting, diensten en netwerken"))
    assert (found.status, found.is_sure) == (Status.TEXT_CHANGED, True)


VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstvz"
words = st.lists(st.tuples(st.sampled_from(CONSONANTS), st.sampled_from(VOWELS)), min_size=1, max_size=4).map(
    lambda syllables: "".join(a + b for a, b in syllables)
)
paragraphs = st.lists(words, min_size=14, max_size=40).map(" ".join)


def assume_no_running_lines(made: After) -> None:
    """Drops the editions in which chance put one line on three pages.

    If these are at one height, the line is taken for a running head and left out of the sentence that it is part of;
    nothing on the pages says that it is none.
    """
    lines = Counter(
        letters
        for text in made.texts
        for letters in {letters_of(text.text[line.start : line.end]) for line in text.lines}
    )
    assume(max(lines.values(), default=0) < 3)


@st.composite
def revised(draw):
    """A publication, a revision of it with other lines and pages, and what became of each paragraph."""
    old = draw(st.lists(paragraphs, min_size=4, max_size=14, unique=True))
    fates = [draw(st.sampled_from(["kept", "kept", "kept", "deleted"])) for _ in old]
    new: list[str] = []
    for paragraph, fate in zip(old, fates, strict=True):
        if draw(st.integers(0, 4)) == 0:
            new.append(draw(paragraphs))
        if fate == "kept":
            new.append(paragraph)
    per_page = draw(st.integers(1, 5))
    pages = [new[n : n + per_page] for n in range(0, len(new), per_page)] or [[]]
    anew = edition(pages, columns=draw(st.integers(20, 90)))
    assume_no_running_lines(anew)
    return old, fates, edition([old[:3], old[3:]]), anew


@settings(max_examples=60, deadline=None)
@given(revised(), st.data())
def test_whatever_is_kept_is_found_and_whatever_is_deleted_is_not_taken_elsewhere(case, data):
    paragraphs_, fates, old, new = case
    marks = []
    for paragraph in paragraphs_:
        each = paragraph.split()
        first = data.draw(st.integers(0, len(each) - 8))
        marks.append(mark(old, " ".join(each[first : first + data.draw(st.integers(8, len(each) - first))])))
    for found, made, fate in zip(find(old, new, *marks), marks, fates, strict=True):
        if fate == "kept":
            assert words_at(found, new) == made.quote.replace("\n", " ")
        else:
            assert not found.is_sure or words_at(found, new) in " ".join(new.texts[0].text.split())
    for found, made in zip(find(old, new, *marks, is_gone=True), marks, strict=True):
        assert not found.is_sure or words_at(found, new) == made.quote.replace("\n", " ")


@settings(max_examples=30, deadline=None)
@given(st.lists(paragraphs, min_size=1, max_size=8), st.integers(20, 90))
def test_the_same_text_set_in_any_other_way_is_unchanged(all_of_it, columns):
    old, new = edition([all_of_it]), edition([[one] for one in all_of_it], columns=columns)
    assume_no_running_lines(new)
    made = mark(old, " ".join(all_of_it[0].split()[:8]))
    (found,) = find(old, new, made)
    assert found.status in (Status.UNCHANGED, Status.MOVED)
    (itself,) = find(old, old, made)
    assert (itself.status, itself.score, itself.selector) == (Status.UNCHANGED, 1.0, made.target.selector)
