"""Choosing files, with words of our own where Qt's dialog has none in Dutch."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeView, QWidget

from zzpreader.files import BUNDLE_SUFFIX, NOTES_SUFFIX
from zzpreader.resources import resource_path
from zzpreader.ui.dialogs.line import use_words_alone
from zzpreader.ui.sizes import resize_grown

_TELLING = (frozenset({".pdf"}), frozenset({NOTES_SUFFIX}), frozenset({BUNDLE_SUFFIX, ".zip"}))
"""Endings by which the program, and the desktop, know what a file holds, by kind."""


class FileDialog(QFileDialog):
    """Args: kinds: filters as Qt writes them, "PDF files (*.pdf);;All files (*)"."""

    def __init__(self, title: str, kinds: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, title, "", kinds)
        for label, words in (
            (QFileDialog.DialogLabel.LookIn, self.tr("Look in:")),
            (QFileDialog.DialogLabel.FileName, self.tr("File name:")),
            (QFileDialog.DialogLabel.FileType, self.tr("Kind of file:")),
            (QFileDialog.DialogLabel.Reject, self.tr("Cancel")),
        ):
            self.setLabelText(label, words)
        self.setOption(QFileDialog.Option.HideNameFilterDetails)
        use_words_alone(self)
        resize_grown(self, 820, 520)
        for table in self.findChildren(QTreeView):
            table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def to_open(self, folder: Path | None = None) -> list[Path]:
        """The files chosen, none if the reader thought better of it."""
        self.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Open"))
        self._begin_in(folder)
        return self._chosen()

    def to_choose_folder(self, folder: Path) -> list[Path]:
        """The folder chosen, if one was."""
        self.setFileMode(QFileDialog.FileMode.Directory)
        self.setOption(QFileDialog.Option.ShowDirsOnly)
        self.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Choose"))
        self._begin_in(folder)
        return self._chosen()

    def to_save(self, proposal: Path) -> Path | None:
        """Where to write; unless the option is off, Qt asks before a file that is there is replaced.

        An ending that tells of another kind than the proposal's is no ending: that of the proposal comes behind it.
        """
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Save"))
        self.setDefaultSuffix(proposal.suffix.removeprefix("."))
        self._begin_in(proposal.parent)
        self.selectFile(proposal.name)
        path = next(iter(self._chosen()), None)
        while path and (true := truly_named(path, proposal.suffix)) != path:
            if not true.exists():
                return true
            self.selectFile(true.name)  # the question whether it may be replaced is Qt's to ask
            path = next(iter(self._chosen()), None)
        return path

    def _begin_in(self, folder: Path | None) -> None:
        """There, or among the reader's documents: what is shipped with the program lies where nobody keeps a file."""
        if folder is None or folder.is_relative_to(resource_path()):
            folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.setDirectory(str(folder if folder.is_dir() else Path.home()))

    def _chosen(self) -> list[Path]:
        return [Path(name) for name in self.selectedFiles()] if self.exec() else []


def truly_named(path: Path, ending: str) -> Path:
    """Args: ending: of what is written there, ".json"."""
    for kind in _TELLING:
        if path.suffix.casefold() in kind and ending.casefold() not in kind:
            return path.with_name(path.name + ending)
    return path
