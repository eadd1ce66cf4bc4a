"""Which annotations a reader wants to see."""

from msgspec import Struct

from zzpreader.model.annotation import Annotation, Kind


class Wanted(Struct, frozen=True, kw_only=True):
    """What is empty, or None, asks nothing.

    Args:
        scopes: ids of sections; None in it stands for what lies before the first.
        colors: names of the legend.
        tag: compared without regard to case.
    """

    scopes: frozenset[str | None] | None = None
    colors: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    tag: str = ""

    @property
    def asks(self) -> bool:
        """Whether it asks anything but the place."""
        return bool(self.colors or self.kinds or self.tag)

    def has(self, annotation: Annotation) -> bool:
        body = annotation.body
        return (
            (self.scopes is None or annotation.target.scope in self.scopes)
            and (not self.colors or body.color in self.colors)
            and (not self.kinds or annotation.kind in self.kinds)
            and (not self.tag or self.tag.casefold() in (tag.casefold() for tag in body.tags))
        )
