"""Annotations as a set in W3C's words, and back without loss.

Each is a Web Annotation (https://www.w3.org/TR/annotation-model/) with the body of the draft EPUB Annotations 1.0
(https://www.w3.org/TR/epub-anno-10/), whose AnnotationSet is the envelope. Selectors are those of `docs/storage.md`;
`FragmentSelector` and `target.meta` are for readers that know no others, and are made anew from the rest. What a
notebook holds beside annotations stands under terms of ours (`zzp:…`), as JSON literals, which others pass over.
"""

import zlib
from collections.abc import Mapping
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5
from zipfile import BadZipFile, ZipFile

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from zzpreader.export.apparatus import Beside
from zzpreader.export.archive import packed
from zzpreader.export.report import Item, Report, Work
from zzpreader.model.annotation import (
    Annotation,
    Body,
    Highlight,
    Motivation,
    Target,
)
from zzpreader.model.decoding import learnt
from zzpreader.model.publication import Edition
from zzpreader.model.records import LabelRule, Link, SectionRecord, Standing

LARGEST = 256 * 2**20
MOST = 200_000
MEMBER = "annotations.json"
"""Of a zip with the suffix `.annotations`."""

_PDF_FRAGMENT = "http://tools.ietf.org/rfc/rfc8118"
_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    "https://www.w3.org/ns/epub-anno.jsonld",
    {
        "zzp": "urn:zzpreader:terms:",
        **{term: f"zzp:{term}" for term in ("PdfRectsSelector", "quads", "label", "half", "legend")},
        # JSON literals: their keys are no terms, so nothing in them is taken for a statement.
        **{
            f"zzp:{term}": {"@id": f"zzp:{term}", "@type": "@json"}
            for term in ("sections", "labels", "standings", "links", "versions", "editions")
        },
    },
]


class NotASet(Exception):
    """The file is no annotation set, is too large, or is damaged; nothing of it was taken."""


class Heading(Struct, frozen=True):
    level: int
    txt: str


class Where(Struct, frozen=True, omit_defaults=True):
    """For people: the sections in which it lies, and its printed page."""

    headings: tuple[Heading, ...] = ()
    page: str = ""


class Entry(Struct, frozen=True):
    annotation: Annotation
    where: Where = Where()


class AnnotationSet(Struct, frozen=True, kw_only=True):
    """
    Args:
        legend: the reader's words for colours.
        records: sections, labels, standings and links, in this order, each sorted by id.
        versions, editions: as in `Apparatus`.
    """

    id: str
    title: str
    generated: str
    work: Work
    legend: Mapping[str, str] = {}
    entries: tuple[Entry, ...] = ()
    records: tuple[Beside, ...] = ()
    versions: Mapping[str, Mapping[str, int]] = {}
    editions: tuple[Edition, ...] = ()


def _told(item: Item) -> Annotation:
    """Without its comment if that is not wanted; the words by which it is found always go along."""
    one = item.annotation
    return one if item.comment == one.body.value else replace(one, body=replace(one.body, value=item.comment))


def set_of(report: Report) -> AnnotationSet:
    entries: dict[str, Entry] = {}
    legend: dict[str, str] = {}
    for item in report.items:
        entries[item.annotation.id] = Entry(_told(item), _where(item))
        if item.annotation.body.color:
            legend[item.annotation.body.color] = item.meaning
    meta = report.meta
    return AnnotationSet(
        id=f"urn:uuid:{uuid5(NAMESPACE_URL, f'{meta.work.id} {meta.date} {len(entries)}')}",
        title=meta.title,
        generated=meta.date,
        work=meta.work,
        legend=dict(sorted(legend.items())),
        entries=tuple(entries.values()),
        records=tuple(sorted(report.apparatus.records, key=lambda one: (_ORDER.index(type(one)), one.id))),
        versions=_versions(report),
        editions=tuple(sorted(report.apparatus.editions, key=lambda edition: edition.sha256)),
    )


