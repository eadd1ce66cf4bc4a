"""Every format as another program reads it."""

import csv
import json
import re
from datetime import UTC, datetime
from io import BytesIO, StringIO
from itertools import pairwise
from struct import pack
from zipfile import ZIP_STORED, ZipFile
from zlib import compress, crc32

import pytest
from export_notes import EVERYTHING, WORK, mark, report, sheet, some
from office import Print, members, paragraphs, print_of

from zzpreader.export.annotation_set import NotASet, parsed, set_of, to_annotations, to_json_ld, written
from zzpreader.export.cards import to_cards
from zzpreader.export.choice import Choice, Grouping
from zzpreader.export.cite import to_bibtex, to_csl, to_ris
from zzpreader.export.docx import to_docx
from zzpreader.export.formats import FORMATS
from zzpreader.export.html import to_html
from zzpreader.export.odt import to_odt
from zzpreader.export.report import Picture, State, Status, Work
from zzpreader.export.rows import to_csv
from zzpreader.export.templates import BadTemplate, render, shipped
from zzpreader.export.watched import Cancelled
from zzpreader.export.words import DUTCH
from zzpreader.export.xlsx import to_xlsx
from zzpreader.model.annotation import Kind
from zzpreader.model.refused import Unfilled


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))

    header = chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", compress(b"\0\1\2\3")) + chunk(b"IEND", b"")


SHOT = mark("Figuur 3", 5, 40)
NOTES = (*some(), SHOT)
DUTCH_REPORT = report(
    *NOTES,
    words=DUTCH,
    statuses={"b11": Status(state=State.TO_DISCUSS, owner="Team", date="2026-12-01")},
    pictures={SHOT.id: Picture(data=_png(), alt="Een “staafdiagram”", width=200, height=100)},
)
HEADINGS = ["Onderzoek", "Tien lessen", "Harde cijfers helpen", "De wijk is te klein", "Nawoord"]


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if not one.asks])
def test_the_same_notes_give_the_same_bytes(name):
    again = report(
        *reversed(NOTES),
        words=DUTCH,
        statuses={"b11": Status(state=State.TO_DISCUSS, owner="Team", date="2026-12-01")},
        pictures={SHOT.id: Picture(data=_png(), alt="Een “staafdiagram”", width=200, height=100)},
    )
    assert FORMATS[name].write(again) == FORMATS[name].write(DUTCH_REPORT)


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if not one.asks])
def test_no_format_stumbles_over_nothing_or_over_odd_signs(name):
    assert FORMATS[name].write(report())
    odd = "\x00\x0b\ufffe ]]> <b> & \" ' \\ {} | ; \t = \u2028 \U0001f600"
    assert FORMATS[name].write(report(mark(odd, value=odd, tags=(odd,)), sheet("b", odd), title=odd))


class TestOdt:
    def test_its_first_member_says_what_it_is(self):
        with ZipFile(BytesIO(to_odt(DUTCH_REPORT))) as package:
            first = package.infolist()[0]
            assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
            listed = package.read("META-INF/manifest.xml").decode()
            assert all(
                name in listed for name in package.namelist() if name not in ("mimetype", "META-INF/manifest.xml")
            )

    def test_odfpy_finds_headings_footnotes_contents_and_alternative_text(self):
        pytest.importorskip("odf")
        from odf import opendocument, teletype
        from odf.draw import Frame
        from odf.svg import Desc
        from odf.text import H, Note, TableOfContent

        document = opendocument.load(BytesIO(to_odt(DUTCH_REPORT)))
        headings = document.getElementsByType(H)
        assert [teletype.extractText(one) for one in headings][:5] == HEADINGS
        assert [one.getAttribute("outlinelevel") for one in headings][:3] == ["1", "2", "3"]
        notes = [teletype.extractText(one) for one in document.getElementsByType(Note)]
        assert any("ZZP en de stad (2012), p. 39." in one for one in notes)
        contents = teletype.extractText(document.getElementsByType(TableOfContent)[0])
        assert all(heading in contents for heading in HEADINGS)
        assert len(document.getElementsByType(Frame)) == 1
        assert teletype.extractText(document.getElementsByType(Desc)[0]) == "Een “staafdiagram”"
        assert "“Harde <cijfers> & “helpen”.”" in " ".join(paragraphs(to_odt(DUTCH_REPORT)))

    def test_every_style_that_is_used_is_there(self):
        parts = members(to_odt(DUTCH_REPORT))
        content, styles = parts["content.xml"].decode(), parts["styles.xml"].decode()
        there = set(re.findall(r'style:name="([^"]*)"', styles + content))
        used = set(re.findall(r'(?:text|table|draw):style-name="([^"]*)"', content))
        assert used <= there
        assert 'fo:language="nl"' in styles
        assert "Citaat_20_geel" in used

    def test_libreoffice_prints_headings_footnotes_pictures_and_the_pages_of_the_contents(self, tmp_path):
        seen = print_of(to_odt(DUTCH_REPORT), ".odt", tmp_path)
        _looks_whole(seen)
        assert re.search(r"Nawoord\.*[12]\n", seen.text)


