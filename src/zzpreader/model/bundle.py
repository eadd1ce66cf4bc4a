"""A knowledge bundle: what a knowledge-bank page says about a publication, and a map of its sections.

`docs/bundle.md` describes the file for the people who write one. Pages are named by the number printed on
the paper, always as text, because "xii" is one as well.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import chain, pairwise, takewhile
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta

from zzpreader.model.decoding import learnt
from zzpreader.model.sections import Kind

SCHEMA = 1
LARGEST_CHARS = 1_000_000

Id: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=100)]
Line: TypeAlias = Annotated[str, Meta(pattern=r"^[^\x00-\x1f\x7f]*\S[^\x00-\x1f\x7f]*\Z", max_length=500)]
Prose: TypeAlias = Annotated[str, Meta(pattern=r"^[^\x00-\x08\x0b-\x1f\x7f]*\Z", min_length=1, max_length=20_000)]
Label: TypeAlias = Annotated[str, Meta(pattern=r"^[0-9A-Za-z.\-]+\Z", max_length=12)]
Language: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z", max_length=35)]
Sha256: TypeAlias = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Hex: TypeAlias = Annotated[str, Meta(pattern=r"^[0-9a-f]{8,128}\Z")]
Fingerprint: TypeAlias = Annotated[str, Meta(pattern=r"^([0-9a-f]{8,64})?\Z")]
PdfPage: TypeAlias = Annotated[int, Meta(ge=1, le=100_000)]
# One member name in the folder: no separator, so it cannot lead outside; no leading dot, no device name's colon.
FileName: TypeAlias = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_][A-Za-z0-9._-]*\Z", max_length=120)]


class BundleError(Exception):
    """The text is not a bundle that can be used; its message is one sentence that says where and why."""


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the file; a field that is not listed here is refused."""


class BundleText(_Strict, frozen=True, kw_only=True):
    """A titled part of the page's text: paragraphs between blank lines; lines that begin with "- " are a list."""

    title: Line
    text: Prose


class BundleSection(_Strict, frozen=True, kw_only=True):
    """A node of the section map. The nodes are in reading order; `level` 1 is the top.

    `start` and `end` are printed pages, both included. A lesson inherits the pages of the node above it when
    it names none, and its place among its sisters is only what the publication says: `number` stays None
    where the order is not known. `lessons` counts all lessons below this node, also those the map cannot name.
    """

    id: Id
    title: Line
    kind: Kind = Kind.SECTION
    level: Annotated[int, Meta(ge=1, le=9)] = 1
    start: Label | None = None
    end: Label | None = None
    number: Annotated[int, Meta(ge=1, le=1000)] | None = None
    author: Line | None = None
    subject: Line | None = None
    lessons: Annotated[int, Meta(ge=1, le=1000)] | None = None
    find: Annotated[tuple[Line, ...], Meta(max_length=10)] = ()
    """Words that all occur in the printed title, for a map whose titles are worded anew."""


class BundleReference(_Strict, frozen=True, kw_only=True):
    """A place in the publication that the page's text points to."""

    text: Line
    start: Label
    end: Label | None = None
    section: Id | None = None


class PageRule(_Strict, frozen=True, kw_only=True):
    """From `pdf_page` (counted from 1) to the next rule: `per_page` printed pages on each PDF page.

    The first of them carries the number `printed`, and the numbers go on from there, left before right;
    None means that these pages carry no number.
    """

    pdf_page: PdfPage
    printed: Label | None = None
    per_page: Literal[1, 2] = 1


class Role(StrEnum):
    """What an attachment is to the bundle; it has at most one guide and one publication."""

    GUIDE = "guide"
    PUBLICATION = "publication"
    OTHER = "other"


class Attachment(_Strict, frozen=True, kw_only=True):
    """A document of the bundle. Without `file` the reader brings a copy, which the other fields recognise.

    These are those of `Edition`: sha256 and the first string of /ID of every copy known, and the page texts'
    fingerprints in page order. None is a condition: a copy that no field recognises is welcome too.
    """

    id: Id
    role: Role
    title: Line
    file: FileName | None = None
    language: Language | None = None
    page_count: PdfPage | None = None
    sha256: Annotated[tuple[Sha256, ...], Meta(max_length=50)] = ()
    trailer_ids: Annotated[tuple[Hex, ...], Meta(max_length=50)] = ()
    fingerprints: Annotated[tuple[Fingerprint, ...], Meta(max_length=10_000)] = ()
    extractor: Line | None = None


