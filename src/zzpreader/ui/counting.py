"""How many notes of which kind there are, as words."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from zzpreader.model.annotation import Kind


class KindCounts(QObject):
    """An object only because translations of plurals belong to one."""

    def told(self, kinds: Mapping[Kind, int]) -> list[str]:
        """What is not there is not named."""

        def of(*wanted: Kind) -> int:
            return sum(kinds.get(kind, 0) for kind in wanted)

        highlights, lines = of(Kind.HIGHLIGHT), of(Kind.UNDERLINE, Kind.STRIKEOUT, Kind.SQUIGGLY)
        areas, notes, bookmarks = of(Kind.AREA), of(Kind.NOTE, Kind.SHEET), of(Kind.BOOKMARK)
        said = [
            self.tr("%n highlight(s)", "", highlights) if highlights else "",
            self.tr("%n underlined or struck out", "", lines) if lines else "",
            self.tr("%n area(s)", "", areas) if areas else "",
            self.tr("%n note(s)", "", notes) if notes else "",
            self.tr("%n bookmark(s)", "", bookmarks) if bookmarks else "",
        ]
        return [words for words in said if words]