class TestDocx:
    def test_python_docx_reads_headings_properties_and_paper(self):
        docx = pytest.importorskip("docx")
        document = docx.Document(BytesIO(to_docx(DUTCH_REPORT)))
        headings = [p for p in document.paragraphs if p.style.name.lower().startswith("heading")]
        assert [p.text for p in headings][:5] == HEADINGS
        assert [p.style.name[-1] for p in headings][:3] == ["1", "2", "3"]
        assert (document.core_properties.title, document.core_properties.language) == ("ZZP en de stad", "nl-NL")
        assert document.core_properties.created == datetime(2026, 11, 23, 18, tzinfo=UTC)
        assert round(document.sections[0].page_width.mm) == 210
        assert [row.cells[0].text for row in document.tables[0].rows] == ["Les", "Harde cijfers helpen"]

    def test_its_footnotes_name_the_printed_page(self):
        pytest.importorskip("docx")
        parts = members(to_docx(DUTCH_REPORT))
        assert "ZZP en de stad (2012), p. 39." in parts["word/footnotes.xml"].decode()
        assert parts["word/document.xml"].decode().count("footnoteReference w:id") == 4
        assert 'descr="Een “staafdiagram”"' in parts["word/document.xml"].decode()

    def test_its_only_way_out_are_links_that_a_reader_presses(self):
        words = "![x](file:///etc/hostname) [y](https://a.example) [z](file:///etc/passwd) {INCLUDETEXT x} <b>"
        with ZipFile(BytesIO(to_docx(report(mark("x", value=words), title=words)))) as package:
            relations = [package.read(name).decode() for name in package.namelist() if name.endswith(".rels")]
            document = package.read("word/document.xml").decode()
        outside = [each for every in relations for each in re.findall("<Relationship [^>]*External[^>]*>", every)]
        assert all(re.search(r'Target="(https?:|mailto:)', each) for each in outside)
        assert not re.search(r"instrText[^<]*(DDE|INCLUDE)", document)

    def test_libreoffice_prints_headings_footnotes_and_pictures(self, tmp_path):
        pytest.importorskip("docx")
        _looks_whole(print_of(to_docx(DUTCH_REPORT), ".docx", tmp_path))


def _looks_whole(seen: Print) -> None:
    """What an office program shows of the report."""
    assert [title for _, title in seen.headings if title in HEADINGS][-len(HEADINGS) :] == HEADINGS
    levels = {title: level for level, title in seen.headings}
    assert levels["Onderzoek"] < levels["Tien lessen"] < levels["Harde cijfers helpen"]
    assert sorted(seen.footnotes) == ["1", "2", "3", "4"]
    assert all(words.startswith("ZZP en de stad (2012), p. ") for words in seen.footnotes.values())
    assert "ZZP en de stad (2012), p. 39." in seen.footnotes.values()
    assert seen.pictures == [pytest.approx((200, 100), abs=1)]


