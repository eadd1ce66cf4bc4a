"""Programs beside the window that nobody needs any more."""

from PySide6.QtCore import QCoreApplication, QProcess


def let_go(process: QProcess) -> None:
    """It is not listened to, and goes when it has ended; who began it may be gone by then.

    A QProcess that goes with its parent while its program runs waits for the end of that, on the window's thread.
    """
    for signal in (process.readyReadStandardOutput, process.finished, process.errorOccurred):
        signal.disconnect()
    if process.state() is QProcess.ProcessState.NotRunning:
        process.deleteLater()
    else:
        process.setParent(QCoreApplication.instance())
        process.finished.connect(process.deleteLater)
