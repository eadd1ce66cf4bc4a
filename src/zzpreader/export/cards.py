"""Flash cards as tab-separated text with the header lines of Anki (https://docs.ankiweb.net/importing/text-files.html).

A lesson is a card: its title, and what was written and marked in it. So is a mark that is tagged as a question: what
the reader wrote with it, and the words of the publication.
"""

import re
from collections.abc import Iterator

from zzpreader.export.choice import MARKS
from zzpreader.export.html import prose_html
from zzpreader.export.prose import parse
from zzpreader.export.report import Group, Item, Report
from zzpreader.export.xml import text
from zzpreader.model.annotation import Kind as Marked
from zzpreader.model.sections import Kind

QUESTION_TAGS = frozenset({"vraag", "question", "?"})
_BLANK = re.compile(r"\s+")


def to_cards(report: Report) -> bytes:
    deck = " ".join(report.meta.title.replace("::", ":").split())
    head = ["#separator:tab", "#html:true", f"#deck:{deck}", "#guid column:1", "#tags column:4"]
    return ("\n".join([*head, *("\t".join(card) for card in cards(report))]) + "\n").encode(errors="replace")


def is_question(item: Item) -> bool:
    return item.annotation.kind in MARKS and any(tag.casefold() in QUESTION_TAGS for tag in item.annotation.body.tags)


def cards(report: Report) -> Iterator[tuple[str, str, str, str]]:
    """Id, front, back, tags; a mark that stands under two headings gives one card."""
    seen: set[str] = set()
    for group in report.groups:
        if group.section and group.section.kind is Kind.LESSON and (back := "".join(map(_answer, _told(group)))):
            yield f"zzp-{group.id}", text(group.title), _one_line(back), "les" if _is_dutch(report) else "lesson"
        for item in group.items:
            if is_question(item) and item.id not in seen:
                seen.add(item.id)
                yield _question(item)


def _is_dutch(report: Report) -> bool:
    return report.meta.language == "nl"


def _told(group: Group) -> list[Item]:
    """What is on the back of a lesson: bookmarks and questions are not."""
    return [item for item in group.items if not is_question(item) and item.annotation.kind is not Marked.BOOKMARK]


def _question(item: Item) -> tuple[str, str, str, str]:
    one = item.annotation
    front = prose_html(parse(item.comment)) or text(item.section_title)
    tags = " ".join(_BLANK.sub("_", tag) for tag in one.body.tags)
    return f"zzp-{item.id}", _one_line(front), _one_line(_words(item)), tags


def _answer(item: Item) -> str:
    note = prose_html(parse(item.comment))
    return (_words(item) if item.quote else "") + note


def _words(item: Item) -> str:
    page = f" <small>({text(item.page)})</small>" if item.page else ""
    paragraphs = "<br>".join(text(line) for line in item.quote.splitlines())
    return f"<blockquote>“{paragraphs}”{page}</blockquote>"


def _one_line(html: str) -> str:
    """Line ends in code count; elsewhere HTML does not care."""
    kept = re.sub(r"<pre>.*?</pre>", lambda code: code[0].replace("\n", "<br>"), html, flags=re.DOTALL)
    return _BLANK.sub(" ", kept).strip()
