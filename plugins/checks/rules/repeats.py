"""C: posts against the activities they name and against one another.

A post that is built in another month is not seen here. Nothing of a body is needed but
its digest and its first 200 characters, which every post carries.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from heapq import nsmallest
from itertools import chain, takewhile

from plugins.checks.rulebook import Finding, Question, Scope, rule
from plugins.model.addresses import post_path
from plugins.model.fault import Severity
from plugins.model.moment import UnreadableMomentError, parse_moment
from plugins.model.month import Month
from plugins.model.post import Post

WINDOW = 45  # days between two tellings of one activity
ALIKE = 0.5  # share of the word triples of two openings that are the same
SKETCH = 3  # triples by which a post is looked up
MOST_MET = 20  # earlier posts under one triple; more would share a phrase of every post
FEWEST = 8  # triples; a shorter opening says too little

Triples = frozenset[str]


@rule("C904", Severity.PERINGATAN, Scope.NEWSROOM)
def announcement(question: Question) -> Iterator[Finding]:
    """Berita mendahului kegiatannya.

    Mengapa: berita yang bertanggal sebelum kegiatan dihitung sebagai pengumuman. Kegiatan
    itu tetap tercatat belum diberitakan.

    Salah:
        tanggal: 2026-11-20 09:00
        agenda: [dinkes/2026/11/24-imunisasi-campak]

    Benar:
        tanggal: 2026-11-24 15:00
        agenda: [dinkes/2026/11/24-imunisasi-campak]
    """
    for post in question.newsroom.posts.values():
        for event_id in post.events:
            day = _first_day(event_id)
            if post.withdrawal is None and post.date.day < day:
                yield Finding(
                    f"Berita bertanggal {post.date.iso_day} mendahului kegiatan “{event_id}”.",
                    "Berita ini dihitung sebagai pengumuman; susulkan berita sesudah kegiatan.",
                    path=post_path(post.id),
                    key="agenda",
                    value=event_id,
                )


@rule("C905", Severity.PERINGATAN, Scope.NEWSROOM)
def stranger_to_activity(question: Question) -> Iterator[Finding]:
    """Berita dari perangkat daerah yang tidak terlibat.

    Mengapa: kegiatan hanya dihitung sudah diberitakan oleh penyelenggaranya, pendukungnya,
    atau Humas.

    Salah:
        content/berita/dishub/…: agenda: [dinkes/2026/11/24-imunisasi-campak]

    Benar:
        content/agenda/dinkes/2026/11/24-imunisasi-campak.md: bersama: [dishub]
    """
    named = question.newsroom.event
    for post in question.newsroom.posts.values():
        for event in filter(None, map(named, post.events)):
            if post.agency not in (*event.agencies, question.bureau):
                yield Finding(
                    f"“{post.agency}” tidak terlibat dalam kegiatan “{event.id}”.",
                    "Hapus rujukan itu, atau mintalah penyelenggaranya menambah "
                    f"“bersama: [{post.agency}]” pada kegiatannya.",
                    path=post_path(post.id),
                    key="agenda",
                    value=event.id,
                )


@rule("C906", Severity.PERINGATAN, Scope.NEWSROOM)
def near_duplicate(question: Question) -> Iterator[Finding]:
    """Berita hampir sama dengan berita lain.

    Mengapa: satu kegiatan cukup satu berita. Berita milik beberapa perangkat daerah memakai
    “bersama”, lalu tampil di halaman semuanya.

    Salah:
        content/berita/dinkes/2026/11/imunisasi-campak/index.md
        content/berita/kec-masamba/2026/11/imunisasi-campak/index.md (teks yang sama)

    Benar:
        content/berita/dinkes/2026/11/imunisasi-campak/index.md: bersama: [kec-masamba]
    """
    posts, touched = _in_order(question), question.touched
    pairs = _alike(posts) if touched is None else _alike_to(posts, touched)
    for post, earlier in pairs:
        yield Finding(
            f"Berita ini hampir sama dengan “{earlier.id}”.",
            f"Hapus salah satu; untuk tampil di dua halaman, pakai “bersama: [{post.agency}]”."
            if post.agency != earlier.agency
            else "Hapus salah satu, atau tulis perkembangan yang baru.",
            path=post_path(post.id),
            key="judul",
        )


@rule("C907", Severity.SARAN, Scope.NEWSROOM)
def already_covered(question: Question) -> Iterator[Finding]:
    """Kegiatan sudah diberitakan.

    Mengapa: berita kedua boleh terbit, asalkan membawa hal baru. Cakupan tidak bertambah
    karenanya.

    Salah:
        dua berita dengan isi yang sama untuk satu kegiatan

    Benar:
        berita kedua tentang hasil kegiatan sebulan kemudian
    """
    first: dict[str, Post] = {}
    for post in _in_order(question):
        for event_id in post.events:
            if post.date.day < _first_day(event_id) or not _takes_part(post, event_id, question):
                continue
            earlier = first.setdefault(event_id, post)
            if earlier.id != post.id:
                yield Finding(
                    f"Kegiatan “{event_id}” sudah diberitakan oleh “{earlier.id}”.",
                    "Pastikan berita ini membawa hal yang baru.",
                    path=post_path(post.id),
                    key="agenda",
                    value=event_id,
                )


def _in_order(question: Question) -> list[Post]:
    """The posts that stand, the earliest first."""
    posts = (p for p in question.newsroom.posts.values() if p.withdrawal is None)
    return sorted(posts, key=_order)


def _order(post: Post) -> tuple[int, str]:
    return post.date.minutes, post.id


def _alike(posts: list[Post]) -> Iterator[tuple[Post, Post]]:
    """Each post that repeats an earlier one, with that one; *posts* are in order.

    Posts meet under the rarest word triples they share with anyone, so each is compared with
    a few others only, and with none from before the window.
    """
    openings = [(post, _triples(post.body.excerpt)) for post in posts]
    openings = [opening for opening in openings if len(opening[1]) >= FEWEST]
    uses = Counter(chain.from_iterable(triples for _, triples in openings))
    met: dict[str, deque[tuple[Post, Triples]]] = defaultdict(lambda: deque(maxlen=MOST_MET))
    for post, triples in openings:
        shared = ((uses[triple], triple) for triple in triples if uses[triple] > 1)
        sketch = [triple for _, triple in nsmallest(SKETCH, shared)]
        others = (other for triple in sketch for other in _recent(met[triple], post))
        twin = next((o for o, theirs in others if _is_twin(post, triples, o, theirs)), None)
        if twin:
            yield post, twin
        for triple in sketch:
            met[triple].append((post, triples))


def _alike_to(posts: list[Post], touched: frozenset[str]) -> Iterator[tuple[Post, Post]]:
    """The same where one of the two is touched: these few meet every post of their window."""
    days = [post.date.day for post in posts if post_path(post.id) in touched]
    near = [p for p in posts if any(abs(p.date.day - day) <= WINDOW for day in days)]
    openings = [(post, _triples(post.body.excerpt)) for post in near]
    openings = [opening for opening in openings if len(opening[1]) >= FEWEST]
    own = [opening for opening in openings if post_path(opening[0].id) in touched]
    for post, triples in openings:
        others = openings if post_path(post.id) in touched else own
        earlier = takewhile(lambda other: _order(other[0]) < _order(post), others)  # noqa: B023
        twin = next((o for o, theirs in earlier if _is_twin(post, triples, o, theirs)), None)
        if twin:
            yield post, twin


def _recent(met: deque[tuple[Post, Triples]], post: Post) -> deque[tuple[Post, Triples]]:
    """Those of the window; the others will not be met again."""
    while met and post.date.day - met[0][0].date.day > WINDOW:
        met.popleft()
    return met


def _is_twin(post: Post, triples: Triples, other: Post, theirs: Triples) -> bool:
    """Whether they share the text, or at least half of all the triples in their openings."""
    if post.body.digest == other.body.digest:
        return True
    same = len(triples & theirs)
    return same >= ALIKE * (len(triples) + len(theirs) - same)


def _triples(excerpt: str) -> Triples:
    words = excerpt.casefold().split()
    return frozenset(map(" ".join, zip(words, words[1:], words[2:], strict=False)))


def _takes_part(post: Post, event_id: str, question: Question) -> bool:
    event = question.newsroom.event(event_id)
    agencies = event.agencies if event else (event_id.partition("/")[0],)
    return post.agency in (*agencies, question.bureau)


def _first_day(event_id: str) -> int:
    """The day in the id of an activity: its path holds it, so its file is not needed."""
    year, month, name = event_id.split("/")[1:]
    try:
        return parse_moment(f"{year}-{month}-{name[:2]}").day
    except UnreadableMomentError:
        return Month(int(year), max(1, min(12, int(month)))).first_day
