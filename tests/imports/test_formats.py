"""What the readers of formats find, and what they refuse."""

import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.imports.formats import Format, read, told_apart
from zzpreader.imports.source import Refused
from zzpreader.model.annotation import Kind
from zzpreader.model.foreign import OnPage, Space
from zzpreader.model.geometry import Rect
from zzpreader.model.refused import Untaken

XFDF = b"""<?xml version="1.0" encoding="UTF-8"?>
<xfdf xmlns="http://ns.adobe.com/xfdf/" xml:space="preserve"><annots>
<highlight page="0" rect="50,488,180,500" coords="50,500,180,500,50,488,180,488" color="#FFFF00" title="An"
 date="D:20260102030405Z" name="h1"><contents>Ja &amp; nee</contents><popup page="0" rect="0,0,9,9"/></highlight>
<text page="1" rect="200,290,220,310" name="t1" color="#0000FF"><contents-richtext><body xmlns="http://www.w3.org/1999/xhtml"
><p>Eerste</p><p>Tweede</p></body></contents-richtext></text>
<text page="0" rect="0,0,9,9" name="r1" inreplyto="h1" title="Bo"><contents>Antwoord</contents></text>
<ink page="0" rect="0,0,9,9" name="i1"><inklist><gesture>1,2;3,4</gesture></inklist></ink>
<circle page="0" rect="10,10,30,30" name="c1"><contents>Kijk</contents></circle>
</annots></xfdf>"""

ZOTERO = json.dumps(
    [
        {
            "key": "ABCD2345",
            "version": 3,
            "data": {
                "key": "ABCD2345",
                "itemType": "annotation",
                "annotationType": "highlight",
                "annotationText": "Harde cijfers",
                "annotationComment": "Ja",
                "annotationColor": "#2ea8e5",
                "annotationPageLabel": "10",
                "annotationPosition": json.dumps({"pageIndex": 0, "rects": [[50, 488, 180, 500]]}),
                "annotationAuthorName": "An",
                "tags": [{"tag": "cijfers"}],
                "dateAdded": "2026-01-02T03:04:05Z",
                "dateModified": "2026-01-02T03:04:06Z",
            },
        },
        {"key": "INK", "data": {"itemType": "annotation", "annotationType": "ink", "annotationPosition": "{}"}},
        {"key": "PDF", "data": {"itemType": "attachment"}},
    ]
).encode()

KOREADER = json.dumps(
    {
        "title": "Publicatie",
        "file": "/mnt/x.pdf",
        "version": "json/1.0.0",
        "entries": [
            {
                "page": 1,
                "text": "Harde cijfers",
                "note": "Ja",
                "time": 1767323045,
                "sort": "highlight",
                "drawer": "lighten",
            }
        ],
    }
).encode()

LUA = b"""-- we can read Lua syntax here!
return {
    ["annotations"] = {
        [1] = {
            ["color"] = "green",
            ["datetime"] = "2026-01-02 03:04:05",
            ["drawer"] = "underscore",
            ["note"] = "Een \\"regel\\"\\nen nog een",
            ["page"] = 1,
            ["pboxes"] = { [1] = { ["h"] = 12, ["w"] = 130, ["x"] = 50, ["y"] = 100, }, },
            ["text"] = "Harde cijfers",
        },
        [2] = { ["datetime"] = "2026-01-02 03:04:06", ["page"] = 2, ["text"] = "in Hoofdstuk 2", },
    },
    ["doc_pages"] = 2,
}
"""

HYPOTHESIS = json.dumps(
    {
        "total": 2,
        "rows": [
            {
                "id": "r",
                "created": "2026-01-03T00:00:00+00:00",
                "user": "acct:bo@hypothes.is",
                "uri": "urn:x-pdf:1",
                "text": "Antwoord",
                "references": ["a"],
            },
            {
                "id": "a",
                "created": "2026-01-02T00:00:00+00:00",
                "updated": "2026-01-02T00:00:00+00:00",
                "user": "acct:an@hypothes.is",
                "uri": "urn:x-pdf:1",
                "text": "Ja",
                "tags": ["cijfers"],
                "target": [
                    {
                        "selector": [
                            {"type": "TextPositionSelector", "start": 5, "end": 9},
                            {"type": "TextQuoteSelector", "exact": "Harde cijfers", "suffix": " komen"},
                            {"type": "PageSelector", "index": 1, "label": "11"},
                        ]
                    }
                ],
            },
        ],
    }
).encode()

MARKDOWN = """---
title: "x"
---

# Publicatie

^zzp-title

## Wijken

> “Harde \\*cijfers\\*” (blz. 10)

^zzp-q-1

Ja **vet**

- een

*Feiten en cijfers · trefwoorden: a, b* ^zzp-r-1

**Notitie (blz. 11)**

Losse notitie
""".encode()

ALL = {
    Format.XFDF: XFDF,
    Format.ZOTERO: ZOTERO,
    Format.KOREADER: KOREADER,
    Format.HYPOTHESIS: HYPOTHESIS,
    Format.MARKDOWN: MARKDOWN,
}


@pytest.mark.parametrize("kind", ALL)
def test_a_file_is_told_by_its_content(kind):
    assert told_apart(ALL[kind]) is kind
    assert read(ALL[kind]).marks == read(ALL[kind], kind).marks


def test_the_metadata_beside_a_book_is_told_too():
    assert told_apart(LUA) is Format.KOREADER


