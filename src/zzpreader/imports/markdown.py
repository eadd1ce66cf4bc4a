"""A plain or Obsidian export of ours in Markdown (`export/markdown.py`), perhaps edited since.

A quotation is a mark; what follows up to the next one or the next heading is its comment. What stands below a heading
without a quotation is a note there.
"""

import re
from collections.abc import Iterator

from zzpreader.export.words import DUTCH, ENGLISH
from zzpreader.imports.source import LARGEST, Refused, Source
from zzpreader.imports.values import text
from zzpreader.model.annotation import Kind
from zzpreader.model.foreign import MOST_MARKS, ForeignMark
from zzpreader.model.refused import Untaken

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ID = re.compile(r"(?:^|\s)\^zzp-[\w-]+\s*$")
_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*\s*\Z")
_QUOTE = re.compile(r"“(?P<words>.*)”\s*(?:\((?P<page>[^()]*)\))?\s*\Z", re.DOTALL)
_REMARK = re.compile(r"\*([^*\n]+)\*\Z")
_LABEL = re.compile(r"\*\*(?P<what>[^*\n]+)\*\*:?(?P<name>[^\n]*)\Z")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_PAGE = re.compile(r"(?:p|blz|pp)\.\s*([^\s,·:()–-]+)")
_COLOURS = {
    meaning.casefold(): name
    for words in (ENGLISH, DUTCH)
    for name, meaning in {**words.colours, **words.meanings}.items()
}
_STYLES = {
    words.kinds[kind].casefold(): kind
    for words in (ENGLISH, DUTCH)
    for kind in (Kind.UNDERLINE, Kind.STRIKEOUT, Kind.SQUIGGLY)
}
_TAGS = re.compile(r"\s*(?:tags|labels|trefwoorden)\s*:\s*(.+)\Z", re.IGNORECASE)


def is_ours(data: bytes) -> bool:
    return b"> \xe2\x80\x9c" in data or b"^zzp-" in data


def read(data: bytes) -> Source:
    """Raises: Refused."""
    if len(data) > LARGEST:
        raise Refused(Untaken.LARGE)
    try:
        content = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise Refused(Untaken.DAMAGED) from wrong
    marks = list(_marks(_blocks(content.replace("\r\n", "\n"))))
    if not marks:
        raise Refused(Untaken.UNKNOWN)
    return Source(marks=tuple(marks))


class _Note:
    def __init__(self, heading: str, kind: Kind = Kind.NOTE, quote: str = "", label: str = "") -> None:
        self.heading, self.kind, self.quote, self.label = heading, kind, quote, label
        self.comment: list[str] = []
        self.color = ""
        self.tags: list[str] = []

    def mark(self) -> ForeignMark | None:
        comment = text("\n\n".join(self.comment).strip())
        if not (self.quote or comment):
            return None
        return ForeignMark(
            key=f"{self.heading} {self.label} {self.quote[:200]} {'' if self.quote else comment[:200]}",
            kind=self.kind,
            label=self.label,
            heading=self.heading,
            quote=self.quote,
            comment=comment,
            color=self.color,
            tags=tuple(self.tags),
        )


def _marks(blocks: Iterator[str]) -> Iterator[ForeignMark]:
    heading, note, count = "", _Note(""), 0
    for block in blocks:
        begun = _begun(block, heading)
        found = _HEADING.match(block)
        if begun or found:
            if mark := note.mark():
                count += 1
                if count > MOST_MARKS:
                    raise Refused(Untaken.LARGE)
                yield mark
            heading = _plain(found[2]) if found else heading
            note = begun or _Note(heading)
        elif remark := _REMARK.match(block):
            _remember(note, _plain(remark[1]))
        else:
            note.comment.append(block)
    if mark := note.mark():
        yield mark


def _begun(block: str, heading: str) -> _Note | None:
    if block.startswith(">"):
        words = "\n".join(line.removeprefix(">").strip() for line in block.split("\n"))
        if quoted := _QUOTE.match(words):
            said = "\n".join(line for line in _plain(quoted["words"]).split("\n") if line)
            return _Note(heading, Kind.HIGHLIGHT, text(said), _page(quoted["page"] or ""))
    if (labelled := _LABEL.match(block)) and (page := _page(labelled["what"])):
        is_bookmark = any(words.kinds[Kind.BOOKMARK] in labelled["what"] for words in (ENGLISH, DUTCH))
        note = _Note(heading, Kind.BOOKMARK if is_bookmark else Kind.NOTE, label=page)
        note.comment = [name] if (name := _plain(labelled["name"]).strip()) else []
        return note
    return None


def _remember(note: _Note, remark: str) -> None:
    for part in remark.split("·"):
        if tags := _TAGS.match(part):
            note.tags = [tag.strip() for tag in tags[1].split(",")]
        elif color := _COLOURS.get(part.strip().casefold()):
            note.color = color
        elif kind := _STYLES.get(part.strip().casefold()):
            note.kind = kind


def _page(said: str) -> str:
    found = _PAGE.search(said)
    return found[1] if found else ""


def _plain(words: str) -> str:
    return _ESCAPED.sub(r"\1", words)


def _blocks(content: str) -> Iterator[str]:
    """What stands between blank lines; a heading and a fenced piece of code are each one."""
    if content.startswith("---\n") and (end := content.find("\n---\n", 3)) > 0:
        content = content[end + 5 :]
    block: list[str] = []
    fence = ""
    for raw in content.split("\n"):
        line = raw if fence else _ID.sub("", raw).rstrip()
        found = _FENCE.match(line)
        if fence:
            block.append(line)
            fence = "" if found and line.strip().startswith(fence) else fence
            continue
        if (not line or line.startswith("[//]: #") or _HEADING.match(line)) and block:
            yield "\n".join(block)
            block = []
        if _HEADING.match(line):
            yield line
        elif line and not line.startswith("[//]: #"):
            block.append(line)
            fence = found[1] if found else ""
    if block:
        yield "\n".join(block)
