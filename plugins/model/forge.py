"""The address at which a forge opens its editor with a new file in it.

What each takes was read from its documentation or source:

- GitHub: `/new/<branch>?filename=…&value=…`.
- Gitea and Forgejo took the same two parameters over (gitea pull request 16556).
- GitLab takes `file_name`, and no text: its work item 337038 asks for one.
"""

from collections.abc import Mapping
from urllib.parse import quote

from plugins.model.record import Value

LONGEST = 8000  # bytes of an address; servers commonly refuse more than 8 KB


class Forge(Value, frozen=True):
    """Where the repository of this site can be edited in a browser; no kind means nowhere."""

    kind: str = ""  # a key of KINDS
    url: str = ""  # of the repository's page, without a final slash
    branch: str = "main"


class NewFile(Value, frozen=True):
    href: str
    holds_text: bool  # where it does not, the text must be pasted


class _Form(Value, frozen=True):
    address: str
    text: str  # what stands before the text; empty where the forge takes none
    upload: str  # the page that takes files into a folder of a branch; empty where there is none
    edit: str


KINDS: Mapping[str, _Form] = {
    "github": _Form(
        "{url}/new/{branch}?filename={path}",
        "&value=",
        "{url}/upload/{branch}/{path}",
        "{url}/edit/{branch}/{path}",
    ),
    "gitlab": _Form(
        "{url}/-/new/{branch}?file_name={path}", "", "", "{url}/-/edit/{branch}/{path}"
    ),
    "forgejo": _Form(
        "{url}/_new/{branch}/?filename={path}",
        "&value=",
        "{url}/_upload/{branch}/{path}",
        "{url}/_edit/{branch}/{path}",
    ),
}


def new_file(forge: Forge, path: str, text: str) -> NewFile:
    """Open the editor of *forge* for a file at *path* of the repository."""
    form = KINDS[forge.kind]
    branch = quote(forge.branch, safe="/")
    href = form.address.format(url=forge.url, branch=branch, path=quote(path, safe="/"))
    whole = href + form.text + quote(text, safe="")
    holds_text = bool(form.text) and len(whole) <= LONGEST
    return NewFile(whole if holds_text else href, holds_text)
