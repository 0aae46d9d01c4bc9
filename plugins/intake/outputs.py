"""All that this room adds to the site: the composer, what it chooses from, and the editor."""

from collections.abc import Iterator

from plugins.intake.choices import choices_of, choices_output
from plugins.intake.composer import composer_outputs
from plugins.intake.editor import editor_outputs
from plugins.intake.editorpackage import EditorPackage
from plugins.model.edition import Edition
from plugins.model.monthedition import MonthEdition
from plugins.model.output import Output
from plugins.model.portable import Portable


def outputs(portable: Portable, editor: EditorPackage | None, edition: Edition) -> Iterator[Output]:
    yield from composer_outputs(portable, edition)
    yield choices_output(edition)
    yield from editor_outputs(editor, choices_of(edition), edition)


def month_outputs(_edition: MonthEdition) -> Iterator[Output]:
    """Nothing here belongs to a month."""
    return iter(())