def test_xfdf_gives_marks_with_replies_and_counts_drawings():
    found = read(XFDF)
    highlight, text, circle = found.marks
    assert found.skipped == 1
    assert (highlight.comment, highlight.author, highlight.color) == ("Ja & nee\n\nBo: Antwoord", "An", "#FFFF00")
    assert (highlight.key, highlight.modified) == ("h1", "2026-01-02T03:04:05.000Z")
    assert (highlight.space, highlight.places) == (Space.USER, (OnPage(0, (Rect(50, 488, 180, 500),)),))
    assert (text.kind, text.comment, text.places) == (
        Kind.NOTE,
        "Eerste\nTweede",
        (OnPage(1, (Rect(200, 310, 200, 310),)),),
    )
    assert (circle.kind, circle.comment) == (Kind.NOTE, "Kijk")


def test_zotero_gives_marks_with_tags_and_counts_drawings():
    found = read(ZOTERO)
    (mark,) = found.marks
    assert found.skipped == 1
    assert (mark.key, mark.quote, mark.comment, mark.tags) == ("ABCD2345", "Harde cijfers", "Ja", ("cijfers",))
    assert mark.places == (OnPage(0, (Rect(50, 488, 180, 500),)),)
    assert (mark.author, mark.created) == ("An", "2026-01-02T03:04:05.000Z")


def test_koreader_gives_words_pages_and_boxes():
    (mark,) = read(KOREADER).marks
    assert (mark.kind, mark.quote, mark.comment, mark.places) == (
        Kind.HIGHLIGHT,
        "Harde cijfers",
        "Ja",
        (OnPage(0),),
    )
    underlined, bookmark = read(LUA).marks
    assert (underlined.kind, underlined.comment) == (Kind.UNDERLINE, 'Een "regel"\nen nog een')
    assert underlined.places == (OnPage(0, (Rect(50, 100, 180, 112),)),)
    assert (bookmark.kind, bookmark.places) == (Kind.BOOKMARK, (OnPage(1),))


def test_hypothesis_gives_words_with_what_is_around_them_and_replies():
    (mark,) = read(HYPOTHESIS).marks
    assert (mark.quote, mark.suffix, mark.places, mark.label) == ("Harde cijfers", " komen", (OnPage(1),), "11")
    assert (mark.comment, mark.author) == ("Ja\n\nbo: Antwoord", "an")


def test_an_export_of_ours_in_markdown_comes_back():
    mark, note = read(MARKDOWN).marks
    assert (mark.quote, mark.label, mark.heading) == ("Harde *cijfers*", "10", "Wijken")
    assert (mark.comment, mark.color, mark.tags) == ("Ja **vet**\n\n- een", "blue", ("a", "b"))
    assert (note.kind, note.comment, note.label) == (Kind.NOTE, "Losse notitie", "11")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Untaken.UNKNOWN),
        (b"hello", Untaken.UNKNOWN),
        (b"{}", Untaken.UNKNOWN),
        (b"[]", Untaken.UNKNOWN),
        (b'{"type":"AnnotationSet"}', Untaken.DAMAGED),
        (b"<html><body/></html>", Untaken.UNKNOWN),
        (b"<xfdf/>", Untaken.UNKNOWN),
        (b"<xfdf>" + b"<a>" * 100, Untaken.HOSTILE),
        (b'<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xfdf>&b;</xfdf>', Untaken.HOSTILE),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><xfdf/>', Untaken.HOSTILE),
        (b'{"rows":' + b"[" * 200_000, Untaken.HOSTILE),
        (b"return os.execute{}", Untaken.DAMAGED),
        (b"return {" + b"{" * 100, Untaken.HOSTILE),
        (b'return {["a"]=', Untaken.DAMAGED),
        (b"\xff\xfe> \xe2\x80\x9cx\xe2\x80\x9d", Untaken.DAMAGED),
    ],
)
def test_what_is_malformed_or_hostile_is_refused(content, why):
    with pytest.raises(Refused) as refused:
        read(content)
    assert refused.value.why is why


def test_a_zip_that_reaches_out_or_swells_is_refused():
    for member, content in (("../../annotations.json", b"{}"), ("annotations.json", b" " * (257 * 2**20))):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(member, content)
        with pytest.raises(Refused):
            read(packed.getvalue())


@pytest.mark.parametrize(
    "odd",
    [
        {"annotationType": 5, "annotationPosition": [1]},
        {"annotationType": "highlight", "annotationText": 3, "annotationPosition": "{"},
        {"annotationType": "highlight", "annotationText": "x", "annotationPosition": '{"pageIndex": -1, "rects": 9}'},
        {"annotationType": "highlight", "annotationText": "x", "annotationPosition": '{"pageIndex": 1e99}'},
        {"annotationType": "note", "annotationPosition": '{"pageIndex": 0, "rects": [["a", null], [1]]}'},
    ],
)
def test_values_of_another_shape_are_passed_over(odd):
    found = read(json.dumps([odd, {"annotationType": "highlight", "annotationText": "heel"}]).encode())
    assert found.marks[-1].quote == "heel"


@given(st.binary(max_size=200), st.sampled_from([b"", b"<xfdf>", b"{", b"return {", b"> \xe2\x80\x9c", b"PK\x03\x04"]))
def test_any_bytes_are_marks_or_a_refusal(content, head):
    try:
        read(head + content)
    except Refused:
        return


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "rows",
                        "entries",
                        "title",
                        "uri",
                        "text",
                        "target",
                        "selector",
                        "annotationType",
                        "position",
                        "page",
                    ]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=20,
    )
)
def test_any_json_is_marks_or_a_refusal(value):
    for kind in (None, Format.ZOTERO, Format.HYPOTHESIS, Format.KOREADER):
        try:
            read(json.dumps(value).encode(), kind)
        except Refused:
            continue
