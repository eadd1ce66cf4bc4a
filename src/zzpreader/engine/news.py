"""What every worker of a document has to know, one thing after the other, and which of them knows how much of it."""

from collections.abc import Iterable, Sequence

from zzpreader.engine.process import Process
from zzpreader.wire import TakeTexts


class News:
    def __init__(self) -> None:
        self._said: list[TakeTexts] = []
        self._heard: dict[Process, int] = {}

    def __bool__(self) -> bool:
        return bool(self._said)

    def add(self, news: Sequence[TakeTexts]) -> None:
        self._said += news

    def next_for(self, process: Process) -> TakeTexts | None:
        """What it is to be told now; None where it has been told all."""
        heard = self._heard.get(process, 0)
        if heard == len(self._said):
            return None
        self._heard[process] = heard + 1
        return self._said[heard]

    def ended_a_worker(self, request: TakeTexts) -> None:
        """It is told to no other."""
        self._said[self._said.index(request)] = TakeTexts(())

    def forget(self, process: Process) -> None:
        self._heard.pop(process, None)

    def clear_workers(self) -> None:
        """Those that come later are told all of it again."""
        self._heard.clear()

    def is_known_to(self, workers: Iterable[Process]) -> bool:
        """Whether there is any, and all of them know all; who is still hearing something knows less."""
        known = [self._heard.get(one) == len(self._said) and not isinstance(one.request, TakeTexts) for one in workers]
        return bool(self._said and known) and all(known)
