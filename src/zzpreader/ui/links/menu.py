"""How the two ends of a link are related, as a menu to choose from."""

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from zzpreader.model.records import Relation
from zzpreader.session.linking import Linking, Tie
from zzpreader.ui.links.words import relation_words


def fill_with_relations(menu: QMenu, tie: Tie, linking: Linking) -> None:
    """In the words of the end from which the link is seen; the present relation is ticked."""
    group = QActionGroup(menu)
    for relation in Relation:
        action = menu.addAction(relation_words(relation, outgoing=tie.outgoing))
        action.setCheckable(True)
        action.setChecked(relation is tie.link.relation)
        action.triggered.connect(lambda _on=False, relation=relation: linking.change(tie.link.id, relation))
        group.addAction(action)
