"""Renewing an ODT of ours, also one that an office program has saved since: our elements are known by their bookmarks.

Only they are replaced, byte for byte; what stands between them, pictures, styles and settings stay as they are.
"""

import re
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from zzpreader.export.archive import packed
from zzpreader.export.odt import MIMETYPE, WRITTEN, entries, pictures, to_odt, written_entry
from zzpreader.export.odt_body import CONTENTS, MARK, digest_of_words, pieces, words_of
from zzpreader.export.odt_styles import AUTOMATIC, NAMESPACES, named_styles
from zzpreader.export.renew import Piece, Written, renewed
from zzpreader.export.report import Report

LARGEST = 200 * 2**20
"""Bytes of all members together; an office document above that is none of ours."""

_BODY = ["office:document-content", "office:body", "office:text"]
_NEEDED = ("text", "table", "draw", "svg", "xlink", "office")
_ENTRY = re.compile(rf'<meta:user-defined [^>]*meta:name="{WRITTEN}"[^>]*>([^<]*)</meta:user-defined>')
_DIGEST = re.compile(rf"({MARK}[\w.-]+)=([0-9a-f]{{8}})")
_SIGN = re.compile(rf'<text:bookmark(?:-start|-end)? [^>]*text:name="{MARK}[^>]*/>| (?:text|xml):id="[^"]*"')
_AUTOMATIC = re.compile(r"P\d+\Z")
_STYLE = re.compile(r"<text:[ph] [^>]*?text:style-name=\"([^\"]*)\"")


class NotOurs(Exception):
    """The file is no ODT, or has none of our bookmarks, or cannot be taken apart."""


def renew_odt(document: bytes, report: Report) -> bytes:
    """The document with our blocks renewed.

    Raises:
        NotOurs: it is to be replaced as a whole, if the reader wants that.
    """
    members = _members(document)
    head, old, tail = taken_apart(members["content.xml"])
    if 'style:name="zzpTable"' not in head:
        head = head.replace("</office:automatic-styles>", f"{AUTOMATIC}</office:automatic-styles>", 1)
    body = "".join(piece.text for piece in renewed(old, pieces(report), _same, _written(members)))
    renewed_members = {
        **members,
        "content.xml": f"{head}{body}{tail}".encode(),
        "styles.xml": _with_styles(members["styles.xml"], report),
        **pictures(report),
    }
    if "meta.xml" in members:
        renewed_members["meta.xml"] = _with_written(members["meta.xml"], report)
    renewed_members["META-INF/manifest.xml"] = _with_entries(members["META-INF/manifest.xml"], report)
    if renewed_members == members:
        return document
    first = {"mimetype": MIMETYPE.encode()}
    stored = frozenset({"mimetype", *(name for name in renewed_members if name.startswith("Pictures/"))})
    return packed((first | renewed_members).items(), stored=stored)


def renewed_or_new(document: bytes, report: Report) -> bytes:
    """Renewed if it is ours, else a new one."""
    try:
        return renew_odt(document, report)
    except NotOurs:
        return to_odt(report)


def is_ours(document: bytes) -> bool:
    try:
        taken_apart(_members(document)["content.xml"])
    except NotOurs:
        return False
    return True


def taken_apart(content: bytes) -> tuple[str, list[Piece], str]:
    """What stands before the elements of the text, these, and what stands behind. Raises: NotOurs."""
    try:
        starts, names, end = _Elements().read(content)
    except expat.ExpatError as damaged:
        raise NotOurs from damaged
    if not starts or not any(names):
        raise NotOurs
    borders = [*starts, end]
    texts = [content[a:b].decode() for a, b in pairwise(borders)]
    found = [Piece(name, text) for name, text in zip(names, texts, strict=True)]
    return content[: starts[0]].decode(), found, content[end:].decode()