def _versions(report: Report) -> dict[str, Mapping[str, int]]:
    """What is not told whole bears none: it must not take the place of the whole where sets are merged."""
    partly = {item.annotation.id for item in report.items if item.comment != item.annotation.body.value}
    known = sorted(report.apparatus.versions.items())
    return {id_: dict(sorted(seen.items())) for id_, seen in known if id_ not in partly}


def to_json_ld(report: Report) -> bytes:
    return written(set_of(report))


def to_annotations(report: Report) -> bytes:
    """The set and the pictures in a zip."""
    shown = {item.id: item.picture for item in report.items if item.picture}
    pictures = {f"pictures/{name}-{picture.file_name}": picture.data for name, picture in shown.items()}
    return packed([(MEMBER, to_json_ld(report)), *sorted(pictures.items())])


def written(one: AnnotationSet) -> bytes:
    work = one.work
    about = {
        "dc:identifier": work.id,
        "dc:title": work.title,
        "dc:creator": list(work.authors),
        "dc:publisher": work.publisher,
        "dc:date": work.issued,
        "dc:language": work.language,
        "dc:extent": work.pages,
        "dc:format": "application/pdf",
    }
    document = {
        "@context": _CONTEXT,
        "id": one.id,
        "type": "AnnotationSet",
        "generator": {"id": "urn:zzpreader", "type": "Software", "name": "zzpreader"},
        "generated": one.generated,
        "title": one.title,
        "about": {key: value for key, value in about.items() if value},
        "legend": one.legend,
        "items": [_item(entry) for entry in one.entries],
    }
    beside = {
        "zzp:sections": _these(one.records, SectionRecord),
        "zzp:labels": _these(one.records, LabelRule),
        "zzp:standings": _these(one.records, Standing),
        "zzp:links": _these(one.records, Link),
        "zzp:versions": one.versions,
        "zzp:editions": one.editions,
    }
    document |= {name: value for name, value in beside.items() if value}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def parsed(data: bytes) -> AnnotationSet:
    """A set, as JSON or as a zip. Raises: NotASet."""
    if data.startswith(b"PK"):
        data = _unpacked(data)
    if len(data) > LARGEST:
        raise NotASet
    try:
        document = msgspec.json.decode(data, type=learnt(_Set))
        entries = tuple(_entry(item) for item in document.items[:MOST])
    except (msgspec.DecodeError, RecursionError, UnicodeError) as wrong:
        raise NotASet(str(wrong)) from wrong
    if document.type != "AnnotationSet" or len(document.items) > MOST:
        raise NotASet
    records = (*document.sections, *document.labels, *document.standings, *document.links)
    ids = {"", *(entry.annotation.id for entry in entries)}
    if len(records) > MOST or len(ids | {one.id for one in records}) < len(ids) + len(records):
        raise NotASet
    return AnnotationSet(
        id=document.id,
        title=document.title,
        generated=document.generated,
        work=_work(document.about),
        legend=document.legend,
        entries=entries,
        records=records,
        versions=document.versions,
        editions=document.editions,
    )


def _where(item: Item) -> Where:
    headings = tuple(Heading(level, section.title) for level, section in enumerate(item.path, 1))
    return Where(headings, item.page)


def _item(entry: Entry) -> dict[str, object]:
    one = entry.annotation
    body: dict[str, object] = {"type": "TextualBody", "value": one.body.value, "format": one.body.format}
    body |= msgspec.to_builtins(one.body)
    target: dict[str, object] = {"source": one.target.source, **msgspec.to_builtins(one.target)}
    if one.rects:
        fragment = {"type": "FragmentSelector", "conformsTo": _PDF_FRAGMENT, "value": f"page={one.rects[0].page + 1}"}
        target["selector"] = [*msgspec.to_builtins(one.target.selector), fragment]
    if where := msgspec.to_builtins(entry.where):
        target["meta"] = where
    item: dict[str, object] = {"id": one.id, "type": "Annotation", "motivation": one.motivation}
    item |= {"created": one.created, "modified": one.modified}
    if one.creator:
        item["creator"] = {"type": "Person", "name": one.creator}
    return item | {"body": body, "target": target}


