"""Which keys lead to which commands, and what may be one."""

from collections.abc import Mapping

Keys = Mapping[str, tuple[str, ...]]
"""By the name of the command, as Qt writes them in English: "Ctrl+Shift+E"."""

_DEAD = ("'", '"', "`", "~", "^")
"""On Dutch keyboards these wait for a letter."""


def is_alone(key: str) -> bool:
    """Whether it is a letter, a digit or a sign without Ctrl or Alt, which one also types."""
    return len(key.removeprefix("Shift+")) == 1


def is_dead(key: str) -> bool:
    return key.endswith(_DEAD)


def holder(key: str, keys: Keys) -> str | None:
    """The command that has this key."""
    return next((name for name, its in keys.items() if key in its), None)


def given(name: str, key: str | None, keys: Keys) -> dict[str, tuple[str, ...]]:
    """All keys when this command has this one alone, or none; whoever had it loses it."""
    without = {other: tuple(one for one in its if one != key) for other, its in keys.items()}
    return without | {name: (key,) if key else ()}


def chosen(keys: Keys, original: Keys) -> dict[str, tuple[str, ...]]:
    """What differs from the original ones: that is what is kept."""
    return {name: its for name, its in keys.items() if name in original and its != original[name]}
