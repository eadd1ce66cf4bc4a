"""Which key does what while the page has the focus. Letters and digits are the window's business."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_KEY = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class Step(Enum):
    SCREEN_DOWN = auto()
    SCREEN_UP = auto()
    LINE_DOWN = auto()
    LINE_UP = auto()
    RIGHT = auto()
    LEFT = auto()
    BEGINNING = auto()
    END = auto()
    CHARACTER_ON = auto()
    CHARACTER_BACK = auto()
    WORD_ON = auto()
    WORD_BACK = auto()
    TEXT_LINE_DOWN = auto()
    TEXT_LINE_UP = auto()
    ESCAPE = auto()
    ACTIVATE = auto()


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
    (_SHIFT, _KEY.Key_Right): Step.CHARACTER_ON,
    (_SHIFT, _KEY.Key_Left): Step.CHARACTER_BACK,
    (_CTRL | _SHIFT, _KEY.Key_Right): Step.WORD_ON,
    (_CTRL | _SHIFT, _KEY.Key_Left): Step.WORD_BACK,
    (_SHIFT, _KEY.Key_Down): Step.TEXT_LINE_DOWN,
    (_SHIFT, _KEY.Key_Up): Step.TEXT_LINE_UP,
    (_NONE, _KEY.Key_Escape): Step.ESCAPE,
    (_NONE, _KEY.Key_Return): Step.ACTIVATE,
    (_NONE, _KEY.Key_Enter): Step.ACTIVATE,
}


def step_of(event: QKeyEvent) -> Step | None:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _STEPS.get((modifiers, _KEY(event.key())))