class _Creator(Struct, frozen=True):
    name: str = ""


class _Item(Struct, frozen=True):
    id: str
    target: dict[str, object]
    created: str
    modified: str = ""
    motivation: str = ""
    creator: _Creator = _Creator()
    body: dict[str, object] = {}


class _Set(Struct, frozen=True):
    type: str
    items: tuple[_Item, ...]
    id: str = ""
    title: str = ""
    generated: str = ""
    about: dict[str, object] = {}
    legend: dict[str, str] = {}
    sections: tuple[SectionRecord, ...] = field(default=(), name="zzp:sections")
    labels: tuple[LabelRule, ...] = field(default=(), name="zzp:labels")
    standings: tuple[Standing, ...] = field(default=(), name="zzp:standings")
    links: tuple[Link, ...] = field(default=(), name="zzp:links")
    versions: dict[str, dict[str, int]] = field(default_factory=dict[str, dict[str, int]], name="zzp:versions")
    editions: tuple[Edition, ...] = field(default=(), name="zzp:editions")


_ORDER = (SectionRecord, LabelRule, Standing, Link)


def _these(records: tuple[Beside, ...], kind: type[Beside]) -> list[Beside]:
    return [one for one in records if isinstance(one, kind)]


def _entry(item: _Item) -> Entry:
    known = item.motivation in set(Motivation)
    annotation = Annotation(
        id=item.id,
        motivation=Motivation(item.motivation) if known else Motivation.COMMENTING,
        target=_target(item.target),
        body=_body(item.body),
        created=item.created,
        modified=item.modified or item.created,
        creator=item.creator.name,
    )
    return Entry(annotation, msgspec.convert(item.target.get("meta", {}), learnt(Where)))


def _body(body: dict[str, object]) -> Body:
    """A look that is not known, which a later draft may bring, is a plain mark."""
    strange = body.get("highlight") is not None and body["highlight"] not in set(Highlight)
    return msgspec.convert(body | {"highlight": Highlight.SOLID} if strange else body, learnt(Body))


def _target(target: dict[str, object]) -> Target:
    """Selectors of kinds that are not known, and those without a page, which others may write, are passed over."""
    found = msgspec.convert(target.get("selector", []), learnt(list[dict[str, object]]))
    known = [one for one in found if one.get("type") in _KINDS and ("page" in one or one["type"] == _QUOTE)]
    return msgspec.convert(target | {"selector": known}, learnt(Target))


_QUOTE = "TextQuoteSelector"
_KINDS = frozenset({_QUOTE, "TextPositionSelector", "PdfRectsSelector"})


def _work(about: Mapping[str, object]) -> Work:
    def text(name: str) -> str:
        value = about.get(f"dc:{name}", "")
        return value if isinstance(value, str) else ""

    authors, pages = about.get("dc:creator"), about.get("dc:extent")
    return Work(
        title=text("title"),
        id=text("identifier"),
        authors=msgspec.convert(authors, learnt(tuple[str, ...])) if isinstance(authors, list) else (),
        publisher=text("publisher"),
        issued=text("date"),
        language=text("language"),
        pages=pages if isinstance(pages, int) else 0,
    )


def _unpacked(data: bytes) -> bytes:
    try:
        with ZipFile(BytesIO(data)) as archive, archive.open(MEMBER) as member:
            return member.read(LARGEST + 1)
    except (
        BadZipFile,
        KeyError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        ValueError,
        OSError,
        zlib.error,
    ) as wrong:
        raise NotASet(str(wrong)) from wrong
