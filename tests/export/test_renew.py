"""The living memo: generated blocks are renewed, the author's text between them stays."""

import re

import pytest
from export_notes import mark, report, sheet, some
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from office import author_writes, members, paragraphs, saved_by_office, typed_into

from zzpreader.export.lessons import split
from zzpreader.export.living_markdown import renew_obsidian, taken_apart
from zzpreader.export.living_odt import NotOurs, renew_odt, renewed_or_new
from zzpreader.export.markdown import to_obsidian
from zzpreader.export.odt import to_odt
from zzpreader.export.renew import Piece, renewed

names = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)
old_pieces = st.lists(st.one_of(st.sampled_from("abcdefgh"), st.just("")), max_size=16)
without_copies = st.lists(st.one_of(st.sampled_from("abcdefgh"), st.integers()), unique=True, max_size=16).map(
    lambda ids: [one if isinstance(one, str) else "" for one in ids]
)


def generated(ids, text="nieuw") -> list[Piece]:
    return [Piece(name, f"{text} {name}") for name in ids]


def numbered(ids) -> list[Piece]:
    return [Piece(name, f"oud {name}" if name else f"eigen {n}") for n, name in enumerate(ids)]


@given(old_pieces, names)
def test_nothing_of_the_author_is_lost_and_all_that_is_new_is_there_in_order(old, new):
    result = renewed(numbered(old), generated(new))
    own = [piece.text for piece in numbered(old) if not piece.id]
    assert sorted(piece.text for piece in result if not piece.id) == sorted(own)
    assert [piece.id for piece in result if piece.id and piece.text.startswith("nieuw")] == new


@given(without_copies, names)
def test_renewing_twice_is_renewing_once(old, new):
    once = renewed(numbered(old), generated(new))
    assert renewed(once, generated(new)) == once


@given(names, st.lists(st.integers(0, 8), max_size=5))
def test_own_text_stays_behind_the_block_it_stood_behind(ids, places):
    old = generated(ids)
    for n, place in enumerate(places):
        old.insert(min(place, len(old)), Piece("", f"eigen {n}"))
    assert renewed(old, generated(ids, "ander")) == [
        piece if not piece.id else Piece(piece.id, f"ander {piece.id}") for piece in old
    ]


OWN = st.sampled_from(
    [
        "Mijn tekst.",
        "- punt\n- nog een",
        "## Eigen kop",
        "> eigen citaat",
        "```\ncode\n\nmet wit\n```",
        "^x",
        "| a |",
    ]
)


@given(st.lists(st.tuples(st.integers(0, 60), OWN), max_size=6))
def test_own_text_between_the_blocks_of_a_markdown_export_is_kept_to_the_letter(inserted):
    notes = some()
    first = to_obsidian(report(*notes))
    pieces = [piece.text for piece in taken_apart(first)]
    for place, text in inserted:
        pieces.insert(1 + place % len(pieces), f"{text}\n\n")
    document = "".join(pieces) if not inserted else "".join(f"{p.rstrip(chr(10))}\n\n" for p in pieces)
    assert renew_obsidian(document, report(*notes)) == document
    more = renew_obsidian(document, report(*notes, mark("Nieuw citaat", 5)))
    for _, text in inserted:
        assert text in more
    assert more.count("Nieuw citaat") == 1


def test_a_markdown_export_is_taken_apart_to_the_letter():
    document = to_obsidian(report(*some()))
    pieces = taken_apart(document)
    assert "".join(piece.text for piece in pieces) == document
    assert all(piece.id for piece in pieces)


def test_only_what_changed_changes():
    notes = list(some())
    before = to_obsidian(report(*notes))
    document = before.replace("^zzp-title", "^zzp-title\n\nMijn inleiding.")
    gone, kept = notes[1], [notes[0], *notes[2:]]
    after = renew_obsidian(document, report(*kept))
    document, after = (text.partition("# ZZP")[2] for text in (document, after))  # tags are told at the top
    document, after = (re.sub(r"zzp-written: .*", "", text) for text in (document, after))
    lost = set(document.splitlines()) - set(after.splitlines())
    assert gone.quote in "".join(lost)
    assert "Mijn inleiding." in after
    assert not set(after.splitlines()) - set(document.splitlines())


