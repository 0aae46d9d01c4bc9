"""One file as git lists it."""

from plugins.model.record import Value

REGULAR = "100644"
EXECUTABLE = "100755"
SYMLINK = "120000"
SUBMODULE = "160000"


class Entry(Value, frozen=True, order=True):
    path: str  # relative to the content folder; "/" between the parts
    mode: str  # as git writes it: 100644 for a plain file
    blob: str  # git blob id
    size: int  # bytes