class Bundle(_Strict, frozen=True, kw_only=True):
    """The fields of a knowledge-bank page, the section map, and the documents that belong to it."""

    schema: int
    id: Id
    language: Language
    title: Line
    short_title: Line | None = None
    introduction: Prose
    description: Annotated[tuple[BundleText, ...], Meta(max_length=50)] = ()
    conclusions: Annotated[tuple[BundleText, ...], Meta(max_length=50)] = ()
    more_information: Annotated[tuple[BundleText, ...], Meta(max_length=50)] = ()
    issued: date
    source: Line
    document_type: Line
    publisher: Line
    attachments: Annotated[tuple[Attachment, ...], Meta(max_length=50)] = ()
    sections: Annotated[tuple[BundleSection, ...], Meta(max_length=5000)] = ()
    references: Annotated[tuple[BundleReference, ...], Meta(max_length=500)] = ()
    page_layout: Annotated[tuple[PageRule, ...], Meta(max_length=500)] = ()

    @property
    def name(self) -> str:
        """What a tab or a list calls it."""
        return self.short_title or self.title

    @property
    def guide(self) -> Attachment | None:
        return self._attached(Role.GUIDE)

    @property
    def publication(self) -> Attachment | None:
        return self._attached(Role.PUBLICATION)

    def below(self, section: BundleSection) -> tuple[BundleSection, ...]:
        """Every node under `section`, in reading order."""
        after = self.sections[self.sections.index(section) + 1 :]
        return tuple(takewhile(lambda node: node.level > section.level, after))

    def unnamed_lessons(self, section: BundleSection) -> int:
        """How many lessons below `section` the publication has and this map does not name."""
        named = sum(node.kind == "lesson" for node in self.below(section))
        return max((section.lessons or 0) - named, 0)

    def _attached(self, role: Role) -> Attachment | None:
        return next((one for one in self.attachments if one.role is role), None)


def parse_bundle(toml_text: str) -> Bundle:
    """The bundle that a bundle.toml describes.

    Raises:
        BundleError: too long, no TOML, an unknown, missing or wrong field, or parts that contradict each other.
    """
    if len(toml_text) > LARGEST_CHARS:
        raise BundleError(f"The bundle is longer than {LARGEST_CHARS:,} characters.")
    try:
        import tomllib  # noqa: PLC0415 - most starts read no bundle

        table = tomllib.loads(toml_text)
    except (ValueError, RecursionError) as error:  # ValueError: also a number too long for Python's int
        raise BundleError(f"The bundle is not valid TOML: {error}.") from error
    _check_schema(table.get("schema"))
    try:
        bundle = msgspec.convert(table, learnt(Bundle))
    except msgspec.ValidationError as error:
        raise BundleError(_sentence(str(error))) from error
    if complaint := next(chain(_section_complaints(bundle), _other_complaints(bundle)), None):
        raise BundleError(complaint)
    return bundle


def _check_schema(schema: object) -> None:
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise BundleError("The bundle does not say which schema it follows (schema = 1).")
    if schema > SCHEMA:
        raise BundleError(f"The bundle follows schema {schema}, and this program knows no newer one than {SCHEMA}.")


def _sentence(complaint: str) -> str:
    """msgspec's complaint as a sentence; its pattern for a text is for programs, not for people."""
    what, _, where = complaint.partition(" - at `$")
    place = where.rstrip("`").lstrip(".") or "the bundle"
    if what.startswith("Expected `str` matching regex"):
        what = "the text has a character or a form that is not allowed here"
    what = what[:200].replace("`", '"')
    return f"In {place[:200]}: {what[:1].lower()}{what[1:]}."


def _section_complaints(bundle: Bundle) -> Iterator[str]:
    level_before = 0
    for section in bundle.sections:
        if section.level > level_before + 1:
            yield f'Section "{section.id}" has level {section.level} below level {level_before}.'
        if not _in_order(section.start, section.end):
            yield f'Section "{section.id}" ends on page {section.end}, which is not after its start.'
        if section.lessons and sum(n.kind is Kind.LESSON for n in bundle.below(section)) > section.lessons:
            yield f'Section "{section.id}" names more lessons than the {section.lessons} it says it has.'
        level_before = section.level


def _other_complaints(bundle: Bundle) -> Iterator[str]:
    sections = [section.id for section in bundle.sections]
    yield from _repeated("section id", sections)
    yield from _repeated("attachment id", [one.id for one in bundle.attachments])
    yield from _repeated("file", [one.file.casefold() for one in bundle.attachments if one.file])
    yield from _repeated("role", [one.role for one in bundle.attachments if one.role is not Role.OTHER])
    if bundle.guide and not bundle.guide.file:
        yield "The guide has no file."
    for reference in bundle.references:
        if reference.section and reference.section not in sections:
            yield f'A reference points to section "{reference.section}", which is not in the map.'
        if not _in_order(reference.start, reference.end):
            yield f"A reference ends on page {reference.end}, which is not after its start {reference.start}."
    for before, after in pairwise(bundle.page_layout):
        if after.pdf_page <= before.pdf_page:
            yield f"The page layout names PDF page {after.pdf_page} after PDF page {before.pdf_page}."


def _in_order(start: str | None, end: str | None) -> bool:
    """Whether `end` may follow `start`; of labels that are not both decimal nothing is known."""
    if end is None:
        return True
    if start is None:
        return False
    return not (start.isdecimal() and end.isdecimal()) or int(start) <= int(end)


def _repeated(what: str, names: list[str]) -> Iterator[str]:
    yield from (f'The {what} "{name}" occurs twice.' for name, times in Counter(names).items() if times > 1)
