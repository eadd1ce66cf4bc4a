"""What a person types, made fit to be kept and sent."""

from collections.abc import Iterable


def sound(text: str) -> str:
    """The text without halves of characters, which a text field or a terminal may hand over and UTF-8 cannot hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def tidy_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Each once, trimmed, in the given order and as first written."""
    once: dict[str, str] = {}
    for tag in tags:
        if trimmed := " ".join(sound(tag).split()):
            once.setdefault(trimmed.casefold(), trimmed)
    return tuple(once.values())