def test_the_authors_own_keys_in_the_front_matter_stay():
    document = to_obsidian(report(*some())).replace("---\n\n#", "status: concept\nmine:\n  - a\n---\n\n#", 1)
    after = renew_obsidian(document, report(*some()[:3], title="Nieuwe titel"))
    front = after.split("---\n")[1]
    assert 'title: "Nieuwe titel"' in front
    assert "status: concept\nmine:\n  - a\n" in front
    assert front.count("title:") == 1


def test_lines_that_end_as_on_windows_stay_so():
    document = to_obsidian(report(*some())).replace("\n", "\r\n")
    after = renew_obsidian(document, report(*some(), sheet("c", "Slot")))
    assert "Slot" in after
    assert not re.search("[^\r]\n", after)


def test_a_note_that_looks_like_one_of_our_ids_is_no_end_of_a_block():
    document = to_obsidian(report(sheet("b", "tekst ^zzp-title\n\nmeer"), mark("Woord", 5)))
    assert [piece.id for piece in taken_apart(document)].count("zzp-title") == 1
    assert renew_obsidian(document, report(sheet("b", "tekst ^zzp-title\n\nmeer"), mark("Woord", 5))).count("meer") == 1


def test_every_lesson_has_a_file_of_its_own_that_can_be_renewed():
    parts = split(report(*some()))
    assert [name for name, _ in parts] == ["ZZP en de stad", "Harde cijfers helpen", "De wijk is te klein"]
    whole, lesson, _ = (to_obsidian(part) for _, part in parts)
    assert "[Harde cijfers helpen.md](<Harde cijfers helpen.md>)" in whole
    assert "Eigen **les**" in lesson
    assert "Eigen **les**" not in whole
    assert lesson.count("# Harde cijfers helpen") == 1


def test_an_odt_is_renewed_and_the_authors_paragraphs_stay():
    notes = some()
    document = author_writes(to_odt(report(*notes)), behind="Nakijken", words="Mijn eigen zin.")
    assert renew_odt(document, report(*notes)) == document
    after = renew_odt(document, report(*notes[2:], mark("Nieuw citaat", 5)))
    found = paragraphs(after)
    assert found.index("Mijn eigen zin.") == found.index("Nakijken") + 1
    assert "“Nieuw citaat”" in " ".join(found)
    assert "Een ander woord" not in " ".join(found)


def test_an_odt_that_an_office_program_has_saved_is_renewed(tmp_path):
    notes = some()
    document = author_writes(to_odt(report(*notes)), behind="Nakijken", words="Mijn eigen zin.")
    document = saved_by_office(document, tmp_path)
    after = renew_odt(document, report(*notes, mark("Nieuw citaat", 5)))
    assert "Mijn eigen zin." in paragraphs(after)
    again = paragraphs(saved_by_office(after, tmp_path))
    assert sum("Nieuw citaat" in words for words in again) == 1
    assert sum("Een ander woord" in words for words in again) == 1


def test_what_is_none_of_ours_is_not_taken_apart():
    made = report(*some())
    fresh = to_odt(made)
    for strange in (b"", b"PK\3\4 broken", fresh[:200]):
        assert renewed_or_new(strange, made) == fresh
        with pytest.raises(NotOurs):
            renew_odt(strange, made)


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "b">]>'


def test_entities_are_refused():
    strange = author_writes(to_odt(report(*some())), behind="Nakijken", words="x", doctype=DOCTYPE)
    assert renewed_or_new(strange, report()) == to_odt(report())


