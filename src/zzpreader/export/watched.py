"""A report that is watched while it is written: it says how far a writer has come, and stops one who is not wanted."""

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TypeVar

from msgspec.structs import replace

from zzpreader.export.report import Report

_TELL_EVERY_S = 0.1

_One = TypeVar("_One")


class Cancelled(Exception):
    """The reader thought better of it; nothing has changed."""


class Watch:
    """
    Args:
        is_cancelled: asked before every block and every annotation.
        tell: hears ten times a second which share of the one pass that is being made lies behind; a quick pass is
            not told of.
    """

    def __init__(self, is_cancelled: Callable[[], bool], tell: Callable[[float], object] = lambda _: None) -> None:
        self._is_cancelled, self._tell = is_cancelled, tell
        self._told_s = perf_counter()

    def pass_by(self, share: float) -> None:
        """Raises: Cancelled."""
        if self._is_cancelled():
            raise Cancelled
        if perf_counter() - self._told_s >= _TELL_EVERY_S:
            self._told_s = perf_counter()
            self._tell(share)

    def over(self, things: tuple[_One, ...], before: int = 0, total: int = 0) -> tuple[_One, ...]:
        """The same, watched; as a part of `total` things of which `before` come earlier."""
        watched = _Watched[_One](things)
        watched.watch, watched.before, watched.total = self, before, total or len(things)
        return watched


def watched(report: Report, watch: Watch) -> Report:
    total, before = sum(len(group.items) for group in report.groups), 0
    groups = list(report.groups)
    for n, group in enumerate(groups):
        groups[n] = replace(group, items=watch.over(group.items, before, total))
        before += len(group.items)
    return replace(report, blocks=watch.over(report.blocks), groups=tuple(groups))


class _Watched(tuple[_One, ...]):  # noqa: SLOT001 - a tuple has no place for slots that are not empty
    watch: Watch
    before: int
    total: int

    def __iter__(self) -> Iterator[_One]:
        for n, one in enumerate(super().__iter__(), self.before):
            self.watch.pass_by(n / self.total)
            yield one
