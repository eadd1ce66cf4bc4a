"""What is chosen, in which order, under which headings."""

from export_notes import TREE, mark, report, sheet, some
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.export.choice import Choice, Grouping
from zzpreader.export.guard import Guarded, Verdict
from zzpreader.export.prose import Code, Grid, Listing, Quotation, Run, Words, parse, plain
from zzpreader.export.report import Heading, Illustration, Note, Paragraph, Picture, Quote, State, Status, Table
from zzpreader.export.words import DUTCH


def headings(made) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in made.blocks if isinstance(block, Heading)]


def quotes(made) -> list[str]:
    return [block.paragraphs[0] for block in made.blocks if isinstance(block, Quote)]


def test_the_order_of_the_annotations_makes_no_difference():
    notes = some()
    assert report(*notes) == report(*reversed(notes))


def test_a_section_is_chosen_with_all_that_is_below_it():
    made = report(*some(), choice=Choice(sections=frozenset({"b1"})))
    assert quotes(made) == ["Harde <cijfers> & “helpen”.", "Eerste alinea."]
    assert headings(made)[0] == (2, "Onderzoek")


def test_lessons_alone_can_be_chosen():
    made = report(*some(), choice=Choice(lessons=True))
    assert [text for _, text in headings(made)][2:] == ["Harde cijfers helpen", "De wijk is te klein"]


def test_colours_tags_and_days_are_asked_together():
    early = mark("Vroeg", tags=("Wijk",), when="2026-01-01T00:00:00.000Z")
    late = mark("Laat", tags=("wijk",), color="green", when="2026-06-01T00:00:00.000Z")
    assert quotes(report(early, late, choice=Choice(tags=frozenset({"WIJK"})))) == ["Vroeg", "Laat"]
    assert quotes(report(early, late, choice=Choice(colors=frozenset({"green"})))) == ["Laat"]
    assert quotes(report(early, late, choice=Choice(until="2026-01-01"))) == ["Vroeg"]
    assert quotes(report(early, late, choice=Choice(since="2026-01-02", tags=frozenset({"x"})))) == []


def test_lessons_are_chosen_by_their_status_and_it_is_told():
    statuses = {"b11": Status(state=State.ADOPTED, owner="Team", date="2026-12-01"), "b12": Status()}
    choice = Choice(states=frozenset({State.ADOPTED}))
    made = report(*some(), choice=choice, statuses=statuses, words=DUTCH)
    assert quotes(made) == ["Harde <cijfers> & “helpen”."]
    tables = [block for block in made.blocks if isinstance(block, Table)]
    assert tables[0].rows == (("Harde cijfers helpen", "overgenomen", "Team", "1 december 2026"),)


def test_groups_by_tag_are_a_proposals_headings():
    made = report(*some(), choice=Choice(grouping=Grouping.TAG))
    assert headings(made) == [(2, "beleid"), (2, "Wijk"), (2, "Without a tag")]
    ids = [block.id for block in made.blocks]
    assert len(ids) == len(set(ids))  # though one mark stands under two headings


def test_groups_by_colour_follow_the_legend():
    made = report(*some(), choice=Choice(grouping=Grouping.COLOUR), meanings={"green": "Zo doen"})
    assert [text for _, text in headings(made)] == ["Important", "Zo doen", "Question", "Without a colour"]


def test_groups_by_date_are_days():
    made = report(mark("b", when="2026-02-01T00:00:00.000Z"), mark("a"), choice=Choice(grouping=Grouping.DATE))
    assert [text for _, text in headings(made)] == ["1 February 2026", "23 November 2026"]


def test_quotes_comments_and_notes_can_be_left_out():
    bare = report(*some(), choice=Choice(quotes=False, notes=False))
    assert not quotes(bare)
    assert next(block.markdown for block in bare.blocks if isinstance(block, Note)) == "Voor de *wijk*."
    silent = report(*some(), choice=Choice(comments=False, notes=False))
    assert not [block for block in silent.blocks if isinstance(block, Note)]
    assert quotes(silent)


def test_what_the_guard_has_found_stands_below_the_quote():
    one = mark("Harde feiten helpen.")
    made = report(one, verdicts={one.id: Verdict(Guarded.EDITED, "Harde cijfers helpen.")})
    [remark] = [block for block in made.blocks if isinstance(block, Paragraph) and block.remark]
    assert "says “Harde cijfers helpen.”" in remark.runs[0].text


def test_pictures_come_with_their_notes_unless_they_are_not_wanted():
    one = mark("Figuur")
    shown = {one.id: Picture(data=b"x", alt="Een staafdiagram", width=10, height=10)}
    assert [b for b in report(one, pictures=shown).blocks if isinstance(b, Illustration)]
    assert not [
        b for b in report(one, pictures=shown, choice=Choice(pictures=False)).blocks if isinstance(b, Illustration)
    ]


def test_an_empty_choice_says_so():
    assert report(choice=Choice(lessons=True)).blocks == (Paragraph(id="nothing", runs=(Run("There are no notes."),)),)


def test_ids_of_blocks_do_not_depend_on_the_other_notes():
    one = mark("Woord")
    alone, among = report(one), report(one, *some())
    assert {block.id for block in alone.blocks} <= {block.id for block in among.blocks}


MARKED = (
    "Een **vet** en [link](https://x.nl) en [kwaad](javascript:x)\n\n- a\n  1. b\n\n> q\n\n```\nc\n```\n\n|h|\n|-|\n|d|"
)


def test_marks_of_markdown_become_runs_and_blocks():
    found = parse(MARKED)
    assert found[0] == Words(
        (
            Run("Een "),
            Run("vet", strong=True),
            Run(" en "),
            Run("link", link="https://x.nl"),
            Run(" en [kwaad](javascript:x)"),
        )
    )
    assert found[1] == Listing(((Words((Run("a"),)), Listing(((Words((Run("b"),)),),), 1)),))
    assert found[2] == Quotation((Words((Run("q"),)),))
    assert found[3] == Code("c")
    assert found[4] == Grid((((Run("h"),),), ((Run("d"),),)))


@given(st.text())
def test_any_note_can_be_parsed(text):
    parse(text)


@given(st.text(alphabet="ab *_`[]()<>#-1.\n|~>\\", max_size=60))
def test_a_note_without_marks_takes_the_short_way_to_the_same_blocks(text):
    once = parse(text)
    assert once == parse(f"{text}\n\n")  # which has a line end, and so goes the long way


def test_a_sheet_stands_under_its_section():
    made = report(sheet("b12", "Blad"), tree=TREE)
    assert headings(made)[-1] == (4, "De wijk is te klein")


def test_boxes_of_a_checklist_are_boxes_and_other_brackets_are_not():
    (found,) = parse("- [ ] ask the team\n- [x] **budget**\n- [X]\n- [y] no\n- [1](http://a.nl)\n- `[ ]`")
    assert plain((found,)).splitlines() == ["☐ ask the team", "☑ budget", "☑", "[y] no", "1", "[ ]"]
    assert plain(parse("[ ] a line of its own")) == "[ ] a line of its own"
