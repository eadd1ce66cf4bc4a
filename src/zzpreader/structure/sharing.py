"""The section map of a publication as a bundle that others can lay over their copies: titles and pages, no text."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from zzpreader.model.about import About
from zzpreader.model.bundle import Attachment, Bundle, BundleSection, PageRule, Role
from zzpreader.model.displayed import one_line
from zzpreader.model.pages import Labels
from zzpreader.model.publication import Edition
from zzpreader.model.sections import SectionTree
from zzpreader.structure.bundle_labels import labels_by_layout

_MOST_SECTIONS, _MOST_RULES, _MOST_PRINTS = 5000, 500, 10_000
_LONGEST_LABEL = 12


def shared_map(
    tree: SectionTree, labels: Labels, edition: Edition, about: About, *, id_: str, language: str, introduction: str
) -> Bundle:
    """A bundle that can be checked by `parse_bundle` once it is written.

    Args:
        about: title, date (of a day) and publisher as they stand on its page.
        introduction: of the bundle's page; the words of whoever shares it.
    """
    names = [tuple(filter(_is_label, one)) for one in labels.names]
    if not any(names):
        names = [(str(number),) for number in range(1, edition.pages + 1)]
    labels = Labels(names)
    return Bundle(
        schema=1,
        id=id_,
        language=language,
        title=about.title,
        introduction=introduction,
        issued=date.fromisoformat(about.issued),
        source=about.publisher or about.author or about.title,
        document_type="section map" if language == "en" else "paragrafenkaart",
        publisher=about.publisher or about.author or about.title,
        attachments=(_publication(edition, about.title),),
        sections=tuple(islice(_sections(tree, labels), _MOST_SECTIONS)),
        page_layout=page_layout(labels),
    )


def page_layout(labels: Labels) -> tuple[PageRule, ...]:
    """The fewest rules that give these labels; none if they cannot be said in rules."""
    rules: list[PageRule] = []
    names = labels.names
    for page, printed in enumerate(names):
        told = labels_by_layout(rules, page + 1).names[page] if rules else ()
        if (told != printed and not (told == () and printed == ())) or not rules:
            rules.append(_rule(page, printed))
        if len(rules) > _MOST_RULES:
            return ()
    return tuple(rules) if list(labels_by_layout(rules, len(names)).names) == list(names) else ()


def _rule(page: int, printed: Sequence[str]) -> PageRule:
    return PageRule(pdf_page=page + 1, printed=printed[0] if printed else None, per_page=2 if len(printed) == 2 else 1)


def _sections(tree: SectionTree, labels: Labels) -> Iterator[BundleSection]:
    level = 0
    for section in tree:
        level = min(section.level, level + 1, 9)
        printed = labels.printed(section.page, section.half) or ""
        start = printed.partition("–")[0] if section.confidence > 0 else ""
        if title := one_line(section.title):
            yield BundleSection(
                id=section.id, title=title, kind=section.kind, level=level, start=start if _is_label(start) else None
            )


def _publication(edition: Edition, title: str) -> Attachment:
    return Attachment(
        id="publication",
        role=Role.PUBLICATION,
        title=title,
        page_count=edition.pages or None,
        sha256=(edition.sha256,),
        trailer_ids=(edition.trailer_id,) if 8 <= len(edition.trailer_id) <= 128 else (),
        fingerprints=edition.fingerprints if len(edition.fingerprints) <= _MOST_PRINTS else (),
        extractor=edition.extractor or None,
    )


def _is_label(label: str) -> bool:
    return len(label) <= _LONGEST_LABEL and re.fullmatch(r"[0-9A-Za-z.\-]+", label) is not None
