"""Who gets in: by the token of the opening link, by name and password, or by what a trusted proxy says."""

import hmac
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from factcheck.serving.users import Users

Role = Literal["reviewer", "guest"]
"""A guest reads, and sees nothing of sources that may not be published; a reviewer decides."""

IDLE = 12 * 3600.0
"""Seconds without a request after which a session ends."""
MOST_SESSIONS = 5000
FREE_TRIES = 5
"""Failed log-ins of one name or address before the next has to wait."""
LONGEST_WAIT = 900.0


@dataclass(frozen=True)
class Visitor:
    """Who is there: the name under which decisions are logged, and what this person may do."""

    name: str
    role: Role = "reviewer"

    @property
    def is_guest(self) -> bool:
        """Whether this person only reads."""
        return self.role == "guest"


@dataclass
class Session:
    """A visitor from log-in to log-out. `done` are the decisions made, last one last, to be taken back by undo."""

    visitor: Visitor
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    used: float = 0.0
    done: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    said: str = ""
    """What is said on the next page, once."""


class Sessions:
    """All sessions, in memory: they end with the server. A cookie holds a signed random name, nothing else."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        from itsdangerous import Signer

        self._signer = Signer(secrets.token_bytes(32), salt="session")
        self._open: OrderedDict[str, Session] = OrderedDict()
        self._lock = threading.Lock()
        self._clock = clock

    def begin(self, visitor: Visitor) -> str:
        """Start a session and give its cookie."""
        name = secrets.token_urlsafe(32)
        with self._lock:
            self._open[name] = Session(visitor, used=self._clock())
            while len(self._open) > MOST_SESSIONS:
                self._open.popitem(last=False)
        return self._signer.sign(name).decode()

    def find(self, cookie: str) -> Session | None:
        """The session of a cookie; null for a forged one, and for one that ended."""
        name = self._name(cookie)
        with self._lock:
            found = self._open.get(name)
            if found is None or self._clock() - found.used > IDLE:
                self._open.pop(name, None)
                return None
            found.used = self._clock()
            self._open.move_to_end(name)
            return found

    def end(self, cookie: str) -> None:
        """End a session."""
        with self._lock:
            self._open.pop(self._name(cookie), None)

    def _name(self, cookie: str) -> str:
        from itsdangerous import BadSignature

        try:
            return self._signer.unsign(cookie).decode()
        except (BadSignature, UnicodeError):
            return ""

    def sign(self, value: str) -> str:
        """A mark that only this server can make of a value."""
        return self._signer.get_signature(f"form:{value}").decode()


class Tries:
    """Failed log-ins by name and by address: the more there were, the longer the next has to wait."""

    MOST = 10_000

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._failed: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._lock = threading.Lock()
        self._clock = clock

    def wait(self, *keys: str) -> float:
        """Seconds until one may try again; 0 where one may now."""
        with self._lock:
            return max((self._left(key) for key in keys), default=0.0)

    def _left(self, key: str) -> float:
        count, last = self._failed.get(key, (0, 0.0))
        pause = min(2.0 ** (count - FREE_TRIES), LONGEST_WAIT) if count >= FREE_TRIES else 0.0
        return max(last + pause - self._clock(), 0.0)

    def failed(self, *keys: str) -> None:
        """Note a failed log-in."""
        with self._lock:
            for key in keys:
                count, last = self._failed.pop(key, (0, 0.0))
                forgotten = self._clock() - last > LONGEST_WAIT
                self._failed[key] = (1 if forgotten else count + 1, self._clock())
            while len(self._failed) > self.MOST:
                self._failed.popitem(last=False)

    def passed(self, *keys: str) -> None:
        """Forget the failures of somebody who got in."""
        with self._lock:
            for key in keys:
                self._failed.pop(key, None)


@dataclass
class Access:
    """How one gets in. One of `token`, `users` and `header` is set.

    `owner` is whom the token lets in. `header` names the header in which a reverse proxy at one of `proxies`
    (addresses or networks) gives who is there. With `read_only` everybody is a guest.
    """

    hosts: frozenset[str] = frozenset({"127.0.0.1", "localhost", "[::1]"})
    token: str | None = None
    owner: str = ""
    users: "Users | None" = None
    header: str | None = None
    proxies: tuple[str, ...] = ()
    read_only: bool = False
    sessions: Sessions = field(default_factory=Sessions)
    tries: Tries = field(default_factory=Tries)

    def by_token(self, token: str) -> Visitor | None:
        """Who comes with a token; null where it is not that of the opening link."""
        if self.token is None or not hmac.compare_digest(token.encode(), self.token.encode()):
            return None
        return self._seen(Visitor(self.owner))

    def by_password(self, name: str, password: str) -> Visitor | None:
        """Who comes with a name and a password; null where they do not fit."""
        found = self.users.check(name, password) if self.users else None
        return self._seen(found) if found else None

    def by_proxy(self, address: str, named: str | None) -> Visitor | None:
        """Who a proxy says is there; null where the address is not one of a trusted proxy, or it names nobody."""
        if self.header is None or not named or not named.strip() or not self._is_trusted(address):
            return None
        if self.users is None:
            return self._seen(Visitor(named.strip()))
        known = self.users.find(named.strip())
        return self._seen(known) if known else None

    def still(self, visitor: Visitor) -> Visitor | None:
        """The visitor of a session as the users file has it by now; null where it names this person no more."""
        if self.users is None:
            return visitor
        known = self.users.find(visitor.name)
        return self._seen(known) if known else None

    def _seen(self, visitor: Visitor) -> Visitor:
        return Visitor(visitor.name, "guest") if self.read_only else visitor

    def _is_trusted(self, address: str) -> bool:
        try:
            there = ip_address(address)
            return any(there in ip_network(proxy, strict=False) for proxy in self.proxies)
        except ValueError:
            return False
