"""Text made safe inside a Markdown document (CommonMark 0.31 with GitHub's additions)."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~$])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_STARTS_BLOCK = re.compile(r"^(\s*)([-+=#]|\d{1,9}(?=[.)]))")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")
_ATX = re.compile(r"^((?: {0,3}(?:(?:[-+*]|\d{1,9}[.)]) +|> ?))* {0,3})(#{1,6})(?= |$)")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+) *$")
_CONTAINER = re.compile(r"^ *(?:(?:[-+*]|\d{1,9}[.)])(?= |$)|>)")
_CLOSING = re.compile(r"#(?=#*$)")
_TICKS = re.compile(r"`+")
_HTML = re.compile(r"(?<!\\)((?:\\\\)*)<(?=[A-Za-z/!?])")
_DEEPEST = 6


def plain(text: str) -> str:
    """Text of others (quotes, titles, names): every sign means itself; a line end stays one."""
    return "\n".join(_plain_line(" ".join(line.split())) for line in text.splitlines())


def one_line(text: str) -> str:
    return _plain_line(" ".join(text.split()))


def quoted(text: str) -> str:
    """Every line behind "> "; blank ones too, so that it stays one quotation."""
    return "\n".join(f"> {line}" if line else ">" for line in text.splitlines())


def own(markdown: str, level: int) -> str:
    """The reader's own Markdown as part of a section whose heading has `level`.

    Headings go below it, HTML becomes text, a block of code that was left open is closed; else it stays as it is.
    """
    done: list[str] = []
    block: list[str] = []
    fence = ""
    for line in markdown.expandtabs(4).strip("\n").splitlines():
        found = _FENCE.match(line)
        if fence:
            done.append(line)
            if found and found[1].startswith(fence) and not found[2].strip():
                fence = ""
        elif found and not (found[1][0] == "`" and "`" in found[2]):
            done += _block(block, level)
            block = []
            fence = found[1]
            done.append(_without_html(line))
        elif line.strip():
            block.append(line)
        else:
            done += [*_block(block, level), ""]
            block = []
    done += _block(block, level)
    if fence:
        done.append(fence)
    return "\n".join(done).strip("\n")


def heading(level: int, title: str) -> str:
    return f"{'#' * min(level, _DEEPEST)} {_CLOSING.sub(_escaped, one_line(title))}"


def _escaped(sign: "re.Match[str]") -> str:
    return f"\\{sign[0]}"


def _plain_line(line: str) -> str:
    escaped = _ENTITY.sub(r"\\&", _SPECIAL.sub(r"\\\1", line))
    started = _STARTS_BLOCK.match(escaped)
    if not started:
        return escaped
    sign = started[2]
    # "1." is a list unless its full stop is escaped; a digit itself cannot be.
    at = started.end() if sign.isdigit() else started.start(2)
    return f"{escaped[:at]}\\{escaped[at:]}"


def _block(lines: list[str], level: int) -> list[str]:
    """Lines without a blank one between them, outside fenced code."""
    lines = _without_setext(lines)
    # Backticks that do not pair off within their line may pair over lines, and nobody can tell what is code then.
    has_code = all(_pairs_off(line) for line in lines)
    return [_shifted(_outside_code(line) if has_code else _without_html(line), level) for line in lines]


def _without_setext(lines: list[str]) -> list[str]:
    """Headings that are underlined with = or - as headings with #."""
    done: list[str] = []
    paragraph: list[str] = []
    in_container = False
    for line in lines:
        underline = _UNDERLINE.match(line)
        if underline and paragraph:
            sign = "#" if underline[1][0] == "=" else "##"
            done.append(f"{sign} {' '.join(part.strip() for part in paragraph)}")
            paragraph = []
        elif underline and in_container:
            # Below a list it may be a rule, a heading or text; behind a blank line it is no heading for sure.
            done.append("")
            paragraph, in_container = [line], False
        elif _CONTAINER.match(line):
            done += [*paragraph, line]
            paragraph, in_container = [], True
        elif in_container or _ATX.match(line):
            done += [*paragraph, line]
            paragraph = []
        else:
            paragraph.append(line)
    return done + paragraph


def _shifted(line: str, level: int) -> str:
    return _ATX.sub(lambda found: found[1] + "#" * min(len(found[2]) + level, _DEEPEST), line)


def _without_html(text: str) -> str:
    return _HTML.sub(r"\1\\<", text)


def _pairs_off(line: str) -> bool:
    runs = [len(run) for run in _TICKS.findall(line)]
    return "\\`" not in line and len(runs) % 2 == 0 and runs[::2] == runs[1::2]


def _outside_code(line: str) -> str:
    pieces = _TICKS.split(line)
    runs = [*_TICKS.findall(line), ""]
    return "".join((_without_html(p) if n % 2 == 0 else p) + runs[n] for n, p in enumerate(pieces))
