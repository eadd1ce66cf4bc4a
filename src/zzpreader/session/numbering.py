"""What the reader says of the numbers printed on the pages: rules for ranges of them, kept in the notebook."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace
from PySide6.QtCore import QObject

from zzpreader.model.annotation import new_id, timestamp
from zzpreader.model.notebook import Edit
from zzpreader.model.pages import Labels
from zzpreader.model.records import LabelRule
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages


class Numbering(QObject):
    """Of two rules for a page the later one holds."""

    def __init__(self, marks: Marks, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks, self._pages = marks, pages

    @property
    def is_possible(self) -> bool:
        return self._marks.writable

    @property
    def rules(self) -> tuple[LabelRule, ...]:
        return self._marks.notebook.label_rules

    @property
    def page_count(self) -> int:
        return self._pages.count

    def labels_by(self, rules: Sequence[LabelRule]) -> Labels:
        """What the pages would be called with these rules in place of those that hold."""
        return self._pages.labels_by(rules)

    def set_rules(self, rules: Sequence[LabelRule]) -> None:
        """One step; rules without an id are new."""
        before = {rule.id: rule for rule in self.rules}
        after = self._kept(rules)
        edits = [Edit(before=old, after=None) for id_, old in before.items() if id_ not in after]
        edits += [Edit(before=before.get(id_), after=new) for id_, new in after.items()]
        self._marks.do(self.tr("Change page numbers"), edits)

    def proposed(self, page: int) -> LabelRule:
        """A rule from that page on, which says what is known now."""
        labels = self._pages.labels
        names = labels.names[page] if page < len(labels) else ()
        per_page = 2 if labels.is_spread(page) else 1
        return LabelRule(first=page, printed=next(iter(names), None) or str(page + 1), per_page=per_page)

    def count_by(self, page: int, per_page: int) -> LabelRule:
        """From that page on, as long as the pages are as large, so many printed ones on each; the rule that says so."""
        proposed = self.proposed(page)
        size = self._pages.page(page).size
        last = page
        while last + 1 < self._pages.count and self._pages.page(last + 1).size == size:
            last += 1
        rule = replace(proposed, per_page=2 if per_page == 2 else 1, last=last)
        self.set_rules([*self.rules, rule])
        return self.rules[-1] if self.rules else rule

    def _kept(self, rules: Sequence[LabelRule]) -> dict[str, LabelRule]:
        now = timestamp()
        known = {rule.id: rule for rule in self.rules}
        kept: dict[str, LabelRule] = {}
        for number, rule in enumerate(rules):
            old, new = known.get(rule.id), rule
            if old is None:  # the moments tell the order, so no two may be the same
                made = _later(now, number)
                new = replace(rule, id=new_id(), created=made, modified=made, creator=self._marks.creator)
            elif rule != old:
                new = replace(rule, modified=now)
            kept[new.id] = new
        return kept


def _later(moment: str, ms: int) -> str:
    later = datetime.fromisoformat(moment).astimezone(UTC) + timedelta(milliseconds=ms)
    return later.isoformat(timespec="milliseconds").replace("+00:00", "Z")