class _Elements:
    """Where the elements right below office:text begin, and the first of our bookmarks in each."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._starts: list[int] = []
        self._names: list[str] = []
        self._end = 0
        self._prefixes: dict[str, str] = {}
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._stop
        self._parser.StartDoctypeDeclHandler = self._refuse

    def read(self, content: bytes) -> tuple[list[int], list[str], int]:
        """Raises: ExpatError, NotOurs."""
        if not content.lstrip().startswith(b"<?xml") or b'encoding="UTF-8"' not in content[:200]:
            raise NotOurs
        self._parser.Parse(content, True)  # noqa: FBT003 - it has no name
        if any(self._prefixes.get(prefix) != NAMESPACES[prefix] for prefix in _NEEDED):
            raise NotOurs  # our elements would mean something else in it
        return self._starts, self._names, self._end

    def _refuse(self, *_declared: object) -> None:
        raise NotOurs  # no office program writes a document type, and entities are for mischief

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._open:
            declared = {key.partition(":")[2]: value for key, value in attributes.items() if key.startswith("xmlns:")}
            self._prefixes = declared
        if self._open == _BODY:
            self._starts.append(self._parser.CurrentByteIndex)
            self._names.append(CONTENTS if attributes.get("text:name", "").startswith(CONTENTS) else "")
        elif self._names and not self._names[-1] and name in ("text:bookmark", "text:bookmark-start"):
            marked = attributes.get("text:name", "")
            self._names[-1] = marked if marked.startswith(MARK) else ""
        self._open.append(name)

    def _stop(self, _name: str) -> None:
        if self._open == _BODY:
            self._end = self._parser.CurrentByteIndex
        self._open.pop()


def _same(old: str, new: str) -> bool:
    """Whether an element need not be replaced: the same words in the same styles.

    Numbers that an office program counts by itself are none of the words. A style that it made itself stands for what
    the author has changed in the looks.
    """
    styles, ours = _STYLE.findall(old), _STYLE.findall(new)
    return (
        words_of(old) == words_of(new)
        and len(styles) == len(ours)
        and all(a == b or _AUTOMATIC.match(a) for a, b in zip(styles, ours, strict=True))
    )


def _written(members: Mapping[str, bytes]) -> Written:
    there = _ENTRY.search(members.get("meta.xml", b"").decode(errors="replace"))
    digests = dict(_DIGEST.findall(there[1])) if there else {}
    return Written(digests, digest_of_words, lambda element: _SIGN.sub("", element))


def _with_written(meta: bytes, report: Report) -> bytes:
    text, entry = meta.decode(errors="replace"), written_entry(report)
    there, ours = _ENTRY.search(text), _ENTRY.fullmatch(entry)
    if there and ours and there[1] == ours[1]:
        return meta
    return _ENTRY.sub("", text).replace("</office:meta>", f"{entry}</office:meta>", 1).encode()


def _members(document: bytes) -> dict[str, bytes]:
    """Raises: NotOurs."""
    try:
        with ZipFile(BytesIO(document)) as package:
            infos = package.infolist()
            if sum(info.file_size for info in infos) > LARGEST:
                raise NotOurs
            found = {info.filename: package.read(info) for info in infos if not info.is_dir()}
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError) as damaged:
        raise NotOurs from damaged
    if found.get("mimetype", b"").strip() != MIMETYPE.encode():
        raise NotOurs
    if not {"content.xml", "styles.xml", "META-INF/manifest.xml"} <= found.keys():
        raise NotOurs
    return found


def _with_styles(styles: bytes, report: Report) -> bytes:
    """With the styles of ours that are not in it; those that are may have been changed by the author."""
    text = styles.decode()
    there = set(re.findall(r'style:name="([^"]*)"', text))
    missing = "".join(style for name, style in named_styles(report) if name not in there)
    return text.replace("</office:styles>", f"{missing}</office:styles>", 1).encode()


def _with_entries(manifest: bytes, report: Report) -> bytes:
    text = manifest.decode()
    missing = [entry for entry in entries(report) if entry.split(" manifest:media-type")[0] not in text]
    return text.replace("</manifest:manifest>", f"{''.join(missing)}</manifest:manifest>", 1).encode()
