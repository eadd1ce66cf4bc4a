"""What people call the standing of a lesson, and the icon beside it."""

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from zzpreader.model.records import Standing, Status

PICTURES = {
    Status.UNREAD: "circle",
    Status.READ: "eye",
    Status.TO_DISCUSS: "message-square",
    Status.ADOPTED: "check",
    Status.ADAPTED: "pencil",
    Status.REJECTED: "x",
}


def status_words(status: Status) -> str:
    translate = QCoreApplication.translate
    return {
        Status.UNREAD: translate("Status", "Unread"),
        Status.READ: translate("Status", "Read"),
        Status.TO_DISCUSS: translate("Status", "To discuss"),
        Status.ADOPTED: translate("Status", "Adopted"),
        Status.ADAPTED: translate("Status", "Adopted with changes"),
        Status.REJECTED: translate("Status", "Rejected"),
    }[status]


def standing_words(standing: Standing | None) -> str:
    """ "Adopted · Team Economie · 1-3-2027", as far as it is known."""
    if standing is None:
        return status_words(Status.UNREAD)
    date = QDate.fromString(standing.date, "yyyy-MM-dd")
    shown = QLocale().toString(date, QLocale.FormatType.ShortFormat) if date.isValid() else ""
    return " · ".join(part for part in (status_words(standing.status), standing.owner, shown) if part)
