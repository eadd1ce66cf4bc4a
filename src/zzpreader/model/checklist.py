"""The boxes of a checklist in Markdown: `- [ ]` and `- [x]`. What stands in a fenced block of code is none."""

import re
from collections.abc import Iterator

_BOX = re.compile(r"(\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)])\s+\[)([ xX])\](?=\s|$)")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_ITEM = re.compile(r"(\s*)(?:([-*+])|(\d{1,9})([.)]))(\s+)(\[[ xX]\]\s+)?")


def ticked(text: str, number: int) -> str:
    """The text with its box of that number, from 0, ticked or no longer ticked; the same text if it has none."""
    lines = text.split("\n")
    for found, n in enumerate(_lines_with_boxes(lines)):
        if found == number:
            lines[n] = _turned(lines[n])
            return "\n".join(lines)
    return text


def box_at(line: str) -> range | None:
    """Where the box of a line stands, from "[" to "]"; None for a line without one."""
    found = _BOX.match(line)
    return range(found.end(1) - 1, found.end()) if found else None


def turned_line(line: str) -> str:
    """The line with its box ticked or no longer ticked; a line without a box gets one."""
    if _BOX.match(line):
        return _turned(line)
    item = _ITEM.match(line)
    if item:
        return f"{line[: item.end()]}[ ] {line[item.end() :]}"
    blank = line[: len(line) - len(line.lstrip())]
    return f"{blank}- [ ] {line.lstrip()}"


def next_item(line: str) -> str | None:
    """What a new line after this one begins with, so that its list goes on; "" if its item is empty, so that the list
    ends; None if it is no item."""
    item = _ITEM.match(line)
    if not item:
        return None
    if not line[item.end() :].strip():
        return ""
    blank, sign, number, dot, space, box = item.groups()
    mark = sign or f"{int(number) + 1}{dot}"
    return f"{blank}{mark}{space}{'[ ] ' if box else ''}"


def _turned(line: str) -> str:
    found = _BOX.match(line)
    assert found
    at = found.start(2)
    return line[:at] + (" " if line[at] != " " else "x") + line[at + 1 :]


def _lines_with_boxes(lines: list[str]) -> Iterator[int]:
    fence = ""
    for n, line in enumerate(lines):
        if found := _FENCE.match(line):
            sign = found.group(1)
            if not fence:
                fence = sign
            elif sign[0] == fence[0] and len(sign) >= len(fence):
                fence = ""
        elif not fence and _BOX.match(line):
            yield n
