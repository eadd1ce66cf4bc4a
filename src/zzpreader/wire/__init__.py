"""Everything that the window and a worker say to each other.

A request is its own name: the message, the key of a cache and the entry of a queue in one. Its answer stands below it.
A worker answers requests one by one, in order. The worker is taken as hostile: unknown types and fields are refused,
lengths capped, and pixels lie in a block that the window's side made and measures itself.

The modules of this package are its parts, this is its door: everybody else imports from here.
"""

from zzpreader.wire.document import *
from zzpreader.wire.drawing import *
from zzpreader.wire.frames import *
from zzpreader.wire.marks import *
from zzpreader.wire.message import *
from zzpreader.wire.structure import *
from zzpreader.wire.texts import *
