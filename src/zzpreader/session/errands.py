"""What is asked of the workers once, for one caller: pictures of areas for an export, and the like."""

from collections.abc import Callable, Iterable
from itertools import chain

from PySide6.QtCore import QObject

from zzpreader.engine.engine import Engine
from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.wire import Answer, Request

_AT_ONCE = 16


class _Errand:
    def __init__(
        self,
        requests: Iterable[Request],
        done: Callable[[dict[Request, Answer]], None],
        is_cancelled: Callable[[], bool],
    ) -> None:
        self.missing = dict.fromkeys(requests)
        self.answers: dict[Request, Answer] = {}
        self.done, self.is_cancelled = done, is_cancelled

    @property
    def is_over(self) -> bool:
        return not self.missing or self.is_cancelled()


class Errands(QObject):
    """Each caller gets all its answers together, Failed among them; requests for pixels (`Draw`) are none of these."""

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._errands: list[_Errand] = []
        engine.answered.connect(self._take)

    def run(
        self,
        requests: Iterable[Request],
        done: Callable[[dict[Request, Answer]], None],
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """Call `done` as soon as all are answered; earlier, with what there is, if it is cancelled meanwhile."""
        self._errands.append(_Errand(requests, done, is_cancelled))
        self._go_on()

    def _take(self, request: Request, answer: Answer | Picture) -> None:
        concerned = [errand for errand in self._errands if request in errand.missing]
        if not concerned or isinstance(answer, Picture):
            return
        for errand in concerned:
            del errand.missing[request]
            errand.answers[request] = answer
        self._go_on()

    def _go_on(self) -> None:
        over = [errand for errand in self._errands if errand.is_over]
        self._errands = [errand for errand in self._errands if errand not in over]
        missing = chain.from_iterable(errand.missing for errand in self._errands)
        self._engine.want(Lane.ERRANDS, [request for request, _ in zip(missing, range(_AT_ONCE), strict=False)])
        for errand in over:
            errand.done(errand.answers)
