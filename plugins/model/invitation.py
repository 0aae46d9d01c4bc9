"""The ways to write the news of an activity that has none yet."""

from urllib.parse import quote

from plugins.model.addresses import event_href, write_href
from plugins.model.draft import draft_body, post_about
from plugins.model.event import Event, EventState
from plugins.model.forge import NewFile, new_file
from plugins.model.newsroom import Newsroom
from plugins.model.record import Value
from plugins.model.site import Site

# While it runs, or is over and not reported; a waived one is not asked for.
ASKED = frozenset({EventState.BERLANGSUNG, EventState.MENUNGGU, EventState.BELUM})


class Invitation(Value, frozen=True):
    composer: str  # address with the activity in it
    editor: NewFile | None  # of the forge; none where none is configured
    text: str  # to paste, where the forge does not take it along
    whatsapp: str  # address of a message to the bureau
    command: str  # for those who have a clone


def invitation(event: Event, state: EventState, room: Newsroom, site: Site) -> Invitation | None:
    """How to write the news of *event*; None where none is asked for."""
    if state not in ASKED:
        return None
    agency, town = room.agencies[event.agency].named, town_of(event, room, site.seat)
    draft = post_about(event, agency, event.first, town)
    editor = new_file(site.forge, f"content/{draft.path}", draft.text) if site.forge.kind else None
    message = _message(event, agency.short, town, site)
    return Invitation(
        composer=write_href(event.id),
        editor=editor,
        text=draft.text if editor and not editor.holds_text else "",
        whatsapp=f"https://wa.me/{site.bureau_whatsapp}?text={quote(message, safe='')}",
        command=f"make berita KEGIATAN={event.id}",
    )


def town_of(event: Event, room: Newsroom, seat: str) -> str:
    """What the dateline names: the kecamatan of the activity, else the seat of the regency."""
    return room.districts().get(event.district, seat)


def _message(event: Event, agency: str, town: str, site: Site) -> str:
    """For those without an account: what is known, and the questions to answer."""
    when = ", ".join(part for part in (event.days, event.hours) if part)
    facts = [f"*{event.title}* ({agency})", when, event.place]
    if site.url:
        facts.append(site.url + event_href(event.id))
    told = "\n".join(fact for fact in facts if fact)
    return f"Bahan berita kegiatan\n\n{told}\n\n{draft_body(town, event.place, event.first)}"
