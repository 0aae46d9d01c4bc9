"""The messages of one sender that belong together, and which of them are a news item.

One chat may hold many news items, so nothing is joined over a long silence, over a second
long text, or over two senders.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plugins.intake.chats import Message
from plugins.intake.handover import ending, is_picture
from plugins.model.moment import Moment

SILENCE = 45  # minutes after which a sender begins with something else
LONG = 160  # characters of a message that tells of an activity by itself
TOGETHER = 6 * 60  # minutes: several items within them, and nobody can say which is meant


class Batch(NamedTuple):
    sender: str
    messages: tuple[Message, ...]

    @property
    def at(self) -> Moment:
        """When the news itself was sent."""
        return next((m.at for m in self.messages if len(m.text) >= LONG), self.messages[-1].at)

    @property
    def text(self) -> str:
        """The long text and what was added to it; captions stay with their photos."""
        texts = (m.text for m in self.messages if not (m.files and len(m.text) < LONG))
        return "\n\n".join(text for text in texts if text)

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """Each attachment with the words that came with it."""
        found = [(f, m.text if len(m.text) < LONG else "") for m in self.messages for f in m.files]
        return tuple(dict(found).items())

    @property
    def omitted(self) -> int:
        return sum(message.omitted for message in self.messages)

    @property
    def pictures(self) -> int:
        return sum(is_picture(name) for name, _ in self.files)

    @property
    def is_news(self) -> bool:
        """Whether there is enough of it: a long text, several short ones, or a document."""
        written = any(ending(name) in (".docx", ".docm") for name, _ in self.files)
        return written or len(self.text) >= LONG


def news_in(messages: Iterable[Message]) -> list[Batch]:
    """The news items of a chat, by the time at which each was begun."""
    batches = (part for batch in _by_silence(messages) for part in _by_text(batch))
    news = (batch for batch in batches if batch.is_news)
    return sorted(news, key=lambda batch: batch.messages[0].at.minutes)


def rivals(news: Sequence[Batch]) -> bool:
    """Whether the last item has company so close in time that one has to ask."""
    return len(news) > 1 and news[-1].at.minutes - max(b.at.minutes for b in news[:-1]) < TOGETHER


def _by_silence(messages: Iterable[Message]) -> Iterator[list[Message]]:
    """What one sender sent without a long pause, whoever else wrote in between."""
    open_: dict[str, list[Message]] = {}
    for message in messages:
        mine = open_.get(message.sender)
        if mine and 0 <= message.at.minutes - mine[-1].at.minutes <= SILENCE:
            mine.append(message)
            continue
        if mine:
            yield mine
        open_[message.sender] = [message]
    yield from open_.values()


def _by_text(messages: list[Message]) -> Iterator[Batch]:
    """Cut before every further long text; photos sent ahead of the first go with it."""
    part: list[Message] = []
    told = False
    for message in messages:
        long = len(message.text) >= LONG
        if long and told:
            yield Batch(part[0].sender, tuple(part))
            part = []
        told = told or long
        part.append(message)
    yield Batch(part[0].sender, tuple(part))