class TestHtml:
    def test_a_browser_finds_no_mistake_and_nothing_to_load(self):
        html5lib = pytest.importorskip("html5lib")
        data = to_html(DUTCH_REPORT)
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        tree = parser.parse(data.decode())
        assert tree.get("lang") == "nl"
        assert [one.text for one in tree.iter("h3")][:1] == ["Tien lessen"]
        assert [one.get("alt") for one in tree.iter("img")] == ["Een “staafdiagram”"]
        for one in tree.iter():
            assert one.tag not in ("script", "link", "iframe", "object")
            assert str(one.get("src", "data:")).startswith("data:")
            assert not [name for name in one.attrib if name.startswith("on")]
        assert "url(" not in data.decode()
        assert "@import" not in data.decode()
        assert "@media print" in data.decode()
        headings = [int(one.tag[1]) for one in tree.iter() if re.fullmatch("h[1-6]", str(one.tag))]
        assert headings[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(headings))
        addresses = {str(one.get("href")) for one in tree.iter("a")}
        assert all(re.match("#|https?:|mailto:", address) for address in addresses)

    def test_every_link_in_it_leads_somewhere_and_every_id_is_there_once(self):
        text = to_html(DUTCH_REPORT).decode()
        ids = re.findall(r' id="([^"]*)"', text)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]*)"', text)) <= set(ids)


class TestTables:
    def test_a_spreadsheet_reads_every_cell_and_takes_none_for_a_formula(self):
        notes = (*some(), mark("=1+1", value="@SUM(A1)\nregel", tags=("-x",)))
        data = to_csv(report(*notes, words=DUTCH))
        assert data.startswith(b"\xef\xbb\xbf")
        found = list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
        assert len(found) == len(notes)
        assert {row["Kenmerk"] for row in found} == {one.id for one in notes}
        row = next(row for row in found if "1+1" in row["Citaat"])
        assert (row["Citaat"], row["Opmerking"], row["Trefwoorden"]) == ("'=1+1", "'@SUM(A1)\nregel", "'-x")

    def test_a_workbook_holds_the_same_as_text(self):
        openpyxl = pytest.importorskip("openpyxl")
        pytest.importorskip("xlsxwriter")
        sheet = openpyxl.load_workbook(BytesIO(to_xlsx(report(mark("=1+1"), words=DUTCH)))).active
        cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
        assert cells[0] == list(DUTCH.columns)
        assert (cells[1][4], sheet.cell(2, 5).data_type) == ("=1+1", "s")


class TestAnnotationSet:
    def test_nothing_is_lost_on_the_way_out_and_in(self):
        data = to_json_ld(DUTCH_REPORT)
        found = parsed(data)
        assert {entry.annotation for entry in found.entries} == {item.annotation for item in DUTCH_REPORT.items}
        assert found == set_of(DUTCH_REPORT)
        assert written(found) == data
        taken = tuple(entry.annotation for entry in found.entries)
        assert to_json_ld(report(*taken, words=DUTCH)) == to_json_ld(report(*NOTES, words=DUTCH))

    def test_a_zip_holds_the_set_and_the_pictures(self):
        data = to_annotations(DUTCH_REPORT)
        assert parsed(data) == set_of(DUTCH_REPORT)
        assert [name for name in members(data) if name.startswith("pictures/")]

    def test_what_others_write_is_taken_as_far_as_it_is_known(self):
        item = {
            "id": "urn:uuid:1",
            "created": WORK.id,
            "body": {"highlight": "wavy"},
            "target": {
                "source": "x",
                "selector": [{"type": "CssSelector", "value": "p"}, {"type": "TextQuoteSelector", "exact": "a"}],
            },
        }
        [entry] = parsed(json.dumps({"type": "AnnotationSet", "items": [item]}).encode()).entries
        assert (entry.annotation.quote, entry.annotation.kind) == ("a", Kind.HIGHLIGHT)

    @pytest.mark.parametrize("strange", [b"", b"[]", b"{}", b"PK\3\4", b'{"type":"Other","items":[]}', b"[" * 100_000])
    def test_what_is_no_set_is_refused(self, strange):
        with pytest.raises(NotASet):
            parsed(strange)


