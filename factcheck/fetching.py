"""Fetching a page: over http or https alone, within limits of size, time and redirects, from public addresses.

Every address is resolved once and checked, and that address is the one connected to.
"""

import ipaddress
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from factcheck import __version__
from factcheck.config import Fetching
from factcheck.errors import SourceError

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, HTTPConnectionPool

PIECE = 65_536
LONGEST_URL = 4_000
STEP = 15.0
"""Seconds that one step may take: to connect, or to wait for the next bytes."""
REDIRECTS = frozenset((301, 302, 303, 307, 308))
SUFFIXES: Mapping[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
"""The ending under which a kind of file is kept."""


@dataclass(frozen=True)
class Page:
    """What an address gave: `url` is where it was found in the end, `name` a file name for it."""

    url: str
    data: bytes
    name: str


def fetch(url: str, settings: Fetching) -> Page:
    """The page at an address; raises `SourceError`, one line, for what cannot or may not be fetched."""
    from urllib3.exceptions import HTTPError

    deadline = time.monotonic() + settings.seconds
    here = url
    for _ in range(settings.redirects + 1):
        parts = _checked(here, url)
        address = _address(parts, settings.private, url)
        try:
            with _pool(parts, address) as pool:
                response = _asked(pool, parts, deadline)
                try:
                    if response.status in REDIRECTS and response.headers.get("location"):
                        here = urljoin(here, response.headers["location"])
                        continue
                    if response.status != 200:
                        raise SourceError(
                            f"the server answered {response.status} {response.reason or ''}".rstrip(), where=url
                        )
                    data = _body(response, settings, deadline, url)
                    return Page(here, data, _name(parts, response.headers.get("content-type", ""), url))
                finally:
                    response.close()
        except (HTTPError, OSError, ValueError) as error:
            raise SourceError(_reason(error, settings), where=url) from error
    raise SourceError(f"leads on more than {settings.redirects} times (factcheck.toml: fetching.redirects)", where=url)


def _checked(here: str, url: str) -> SplitResult:
    """The parts of an address that may be asked for."""
    try:
        parts = urlsplit(here)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise SourceError("is not an address", where=url) from error
    if parts.scheme not in ("http", "https"):
        raise SourceError(f"leads to {parts.scheme or 'no'}:; only http and https are fetched", where=url)
    if not host or len(here) > LONGEST_URL or any(ord(character) < 33 for character in here):
        raise SourceError("is not an address", where=url)
    if parts.username or parts.password:
        raise SourceError("holds a user's name or password; leave it out", where=url)
    return parts


def _address(parts: SplitResult, private: bool, url: str) -> str:
    """The network address of a host; all that it has must be public, unless private ones are allowed."""
    host = parts.hostname or ""
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii")
        found = socket.getaddrinfo(name, parts.port or _port(parts), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(f"no server is known by the name {host}", where=url) from error
    addresses = [str(entry[4][0]) for entry in found]
    if not private and not all(map(is_public, addresses)):
        raise SourceError(
            f"{host} is an address of a private network (factcheck.toml: fetching.private = true allows it)", where=url
        )
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether a network address is one of the public internet, also where it is wrapped in one of version 6."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(known, ipaddress.IPv6Address):
        inner = known.ipv4_mapped or known.sixtofour
        if known in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(known) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return known.is_global and not known.is_multicast


_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")


def _port(parts: SplitResult) -> int:
    return 443 if parts.scheme == "https" else 80


def _pool(parts: SplitResult, address: str) -> "HTTPConnectionPool":
    """A connection to that address, which must prove to be the host where it is https."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool

    port = parts.port or _port(parts)
    if parts.scheme == "http":
        return HTTPConnectionPool(address, port)
    import ssl

    from truststore import SSLContext

    host = (parts.hostname or "").encode("idna").decode("ascii")
    context = SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return HTTPSConnectionPool(address, port, ssl_context=context, server_hostname=host, assert_hostname=host)


def _asked(pool: "HTTPConnectionPool", parts: SplitResult, deadline: float) -> "BaseHTTPResponse":
    from urllib3 import Timeout

    step = max(min(STEP, deadline - time.monotonic()), 0.001)
    name = (
        (parts.hostname or "").encode("idna").decode("ascii")
        if ":" not in (parts.hostname or "")
        else f"[{parts.hostname}]"
    )
    host = name if parts.port is None else f"{name}:{parts.port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]") if parts.query else ""
    return pool.request(
        "GET",
        path + query,
        headers={"Host": host, "User-Agent": f"factcheck-desk/{__version__}", "Accept-Encoding": "gzip, deflate"},
        redirect=False,
        retries=False,
        preload_content=False,
        timeout=Timeout(connect=step, read=step),
        assert_same_host=False,
    )


def _body(response: "BaseHTTPResponse", settings: Fetching, deadline: float, url: str) -> bytes:
    """All bytes of an answer, unpacked, as far as the limits go."""
    pieces, size = [], 0
    while piece := response.read1(PIECE, decode_content=True):
        size += len(piece)
        if size > settings.bytes:
            raise SourceError(
                f"is larger than the limit of {settings.bytes:,} bytes (factcheck.toml: fetching.bytes)", where=url
            )
        if time.monotonic() > deadline:
            raise SourceError(_late(settings), where=url)
        pieces.append(piece)
    return b"".join(pieces)


def _name(parts: SplitResult, media: str, url: str) -> str:
    """A file name for a page: the last part of its path, or its host, with the ending of its kind."""
    path = PurePosixPath(unquote(parts.path))
    kind = media.partition(";")[0].strip().lower()
    suffix = SUFFIXES.get(kind)
    if suffix is None or (suffix == ".txt" and path.suffix.lower() in (".md", ".csv", ".srt", ".vtt")):
        known = (*SUFFIXES.values(), ".htm", ".markdown", ".tsv", ".odt")
        suffix = path.suffix.lower() if path.suffix.lower() in known else None
    if suffix is None:
        raise SourceError(f"is of a kind that cannot be read ({kind or 'the server does not say which'})", where=url)
    stem = path.stem if path.suffix.lower() in (suffix, ".htm", ".php", ".asp", ".aspx", ".jsp") else path.name
    return f"{stem.replace('/', ' ') or parts.hostname}{suffix}"


def _late(settings: Fetching) -> str:
    return f"took longer than {settings.seconds:g} s (factcheck.toml: fetching.seconds)"


def _reason(error: Exception, settings: Fetching) -> str:
    """Why nothing came, in plain words."""
    from urllib3 import exceptions

    cause: BaseException = error.reason if isinstance(error, exceptions.MaxRetryError) and error.reason else error
    reached = not isinstance(cause, exceptions.NewConnectionError)
    if reached and isinstance(cause, exceptions.TimeoutError | TimeoutError):
        return _late(settings)
    if isinstance(cause, exceptions.SSLError):
        return "the server's certificate is not valid"
    if isinstance(cause, exceptions.DecodeError):
        return "the server's answer cannot be unpacked"
    return "the server cannot be reached, or it broke off"
