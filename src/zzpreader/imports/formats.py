"""All formats that can be taken in, and telling which of them a file is."""

from collections.abc import Callable
from enum import StrEnum

from zzpreader.imports import annotation_set, hypothesis, koreader, markdown, xfdf, zotero
from zzpreader.imports.source import LARGEST, Refused, Source
from zzpreader.imports.values import all_fields, fields, json_in
from zzpreader.model.refused import Untaken

_SNIFFED = 4096


class Format(StrEnum):
    ANNOTATIONS = "annotations"
    XFDF = "xfdf"
    ZOTERO = "zotero"
    KOREADER = "koreader"
    HYPOTHESIS = "hypothesis"
    MARKDOWN = "markdown"


_READERS: dict[Format, Callable[[bytes], Source]] = {
    Format.ANNOTATIONS: annotation_set.read,
    Format.XFDF: xfdf.read,
    Format.ZOTERO: zotero.read,
    Format.KOREADER: lambda data: koreader.read(data) if data.lstrip()[:1] in (b"{", b"[") else koreader.read_lua(data),
    Format.HYPOTHESIS: hypothesis.read,
    Format.MARKDOWN: markdown.read,
}


def read(data: bytes, of: Format | None = None) -> Source:
    """What is in a file; whatever its name is, its content says what it is.

    Raises: Refused.
    """
    if len(data) > LARGEST:
        raise Refused(Untaken.LARGE)
    chosen = of or told_apart(data)
    found = _READERS[chosen](data)
    if not (found.marks or found.own or found.records or found.skipped):
        raise Refused(Untaken.UNKNOWN)
    return found


def told_apart(data: bytes) -> Format:
    """Raises: Refused."""
    head = data[:_SNIFFED].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"PK"):
        return Format.ANNOTATIONS
    if head.startswith((b"{", b"[")):
        return _json(data)
    if head.startswith(b"<"):
        return Format.XFDF
    if head.startswith((b"return", b"-- ")) and b"{" in head:
        return Format.KOREADER
    if markdown.is_ours(data):
        return Format.MARKDOWN
    raise Refused(Untaken.UNKNOWN)


def _json(data: bytes) -> Format:
    whole = json_in(data)
    if fields(whole).get("type") == "AnnotationSet":
        return Format.ANNOTATIONS
    if any(map(koreader.is_book, koreader.books_in(whole))):
        return Format.KOREADER
    if any(map(hypothesis.is_row, hypothesis.rows_in(whole))):
        return Format.HYPOTHESIS
    if any(map(zotero.is_mark, all_fields(whole))):
        return Format.ZOTERO
    raise Refused(Untaken.UNKNOWN)
