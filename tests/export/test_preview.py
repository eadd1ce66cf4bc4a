"""What an export is said to become, before it is written."""

import re

import pytest
from export_notes import mark, material, report, sheet, some, spot
from msgspec.structs import replace

from zzpreader.export.formats import FORMATS
from zzpreader.export.preview import MOST_ITEMS, beginning_of, preview_of
from zzpreader.export.report import Picture
from zzpreader.export.watched import Cancelled, Watch, watched
from zzpreader.model.annotation import Highlight, Kind, Motivation
from zzpreader.model.export_wish import ExportWish
from zzpreader.model.refused import Unfilled


def preview(wish: ExportWish, *notes, **more):
    beginning = beginning_of(material(*notes, **more), report(*notes, **more))
    return preview_of(report(*notes, **more), report(*beginning.annotations, **more), wish)


def test_all_is_counted_and_the_beginning_shown():
    found = preview(ExportWish(), *(mark(f"Zin {n}", 2, 300 + n / 10) for n in range(400)))
    assert (found.notes, found.lessons, found.is_cut) == (400, 1, True)
    assert "Zin 0”" in found.html
    assert f"Zin {MOST_ITEMS}”" not in found.html


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("odt", r"<sup>1</sup></p>.*<sup>1</sup> ZZP en de stad \(2012\), p\. 12\."),
        ("docx", r"<sup>1</sup></p>"),
        ("html", r"<cite>ZZP en de stad \(2012\), p\. 12\.</cite>"),
        ("pdf", r"<blockquote"),
        ("markdown", r"&gt; “Zin een” \(p\. 12\)"),
        ("obsidian", r"publication: .*\^zzp-"),
        ("csv", r"<th[^>]*>Quote</th>.*<td>Zin een</td>"),
        ("xlsx", r"<td>Zin een</td>"),
        ("json-ld", r"“?TextQuoteSelector"),
        ("annotations", r"TextQuoteSelector"),
        ("notes-bundle", r"Zin een"),
        ("annotated-pdf", r"<td>p?\.? ?12</td><td>highlight</td>"),
        ("cards", r"<td width='35%'>Harde cijfers helpen</td>"),
        ("bibtex", r"@report"),
        ("csl-json", r"date-parts"),
        ("ris", r"TY  - RPRT"),
    ],
)
def test_each_format_shows_what_it_gives(name, shown):
    if not FORMATS[name].is_here:
        pytest.skip("its package is not here")
    found = preview(ExportWish(format=name), mark("Zin een", 1, 50), sheet("b11", "Les"))
    assert re.search(shown, found.html, re.DOTALL)
    assert not found.is_cut


def test_every_format_of_the_list_has_a_preview_of_odd_signs_and_of_nothing():
    odd = "\x00\x0b\ufffe ]]> <b> & \" ' \\ {} | ; \t = \u2028 \U0001f600"
    for name, one in FORMATS.items():
        if one.is_here:
            assert "<b>" not in preview(ExportWish(format=name), mark(odd, value=odd), sheet("b", odd)).html
            assert preview(ExportWish(format=name)).notes == 0


def test_pictures_of_areas_are_named_by_number_and_no_larger_than_the_pane():
    area = mark("", 1, 50, highlight=Highlight.OUTLINE)
    picture = Picture(data=b"png", alt="Een kaart", width=800, height=400)
    found = preview(ExportWish(), area, pictures={area.id: picture})
    assert found.pictures == (b"png",)
    assert re.search(r'<img src="0" alt="Een kaart" width="533" height="267">', found.html)


def test_a_copy_is_told_by_the_kinds_that_go_into_it():
    elsewhere = mark("Elders", 1, 80)
    elsewhere = replace(elsewhere, target=replace(elsewhere.target, edition="b" * 64))
    found = preview(ExportWish(format="annotated-pdf"), *some(), spot(Motivation.COMMENTING, "Kijk", 1, 20), elsewhere)
    assert found.kinds[Kind.NOTE] >= 1
    assert sum(found.kinds.values()) == found.notes
    assert found.lost >= 1


def test_files_for_every_lesson_and_sheets_of_a_bundle_are_named():
    wish = ExportWish(format="obsidian", per_lesson=True)
    assert preview(wish, *some()).files == ("ZZP en de stad.md", "Harde cijfers helpen.md", "De wijk is te klein.md")
    assert "Harde cijfers helpen.md" in preview(ExportWish(format="notes-bundle"), *some()).files


class TestTemplates:
    @pytest.fixture(autouse=True)
    def _jinja(self):
        pytest.importorskip("jinja2")

    def test_what_comes_of_one_is_shown(self):
        found = preview(ExportWish(template="memo.html"), *some())
        assert "<h1>Memo</h1>" in found.html
        assert "Voorgesteld besluit" in preview(ExportWish(template="council-proposal.md"), *some()).html or (
            "Proposed decision" in preview(ExportWish(template="council-proposal.md"), *some()).html
        )

    def test_what_is_wrong_with_one_is_told(self, tmp_path):
        wrong = tmp_path / "wrong.md"
        wrong.write_text("{% for %}")
        found = preview(ExportWish(template=str(wrong)), *some())
        assert found.wrong
        assert found.wrong.why is Unfilled.WRONG
        gone = preview(ExportWish(template=str(tmp_path / "gone.md")), *some()).wrong
        assert gone
        assert gone.why is Unfilled.UNREAD


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if not one.asks])
def test_a_report_that_is_watched_gives_the_same_bytes_and_can_be_stopped(name):
    if not FORMATS[name].is_here:
        pytest.skip("its package is not here")
    made = report(*some())
    asked = iter(range(10_000))
    assert FORMATS[name].write(watched(made, Watch(lambda: next(asked) < 0))) == FORMATS[name].write(made)
    if next(asked):  # this format goes over the notes
        with pytest.raises(Cancelled):
            FORMATS[name].write(watched(made, Watch(lambda: True)))


def test_a_watch_tells_which_share_of_the_notes_lies_behind(monkeypatch):
    monkeypatch.setattr("zzpreader.export.watched._TELL_EVERY_S", 0.0)
    shares: list[float] = []
    made = watched(report(*some()), Watch(lambda: False, shares.append))
    assert [len(list(group.items)) for group in made.groups] == [len(group.items) for group in made.groups]
    assert shares == sorted(shares)
    assert 0 == shares[0] < shares[-1] < 1
