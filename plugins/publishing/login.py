"""Who asks: a name and a password with each request, as git and browsers send them."""

import base64
import binascii
from collections.abc import Callable
from typing import Any

from plugins.publishing.accounts import Accounts

StartResponse = Callable[[str, list[tuple[str, str]]], Any]


def login_from(authorization: str, accounts: Accounts) -> str | None:
    """The account of an Authorization header; None where it proves none."""
    scheme, _, encoded = authorization.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        login, _, password = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return login if accounts.knows(login, password) else None


def ask_for_login(start_response: StartResponse) -> list[bytes]:
    headers = [
        ("WWW-Authenticate", 'Basic realm="Kabar Lutra", charset="UTF-8"'),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Cache-Control", "no-store"),
    ]
    start_response("401 Unauthorized", headers)
    return [b"Nama akun atau sandi tidak cocok.\n"]