class TestWhatTheAuthorTypesInAGeneratedBlock:
    NOTE = sheet("b", "Eerste gedachte.")

    def changed(self, text: str):
        return replace(self.NOTE, body=replace(self.NOTE.body, value=text))

    def test_it_stays_in_markdown_as_long_as_the_note_does(self):
        first = to_obsidian(report(self.NOTE, mark("Citaat", 5)))
        document = first.replace("Eerste gedachte.", "Eerste gedachte, door mij aangevuld.")
        assert renew_obsidian(document, report(self.NOTE, mark("Nieuw", 5))).count("door mij aangevuld") == 1

    def test_it_stands_behind_the_block_once_the_note_has_changed_and_is_the_authors_from_then_on(self):
        document = to_obsidian(report(self.NOTE)).replace("Eerste gedachte.", "Eerste gedachte, aangevuld.")
        after = renew_obsidian(document, report(self.changed("Tweede gedachte.")))
        assert after.index("Tweede gedachte.") < after.index("Eerste gedachte, aangevuld.\n\n")
        assert after.count("^zzp-n-") == 1
        last = renew_obsidian(after, report(self.changed("Derde gedachte.")))
        assert "Tweede" not in last
        assert "Eerste gedachte, aangevuld.\n\n" in last
        assert renew_obsidian(last, report(self.changed("Derde gedachte."))) == last

    def test_it_outlives_its_note(self):
        document = to_obsidian(report(self.NOTE, mark("Citaat", 5))).replace("gedachte.", "gedachte, aangevuld.")
        after = renew_obsidian(document, report(mark("Citaat", 5)))
        assert "Eerste gedachte, aangevuld." in after

    def test_a_block_of_several_paragraphs_keeps_all_that_was_typed(self):
        note = sheet("b", "Een.\n\nTwee.")
        document = to_obsidian(report(note)).replace("Twee.", "Twee en een half.")
        after = renew_obsidian(document, report(replace(note, body=replace(note.body, value="Drie.\n\nVier."))))
        assert "Een.\n\nTwee en een half.\n" in after
        assert after.count("[//]: # (zzp-n-") == 1
        assert "Vier." in after

    def test_untouched_blocks_are_renewed_and_leave_nothing(self):
        notes = some()
        after = renew_obsidian(to_obsidian(report(*notes, self.NOTE)), report(*notes, self.changed("Nieuw.")))
        assert after == to_obsidian(report(*notes, self.changed("Nieuw.")))

    def test_an_odt_keeps_it_too(self):
        document = typed_into(to_odt(report(self.NOTE, mark("Citaat", 5))), "gedachte.", "gedachte, aangevuld.")
        same = renew_odt(document, report(self.NOTE, mark("Citaat", 5)))
        assert "Eerste gedachte, aangevuld." in paragraphs(same)
        after = renew_odt(document, report(self.changed("Tweede gedachte."), mark("Citaat", 5)))
        found = paragraphs(after)
        assert found.index("Eerste gedachte, aangevuld.") == found.index("Tweede gedachte.") + 1
        last = paragraphs(renew_odt(after, report(mark("Citaat", 5))))
        assert "Eerste gedachte, aangevuld." in last
        assert "Tweede gedachte." not in last

    def test_an_odt_with_nothing_typed_is_a_new_one_inside(self):
        notes = some()
        after = renew_odt(to_odt(report(*notes, self.NOTE)), report(*notes, self.changed("Nieuw.")))
        assert members(after) == members(to_odt(report(*notes, self.changed("Nieuw."))))

    def test_an_office_program_that_only_saves_has_typed_nothing(self, tmp_path):
        notes = some()
        document = saved_by_office(to_odt(report(*notes, self.NOTE)), tmp_path)
        after = paragraphs(renew_odt(document, report(self.changed("Nieuw."))))
        assert "Eerste gedachte." not in after
        assert "Nakijken" not in after
        assert not [words for words in after if "helpen" in words]

    def test_what_was_typed_in_an_office_program_is_kept(self, tmp_path):
        document = typed_into(to_odt(report(self.NOTE)), "gedachte.", "gedachte, aangevuld.")
        after = renew_odt(saved_by_office(document, tmp_path), report(self.changed("Tweede gedachte.")))
        found = paragraphs(saved_by_office(after, tmp_path))
        assert found.index("Eerste gedachte, aangevuld.") == found.index("Tweede gedachte.") + 1
