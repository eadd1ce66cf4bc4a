"""Renewing an Obsidian document of ours: our blocks are known by the ids behind them (`markdown.py`)."""

import re
from collections.abc import Iterator, Sequence

from zzpreader.export.markdown import MARK, WRITTEN, pieces, to_obsidian
from zzpreader.export.renew import Piece, Written, renewed
from zzpreader.export.report import Report

_ID = re.compile(rf"(?:^| )\^({MARK}[\w-]+)[ \t]*$")
_BEGIN = re.compile(rf"\[//\]: # \(({MARK}[\w-]+)\)[ \t]*$")
_SIGN = re.compile(rf"[ \t]*\^{MARK}[\w-]+[ \t]*$|^\[//\]: # \({MARK}[\w-]+\)[ \t]*\r?\n(?:[ \t]*\r?\n)*", re.MULTILINE)
_DIGEST = re.compile(rf"({MARK}[\w-]+)=([0-9a-f]{{8}})")
_ENDS_BLANK = re.compile(r"\n[ \t]*\r?\n\Z")
_KEY = re.compile(r"([\w-]+)[ \t]*:")


def is_ours(document: str) -> bool:
    return any(piece.id for piece in taken_apart(document))


def renew_obsidian(document: str, report: Report) -> str:
    """The document with our blocks renewed; one that is none of ours is replaced."""
    old = taken_apart(document)
    if not any(piece.id for piece in old):
        return to_obsidian(report)
    new = pieces(report)
    if old[0].id == new[0].id:
        new[0] = Piece(new[0].id, _front_matter(old[0].text, new[0].text))
    text = _joined(renewed(old, new, written=_written(old)))
    return text.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in document else text


def _written(pieces: Sequence[Piece]) -> Written:
    table = next((piece.text for piece in pieces if piece.id == WRITTEN), "")
    return Written(dict(_DIGEST.findall(table)), bare=lambda text: _SIGN.sub("", text))


def taken_apart(document: str) -> list[Piece]:
    """Pieces that together are the document, to the letter."""
    front, chunks = _front_and_chunks(document)
    found = [Piece(f"{MARK}front", front)] if front else []
    at = 0
    while at < len(chunks):
        end, name = _region(chunks, at)
        found.append(Piece(name, "".join(chunks[at:end])))
        at = end
    return found


def _region(chunks: Sequence[str], at: int) -> tuple[int, str]:
    """Up to where the piece goes that begins at `at`, and its id."""
    if begun := _BEGIN.match(_last_line(chunks[at])):
        for end in range(at + 1, len(chunks)):
            if _id(chunks[end]) == begun[1]:
                return end + 1, begun[1]
        return at + 1, ""  # its end is gone: it is the author's from now on
    if name := _id(chunks[at]):
        return at + 1, name
    following = chunks[at + 1] if at + 1 < len(chunks) else ""
    if following and _is_id_alone(following):
        return at + 2, _id(following)
    return at + 1, ""


def _front_and_chunks(document: str) -> tuple[str, list[str]]:
    """The YAML at the top, and what stands between blank lines, each with those behind it."""
    lines = document.splitlines(keepends=True)
    front = 0
    if lines and lines[0].rstrip() == "---":
        ends = [n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"]
        front = ends[0] + 1 if ends else 0
        while front and front < len(lines) and not lines[front].strip():
            front += 1
    return "".join(lines[:front]), list(_chunks(lines[front:]))


def _chunks(lines: Sequence[str]) -> Iterator[str]:
    chunk: list[str] = []
    for line in lines:
        if chunk and line.strip() and not chunk[-1].strip():
            yield "".join(chunk)
            chunk = []
        chunk.append(line)
    if chunk:
        yield "".join(chunk)


def _last_line(chunk: str) -> str:
    lines = chunk.rstrip().splitlines()
    return lines[-1] if lines else ""


def _id(chunk: str) -> str:
    found = _ID.search(_last_line(chunk))
    return found[1] if found else ""


def _is_id_alone(chunk: str) -> bool:
    return _last_line(chunk) == chunk.strip() and chunk.startswith("^") and bool(_id(chunk))


def _front_matter(old: str, new: str) -> str:
    """Ours renewed, the author's own keys kept as they are written."""
    ours = {key[1] for line in new.splitlines() if (key := _KEY.match(line))}
    kept: list[str] = []
    is_ours = False
    for line in old.strip().splitlines()[1:-1]:
        if key := _KEY.match(line):
            is_ours = key[1] in ours
        if not is_ours:
            kept.append(line)
    return "\n".join([*new.rstrip().splitlines()[:-1], *kept, "---", "", ""])


def _joined(result: Sequence[Piece]) -> str:
    """With a blank line between any two pieces."""
    texts: list[str] = []
    for piece in result:
        if texts and not _ENDS_BLANK.search(texts[-1]):
            texts.append("\n" if texts[-1].endswith("\n") else "\n\n")
        texts.append(piece.text)
    return "".join(texts)
