"""Names that come from outside (files, titles), fit to be shown: one line, and no character that plays with it."""

import re

_INVISIBLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]+"
)


def one_line(text: str, longest: int = 500) -> str:
    """Without control characters and without those that turn the direction of writing; blanks are one."""
    return " ".join(_INVISIBLE.sub(" ", text).split())[:longest].rstrip()


def shortened(text: str, longest: int) -> str:
    """On one line, of at most so many characters; what was cut off is an ellipsis."""
    line = one_line(text, longest + 1)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
