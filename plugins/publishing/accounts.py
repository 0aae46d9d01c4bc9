"""Accounts of the hub: one password for each person, stored as scrypt hashes."""

import hmac
import os
import secrets
from hashlib import scrypt
from pathlib import Path

import msgspec

_COST = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}  # about 16 MB and 40 ms for each try
_WORDS = (
    "padi", "kakao", "sungai", "bukit", "rotan", "sagu", "enau", "lontar", "tenun", "perahu",
    "embun", "kabut", "pinus", "ladang", "kebun", "jagung", "durian", "langsat", "merpati",
    "rangkong", "anoa", "batu", "jembatan", "dermaga",
)  # fmt: skip


class Account(msgspec.Struct, frozen=True):
    salt: str  # hexadecimal
    hash: str  # hexadecimal


class Accounts:
    """Read afresh at each question, so a new account needs no restart."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def knows(self, login: str, password: str) -> bool:
        account = self._read().get(login)
        salt = bytes.fromhex(account.salt) if account else b"\0" * 16
        tried = scrypt(password.encode(), salt=salt, **_COST)
        # An unknown login costs the same time as a wrong password.
        return account is not None and hmac.compare_digest(tried.hex(), account.hash)

    def set(self, login: str, password: str) -> None:
        accounts = self._read()
        salt = secrets.token_bytes(16)
        hashed = scrypt(password.encode(), salt=salt, **_COST)
        accounts[login] = Account(salt.hex(), hashed.hex())
        write_private(self.file, msgspec.json.encode(accounts, order="sorted"))

    def _read(self) -> dict[str, Account]:
        try:
            return msgspec.json.decode(self.file.read_bytes(), type=dict[str, Account])
        except FileNotFoundError:
            return {}


def new_password() -> str:
    """Four words and a number: easy to type on a phone, about 32 bits, never reused."""
    words = "-".join(secrets.choice(_WORDS) for _ in range(4))
    return f"{words}-{secrets.randbelow(9000) + 1000}"


def write_private(file: Path, data: bytes) -> None:
    """Replace a file that only its owner may read."""
    partial = file.with_name(file.name + ".sebagian")
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
    partial.replace(file)
