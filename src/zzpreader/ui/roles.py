"""What widgets are, for screen readers, where Qt cannot know it by their kind."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

_roles: dict[type[QWidget], QAccessible.Role] = {}
_given: list[QAccessibleWidget] = []
"""Whoever gives Qt an interface from Python must hold it as long as its widget lives."""


def give_role(kind: type[QWidget], role: QAccessible.Role) -> None:
    """To all widgets of that kind that nobody has asked about yet."""
    if not _roles:
        QAccessible.installFactory(_interface_of)
    _roles[kind] = role


def _interface_of(_name: str, widget: QObject) -> QAccessibleInterface | None:
    role = next((role for kind, role in _roles.items() if isinstance(widget, kind)), None)
    if role is None or not isinstance(widget, QWidget):
        return None
    _given[:] = [one for one in _given if isValid(one)]
    _given.append(QAccessibleWidget(widget, role))
    return _given[-1]
