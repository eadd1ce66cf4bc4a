"""The figures of `make bench` as a table, and where it stands in docs/benchmarks.md."""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

BEGIN, END = "<!-- written by make bench: begin -->", "<!-- end -->"


class Row(NamedTuple):
    """
    Args:
        seconds: of one step each, not empty.
    """

    family: str
    name: str
    seconds: Sequence[float]


def table(rows: Sequence[Row]) -> str:
    """In milliseconds: the middle one, the least and the most."""
    lines = ["| family | step | ms | least | most |", "|---|---|---|---|---|"]
    for row in rows:
        said = " | ".join(_ms(of(row.seconds)) for of in (median, min, max))
        lines.append(f"| {row.family} | {row.name} | {said} |")
    return "\n".join(lines)


def _ms(seconds: float) -> str:
    ms = 1000 * seconds
    return f"{ms:,.0f}" if ms >= 100 else f"{ms:.1f}" if ms >= 10 else f"{ms:.2f}"


def renewed(document: str, written: str) -> str:
    """The document with this between the two marks. Raises: ValueError without them."""
    before, begin, rest = document.partition(f"{BEGIN}\n")
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{BEGIN} and {END} do not stand there")
    return f"{before}{begin}{written.strip()}\n{end}{after}"
