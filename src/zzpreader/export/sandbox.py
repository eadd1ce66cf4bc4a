"""Jinja2 for templates that nobody has looked at: no way out, and an end, however a template goes round in circles."""

import sys
from collections.abc import Callable, Mapping
from itertools import count
from time import monotonic
from types import FrameType
from typing import Any, cast

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from zzpreader.export.watched import Cancelled

LONGEST_S = 30.0
"""Of one template; for ten thousand notes one that is shipped takes two seconds."""

MOST_MEMORY = 1024 * 1024 * 1024
"""Bytes by which the program may grow meanwhile."""

_WIDEST = 200
_NAME = "<template>"
"""What Jinja calls the code of a template that is no file."""

_LOOK_EVERY = 500
"""Lines of a template."""

_FILLING = frozenset({"ljust", "rjust", "center", "zfill", "expandtabs", "format", "format_map"})
"""Methods of texts that make one as large as a number says."""


class TooMuch(Exception):
    """The template goes on too long, or becomes too large."""


class Sandbox(ImmutableSandboxedEnvironment):
    """No attribute of Python's own, no other template, nothing that grows at one stroke."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, *, html: bool) -> None:
        super().__init__(autoescape=html, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
        del self.globals["lipsum"]
        filters = cast(dict[str, Callable[..., Any]], self.filters)
        for name in ("center", "format"):
            del filters[name]
        indent = filters["indent"]

        def narrow(text: str, width: int | str = 4, *more: bool) -> object:
            if (len(width) if isinstance(width, str) else width) > _WIDEST:
                raise SecurityError("too wide")
            return indent(text, width, *more)

        filters["indent"] = narrow

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        is_filling = isinstance(obj, str) and attr in _FILLING
        return not is_filling and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Without a formatting of texts that is safe, `is_safe_attribute` is asked."""
        return

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise SecurityError(f"{operator!r} is not allowed here")
        return super().call_binop(context, operator, left, right)


def made(environment: Sandbox, source: str, words: Mapping[str, object], is_cancelled: Callable[[], bool]) -> str:
    """
    Raises:
        Cancelled, TooMuch
        TemplateError and what else an expression may raise.
    """
    template = environment.from_string(source)
    before = sys.gettrace()
    sys.settrace(_tracer(is_cancelled))
    try:
        return template.render(words)
    finally:
        sys.settrace(before)


def _tracer(is_cancelled: Callable[[], bool]) -> Callable[[FrameType, str, Any], Any]:
    """Looks every few lines of the template, and nowhere else, whether it may go on."""
    until, room, lines = monotonic() + LONGEST_S, _memory() + MOST_MEMORY, count(1)

    def in_template(_frame: FrameType, _event: str, _said: Any) -> Any:
        if next(lines) % _LOOK_EVERY == 0:
            if is_cancelled():
                raise Cancelled
            if monotonic() > until or _memory() > room:
                raise TooMuch
        return in_template

    def anywhere(frame: FrameType, event: str, said: Any) -> Any:
        return in_template(frame, event, said) if frame.f_code.co_filename == _NAME else None

    return anywhere


def _memory() -> int:
    """The most that the program has had so far, in bytes; 0 where the system does not say so."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 - not on Windows

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
