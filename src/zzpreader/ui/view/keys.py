"""Which key does what while the page has the focus. Letters and digits are the window's business."""

from enum import Enum, auto

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_KEY = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class Step(Enum):
    """What moves or answers the page."""

    SCREEN_DOWN = auto()
    SCREEN_UP = auto()
    LINE_DOWN = auto()
    LINE_UP = auto()
    RIGHT = auto()
    LEFT = auto()
    BEGINNING = auto()
    END = auto()
    ESCAPE = auto()
    ACTIVATE = auto()


class Reach(Enum):
    """How far the caret goes."""

    CHARACTER = auto()
    WORD = auto()
    PARAGRAPH = auto()
    LINE = auto()
    EDGE = auto()
    SCREEN = auto()
    PUBLICATION = auto()


class CaretStep(Struct, frozen=True):
    """
    Args:
        select: whether what lies between is selected; such a step is one without caret mode too.
    """

    reach: Reach
    forward: bool
    select: bool


_STEPS = {
    (_NONE, _KEY.Key_PageDown): Step.SCREEN_DOWN,
    (_NONE, _KEY.Key_PageUp): Step.SCREEN_UP,
    (_NONE, _KEY.Key_Space): Step.SCREEN_DOWN,
    (_SHIFT, _KEY.Key_Space): Step.SCREEN_UP,
    (_NONE, _KEY.Key_Down): Step.LINE_DOWN,
    (_NONE, _KEY.Key_Up): Step.LINE_UP,
    (_NONE, _KEY.Key_Right): Step.RIGHT,
    (_NONE, _KEY.Key_Left): Step.LEFT,
    (_NONE, _KEY.Key_Home): Step.BEGINNING,
    (_NONE, _KEY.Key_End): Step.END,
    (_CTRL, _KEY.Key_Home): Step.BEGINNING,
    (_CTRL, _KEY.Key_End): Step.END,
    (_NONE, _KEY.Key_Escape): Step.ESCAPE,
    (_NONE, _KEY.Key_Return): Step.ACTIVATE,
    (_NONE, _KEY.Key_Enter): Step.ACTIVATE,
}

_REACHES = {
    (_NONE, _KEY.Key_Right): (Reach.CHARACTER, True),
    (_NONE, _KEY.Key_Left): (Reach.CHARACTER, False),
    (_CTRL, _KEY.Key_Right): (Reach.WORD, True),
    (_CTRL, _KEY.Key_Left): (Reach.WORD, False),
    (_NONE, _KEY.Key_Down): (Reach.LINE, True),
    (_NONE, _KEY.Key_Up): (Reach.LINE, False),
    (_CTRL, _KEY.Key_Down): (Reach.PARAGRAPH, True),
    (_CTRL, _KEY.Key_Up): (Reach.PARAGRAPH, False),
    (_NONE, _KEY.Key_Home): (Reach.EDGE, False),
    (_NONE, _KEY.Key_End): (Reach.EDGE, True),
    (_NONE, _KEY.Key_PageDown): (Reach.SCREEN, True),
    (_NONE, _KEY.Key_PageUp): (Reach.SCREEN, False),
    (_CTRL, _KEY.Key_Home): (Reach.PUBLICATION, False),
    (_CTRL, _KEY.Key_End): (Reach.PUBLICATION, True),
}


def step_of(event: QKeyEvent) -> Step | None:
    return _STEPS.get((_modifiers(event), _KEY(event.key())))


def caret_step_of(event: QKeyEvent) -> CaretStep | None:
    modifiers = _modifiers(event)
    found = _REACHES.get((modifiers & ~_SHIFT, _KEY(event.key())))
    return CaretStep(*found, select=bool(modifiers & _SHIFT)) if found else None


def _modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