def test_flash_cards_ask_lessons_and_questions():
    notes = (*some(), mark("Een kwart.", 2, 330, value="Hoeveel groeit door?", tags=("vraag",)))
    lines = to_cards(report(*notes, words=DUTCH)).decode().splitlines()
    assert lines[:2] == ["#separator:tab", "#html:true"]
    cards = [line.split("\t") for line in lines if not line.startswith("#")]
    assert [card[1] for card in cards] == ["Harde cijfers helpen", "<p>Hoeveel groeit door?</p>", "De wijk is te klein"]
    assert all(len(card) == 4 for card in cards)
    assert "Een kwart." in cards[1][2]
    assert "Hoeveel" not in cards[0][2]


class TestCitation:
    WORK = Work(
        title="Cijfers & {feiten}: 100%", authors=("Arjan van den Born", "A_B"), publisher="Nicis", issued="2012-04"
    )

    def test_bibtex_escapes_what_tex_would_run(self):
        text = to_bibtex(report(work=self.WORK)).decode()
        assert r"title = {{Cijfers \& \{feiten\}: 100\%}}" in text
        assert r"author = {{Arjan van den Born} and {A\_B}}" in text
        assert text.startswith("@report{Born2012Cijfersfeiten100,")
        assert text.count("{") - text.count(r"\{") == text.count("}") - text.count(r"\}")

    def test_csl_and_ris_say_the_same(self):
        [entry] = json.loads(to_csl(report(work=self.WORK)))
        assert (entry["title"], entry["issued"]) == (self.WORK.title, {"date-parts": [[2012, 4]]})
        lines = to_ris(report(work=self.WORK)).decode().split("\r\n")
        assert lines[0] == "TY  - RPRT"
        assert lines[-2:] == ["ER  - ", ""]
        assert "DA  - 2012/04/" in lines


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if not one.asks])
def test_what_is_left_out_is_in_no_format(name):
    pytest.importorskip("docx")
    pytest.importorskip("xlsxwriter")
    notes = mark("Gemarkeerd", 2, 320, value="Bijgeschreven", tags=("vraag",)), sheet("b11", "Losse notitie")
    for left_out, word in (("comments", "Bijgeschreven"), ("notes", "Losse notitie")):
        made = FORMATS[name].write(report(*notes, choice=Choice(**{left_out: False})))
        # Without the first letter, behind which a document has the bookmark of the block.
        assert word[1:].encode() not in (b"".join(members(made).values()) if made[:2] == b"PK" else made)


@pytest.mark.parametrize("name", ["odt", "markdown", "html", "csv", "cards"])
def test_quotes_that_are_left_out_are_in_no_text(name):
    notes = mark("Gemarkeerd", 2, 320, value="Bijgeschreven", tags=("vraag",)), sheet("b11", "Losse notitie")
    made = FORMATS[name].write(report(*notes, choice=Choice(quotes=False)))
    whole = b"".join(members(made).values()) if name == "odt" else made
    assert b"emarkeerd" not in whole
    assert b"ijgeschreven" in whole


