"""What calls raise when they fail."""


class Error(RuntimeError):
    """A failure: the library's code, and the byte of the argument where the fault stands (or -1)."""

    def __init__(self, message, code, offset):
        super().__init__(message)
        self.code = code
        self.offset = offset


def make(message, code, offset):
    """The exception for a failed call; SWIG's layer raises it."""
    return Error(message, code, offset)
