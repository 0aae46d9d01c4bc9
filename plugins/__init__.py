"""The rooms of Kabar Lutra; see plugins/README.md."""

import gc

OBJECTS_BEFORE_COLLECTION = 100_000  # Python's 700 costs a short build one part in twenty

gc.set_threshold(OBJECTS_BEFORE_COLLECTION)  # before any room is imported: that counts most