class TestTemplates:
    @pytest.mark.parametrize("name", ["council-proposal.md", "memo.html"])
    def test_those_that_are_shipped_tell_all(self, name):
        pytest.importorskip("jinja2")
        grouped = report(*NOTES, words=DUTCH, choice=Choice(grouping=Grouping.TAG))
        for made in (DUTCH_REPORT, grouped, report()):
            text = render(made, shipped()[name].read_text("utf-8"), html="html" in name).decode()
            assert "undefined" not in text.lower()
            for item in made.items:
                if item.annotation.quote and item.annotation.body.color != "pink":
                    assert item.annotation.quote[:5] in text

    def test_html_is_escaped_and_the_readers_markdown_is_shown(self):
        pytest.importorskip("jinja2")
        template = "{{ title }}{% for item in items %}{{ item.comment | markdown }}{% endfor %}"
        made = report(mark("x", value="*<b>*"), title="<script>")
        assert render(made, template, html=True) == b"&lt;script&gt;<p><em>&lt;b&gt;</em></p>\n"

    @pytest.mark.parametrize(
        "template",
        [
            "{{ ''.__class__.__mro__ }}",
            "{% include '/etc/passwd' %}",
            "{{ title.__init__.__globals__ }}",
            "{% for x in range(10**9) %}{% endfor %}",
            "{{ items.append(1) }}",
            "{% wrong",
            "{{ 1 / 0 }}",
            "{{ 'x' * 10**10 }}",
            "{{ 'x'.ljust(10000000000) }}",
            "{{ '%10000000000d' % 1 }}",
            "{{ '{:>10000000000}'.format(1) }}",
            "{{ 'x' | indent(10000000000) }}",
            "{{ 'x' | center(10000000000) }}",
        ],
    )
    def test_a_template_reaches_nothing_but_its_words(self, template):
        pytest.importorskip("jinja2")
        try:
            made = render(report(*some(), choice=EVERYTHING), template, html=False)
        except BadTemplate:
            return
        assert len(made) < 1000
        assert b"class" not in made
        assert b"root:" not in made

    @pytest.mark.parametrize(
        "template",
        [
            "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
            "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
            "{% for a in items %}{% for b in range(99999) %}{% set c = a ~ b %}{% endfor %}{% endfor %}",
        ],
    )
    def test_a_template_without_end_is_ended(self, template, monkeypatch):
        sandbox = pytest.importorskip("zzpreader.export.sandbox")
        monkeypatch.setattr(sandbox, "LONGEST_S", 0.05)
        with pytest.raises(BadTemplate) as bad:
            render(report(*some()), template, html=False)
        assert bad.value.why in (Unfilled.ENDLESS, Unfilled.WRONG)

    def test_a_template_that_grows_is_ended(self, monkeypatch):
        sandbox = pytest.importorskip("zzpreader.export.sandbox")
        monkeypatch.setattr(sandbox, "MOST_MEMORY", 1)
        grown = iter((0, 0, 2, 2, 2))
        monkeypatch.setattr(sandbox, "_memory", lambda: next(grown))
        with pytest.raises(BadTemplate) as bad:
            render(report(), "{% for a in range(9999) %}{{ a }}{% endfor %}", html=False)
        assert bad.value.why is Unfilled.ENDLESS

    def test_a_template_can_be_cancelled(self):
        pytest.importorskip("jinja2")
        with pytest.raises(Cancelled):
            render(report(), "{% for a in range(9999) %}{{ a }}{% endfor %}", html=False, is_cancelled=lambda: True)


def test_a_checklist_has_boxes_and_no_bullets_before_them():
    made = report(sheet("b12", "- [ ] cijfers opvragen\n- [x] team gevraagd\n\nEn:\n\n- gewoon\n- [ ] gemengd"))
    docx = ZipFile(BytesIO(to_docx(made))).read("word/document.xml").decode()
    lines = [re.sub(r"<[^>]*>", "", one.replace("<w:tab/>", " ")) for one in docx.split("</w:p>")]
    assert [one for one in lines if re.search("opvragen|gevraagd|gewoon|gemengd", one)] == [
        "☐ cijfers opvragen",
        "☑ team gevraagd",
        "• gewoon",
        "☐ gemengd",
    ]
    odt = ZipFile(BytesIO(to_odt(made)))
    content, styles = (odt.read(name).decode() for name in ("content.xml", "styles.xml"))
    assert re.findall('<text:list text:style-name="([^"]*)"', content) == ["Boxes", "Bullets"]
    assert '<text:list-style style:name="Boxes"' in styles
    assert re.findall(r'<li( class="box")?>(.)', to_html(made).decode())[-4:] == [
        (' class="box"', "☐"),
        (' class="box"', "☑"),
        ("", "g"),
        (' class="box"', "☐"),
    ]
