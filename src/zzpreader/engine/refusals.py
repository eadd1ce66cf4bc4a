"""The reasons why no worker could even be started for a file."""

import errno

from zzpreader.engine.spawn import NotAFile
from zzpreader.wire import Failed, Reason


def why_unread(refused: OSError) -> Failed:
    if isinstance(refused, FileNotFoundError):
        reason = Reason.NOT_FOUND
    elif isinstance(refused, NotAFile):
        reason = Reason.NOT_PDF
    elif refused.errno in (errno.ENOMEM, errno.EAGAIN, errno.EMFILE, errno.ENFILE):
        reason = Reason.MEMORY
    else:
        reason = Reason.UNREADABLE
    return Failed(reason, refused.strerror or str(refused))
