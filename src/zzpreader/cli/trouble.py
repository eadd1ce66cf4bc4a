"""How a command says that it could not."""


class Trouble(Exception):
    """Exit status 1; `str` of it is the one sentence that people read."""
