"""The page of settings, and what it can do with all that is kept."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox
from shiboken6 import isValid

from zzpreader.files import write_whole
from zzpreader.model.decoding import learnt
from zzpreader.model.settings import Settings
from zzpreader.program.keeping import Keeping
from zzpreader.program.outside import open_outside
from zzpreader.sentences import filled
from zzpreader.store.daily import back_up
from zzpreader.store.home import Home, portable_folder
from zzpreader.store.thread import StoreThread
from zzpreader.store.whole import Holdings, NotABackup, delete_all, look_into, measure, put_back
from zzpreader.ui.dialogs.files import FileDialog
from zzpreader.ui.settings.confirm import TypedConfirmation
from zzpreader.ui.settings.dialog import SettingsDialog
from zzpreader.ui.settings.keys import KeyedCommand
from zzpreader.ui.settings.storage import Deed
from zzpreader.ui.window.main_window import MainWindow

_FORMAT = "zzpreader chosen settings"
_MOST_BYTES = 1_000_000
_Act = Callable[[SettingsDialog, Path], object]
_log = logging.getLogger(__name__)


class _File(msgspec.Struct, frozen=True, kw_only=True):
    """Settings that go to another machine; not `copies` and `export`, which name files of this one."""

    format: str
    settings: Settings


class SettingsDesk(QObject):
    """
    Args:
        change: keeps fields of the settings, and shows them.
        close_with: closes the program, does this when all is saved and nothing is open any more, and tells what it
            returns.
    """

    _done = Signal(object)
    """A function to be called on the window's thread."""

    def __init__(
        self,
        window: MainWindow,
        home: Home,
        keeping: Keeping,
        thread: StoreThread,
        change: Callable[[dict[str, object]], object],
        close_with: Callable[[Callable[[], str]], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._home, self._keeping, self._thread = window, home, keeping, thread
        self._change, self._close_with = change, close_with
        self._done.connect(self._call)

    def ask(self, looked_for: str = "") -> SettingsDialog:
        commands = self._window.commands
        dialog = SettingsDialog(
            self._keeping.settings,
            str(self._home.folder),
            is_portable=portable_folder() == self._home.folder,
            commands=self._keyed(),
            original=commands.original,
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(partial(self.do, dialog))
        dialog.accepted.connect(lambda: self._change(msgspec.structs.asdict(dialog.settings)))
        self._thread.submit(partial(self._measure, dialog))
        dialog.look_for(looked_for)
        dialog.open()
        return dialog

    def do(self, dialog: SettingsDialog, deed: Deed) -> None:
        match deed:
            case Deed.SHOW_FOLDER:
                open_outside(self._home.folder)
            case Deed.BACK_UP:
                self._save_as(dialog, self.tr("Back up all notes"), "zzpreader.zip", self.back_up)
            case Deed.EXPORT_SETTINGS:
                self._save_as(dialog, self.tr("Export settings"), "zzpreader-settings.json", self.export_settings)
            case Deed.RESTORE:
                self._open(dialog, self.tr("Restore a backup"), ".zip", self.restore)
            case Deed.IMPORT_SETTINGS:
                self._open(dialog, self.tr("Import settings"), ".json", self.import_settings)
            case Deed.DELETE_ALL:
                if TypedConfirmation(str(self._home.folder), dialog).exec():
                    self._end(dialog, self.deleted)

    def _save_as(self, dialog: SettingsDialog, title: str, name: str, act: _Act) -> None:
        if chosen := FileDialog(title, self._kinds(Path(name).suffix), dialog).to_save(Path.home() / name):
            act(dialog, chosen)

    def _open(self, dialog: SettingsDialog, title: str, kind: str, act: _Act) -> None:
        backups = self._home.backups
        folder = backups if kind == ".zip" and backups.is_dir() else Path.home()
        for path in FileDialog(title, self._kinds(kind), dialog).to_open(folder)[:1]:
            act(dialog, path)

    def _kinds(self, suffix: str) -> str:
        return self.tr("Backups (*.zip)") if suffix == ".zip" else self.tr("Settings (*.json)")

    # settings of another machine

    def export_settings(self, dialog: SettingsDialog, path: Path) -> None:
        """As they stand in the dialog."""
        empty = Settings()
        settings = msgspec.structs.replace(dialog.settings, copies=empty.copies, export=empty.export)
        data = msgspec.json.format(msgspec.json.encode(_File(format=_FORMAT, settings=settings)), indent=2)
        self._write(
            dialog, lambda: write_whole(path, data, scratch=path.with_name(f"{path.name}.new")), path, self._measure
        )

    def import_settings(self, dialog: SettingsDialog, path: Path) -> None:
        """In force at once; the dialog closes, for it shows those of before."""

        def read() -> None:
            try:
                with path.open("rb") as file:
                    found = msgspec.json.decode(file.read(_MOST_BYTES), type=learnt(_File))
            except (OSError, msgspec.MsgspecError) as problem:
                _log.info("settings not read: %s", problem)
                found = None
            if found and found.format == _FORMAT:
                now = self._keeping.settings
                taken = msgspec.structs.replace(found.settings, copies=now.copies, export=now.export)
                self._done.emit(partial(self._take, dialog, taken))
            else:
                words = self.tr("“%1” holds no settings of zzpreader. Nothing was changed.")
                self._done.emit(partial(self._tell, dialog, filled(words, path.name)))

        self._thread.submit(read)

    def _take(self, dialog: SettingsDialog, settings: Settings) -> None:
        if isValid(dialog):
            dialog.reject()
        self._change(msgspec.structs.asdict(settings))

    # all notes

    def back_up(self, dialog: SettingsDialog, path: Path) -> None:
        self._write(dialog, partial(back_up, self._home, path), path, self._measure)

    def restore(self, dialog: SettingsDialog, path: Path) -> None:
        """After a question; it is done when the program has closed, with nothing open."""

        def look() -> None:
            try:
                notebooks = look_into(path)
            except (NotABackup, OSError):
                words = self.tr("“%1” is no backup of zzpreader. Nothing was changed.")
                self._done.emit(partial(self._tell, dialog, filled(words, path.name)))
            else:
                self._done.emit(partial(self._ask_to_restore, dialog, path, notebooks))

        self._thread.submit(look)

    def _ask_to_restore(self, dialog: SettingsDialog, path: Path, notebooks: int) -> None:
        if not isValid(dialog):
            return
        box = QMessageBox(dialog)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Restore a backup"))
        box.setText(self.tr("This backup holds notes on %n publication(s).", "", notebooks))
        words = self.tr("zzpreader closes, and puts them in the place of the present ones. These are kept in a folder.")
        box.setInformativeText(words)
        keep = box.addButton(self.tr("Leave it"), QMessageBox.ButtonRole.RejectRole)
        restoring = box.addButton(self.tr("Restore and close"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(keep)
        box.exec()
        if box.clickedButton() is restoring:
            self._end(dialog, partial(self.restored, path))

    def restored(self, path: Path) -> str:
        try:
            aside = put_back(self._home, path)
        except (NotABackup, OSError) as problem:
            words = self.tr("The backup could not be restored, because of “%1”. Your notes are kept.")
            return filled(words, _place(problem, path))
        return filled(self.tr("The backup is restored. What was there before is in %1."), str(aside))

    def deleted(self) -> str:
        folder = self._home.folder
        try:
            delete_all(self._home)
        except OSError as problem:
            return filled(self.tr("Not everything could be deleted: “%1” is still there."), _place(problem, folder))
        return self.tr("All notes and settings of zzpreader are deleted from this computer.")

    def _end(self, dialog: SettingsDialog, afterwards: Callable[[], str]) -> None:
        dialog.reject()
        self._close_with(afterwards)

    # behind it

    def _write(
        self, dialog: SettingsDialog, write: Callable[[], object], path: Path, then: Callable[[SettingsDialog], object]
    ) -> None:
        def job() -> None:
            try:
                write()
                said = filled(self.tr("It is in %1."), str(path))
            except OSError:
                said = filled(self.tr("“%1” cannot be written. Choose another folder."), path.name)
            self._done.emit(partial(self._tell, dialog, said))
            then(dialog)

        self._thread.submit(job)

    def _measure(self, dialog: SettingsDialog) -> None:
        try:
            holdings = measure(self._home)
        except OSError as problem:
            _log.info("not measured: %s", problem)
            return
        self._done.emit(partial(self._show, dialog, holdings))

    def _show(self, dialog: SettingsDialog, holdings: Holdings) -> None:
        if isValid(dialog):
            dialog.storage.show_size(*holdings)

    def _tell(self, dialog: SettingsDialog, sentence: str) -> None:
        if isValid(dialog):
            dialog.storage.say(sentence)

    def _keyed(self) -> list[KeyedCommand]:
        commands = self._window.commands
        single = {action.objectName() for action in commands.single_keys()}
        return [
            KeyedCommand(name, commands[name].text().replace("&", "").rstrip("…"), name in single)
            for name in commands.names()
        ]

    def _call(self, act: Callable[[], object]) -> None:
        act()


def _place(problem: Exception, path: Path) -> str:
    """Of what the system refused; `path` where it does not say."""
    return str(getattr(problem, "filename", None) or path)
