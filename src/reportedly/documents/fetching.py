"""Addresses become documents: an http address becomes bytes, or a word about why not.

What is promised: one address, one request and its redirects; only http and https; a limit on time and on size, so that
no server can hold or flood the reader. Nothing is sent but the address and the name of this program. Whatever goes
wrong is raised as ``UnreachableError``. This is the only module of the project that uses the network.
"""

import http.client
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from importlib import import_module
from typing import Any

from reportedly.frozen import dataclass

TIMEOUT = 20.0  # seconds a server may be silent
DEADLINE = 60.0  # seconds for all of a page
LARGEST = 20_000_000  # bytes; the text of a long report has a hundredth of that
CHUNK = 1 << 16
SAFE = "%/:=&?~#+!$,;'@()*[]"


class UnreachableError(Exception):
    """Nothing could be had from an address; the message says why."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent: the bytes, the media type in lower case and the encoding it declared."""

    data: bytes
    media: str
    charset: str | None


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to http and https alone; the standard library would follow to ftp as well."""

    def redirect_request(self, *given: Any, **named: Any) -> Any:
        """What the library asks next, unless the last argument, the new address, is of another kind."""
        newurl = str(named.get("newurl", given[-1] if given else ""))
        if urllib.parse.urlsplit(newurl).scheme not in ("http", "https"):
            raise UnreachableError(f"it leads to {newurl[:200]!r}, which is no http address")
        return super().redirect_request(*given, **named)


def fetch(address: str, *, timeout: float = TIMEOUT, deadline: float = DEADLINE, largest: int = LARGEST) -> Fetched:
    """What the server at ``address`` sends; times in seconds, ``largest`` in bytes. Raises ``UnreachableError``."""
    try:
        request = urllib.request.Request(_quoted(address), headers=_headers())
        with _opener().open(request, timeout=timeout) as response:
            data = _body(response, time.monotonic() + deadline, largest)
            return Fetched(_unpacked(data, response, largest), *_kind(response))
    except urllib.error.HTTPError as error:
        error.close()
        raise UnreachableError(
            f"the server answers {error.code} {str(error.reason).splitlines()[0][:200]}".strip()
        ) from None
    except urllib.error.URLError as error:
        raise UnreachableError(_reason(error.reason)) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise UnreachableError(_reason(error)) from None


def _headers() -> dict[str, str]:
    version = import_module(__name__.partition(".")[0]).__version__
    return {"User-Agent": f"reportedly/{version}", "Accept": "text/html,text/plain;q=0.9,*/*;q=0.5"}


def _opener() -> urllib.request.OpenerDirector:
    """Speaks http and https and nothing else."""
    opener = urllib.request.OpenerDirector()
    for speaker in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(),
    ):
        opener.add_handler(speaker)
    return opener


def _quoted(address: str) -> str:
    """``address`` in ASCII, as it goes over the wire, without its fragment."""
    parts = urllib.parse.urlsplit(address)
    if not parts.hostname:
        raise UnreachableError("the address names no server")
    if parts.username or parts.password:
        raise UnreachableError("the address holds a name or password; such addresses are not fetched")
    host = parts.hostname.encode("idna").decode("ascii") if not parts.hostname.isascii() else parts.hostname
    host = f"[{host}]" if ":" in host else host
    place = f"{host}:{parts.port}" if parts.port else host
    path, query = urllib.parse.quote(parts.path, SAFE), urllib.parse.quote(parts.query, SAFE)
    return urllib.parse.urlunsplit((parts.scheme.lower(), place, path, query, ""))


def _body(response: Any, until: float, largest: int) -> bytes:
    data = bytearray()
    while chunk := response.read1(CHUNK):
        data += chunk
        if len(data) > largest:
            raise UnreachableError(f"it is larger than {largest:,} bytes")
        if time.monotonic() > until:
            raise UnreachableError("it takes too long to come")
    if response.length:
        raise UnreachableError(f"it broke off {response.length:,} bytes before its end")
    return bytes(data)


def _unpacked(data: bytes, response: Any, largest: int) -> bytes:
    """Servers may pack what nobody asked them to pack; unpacked it may be no larger either."""
    packing = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if packing == "identity":
        return data
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise UnreachableError(f"it is packed as {packing[:40]!r}, which is not read")
    unpacker = zlib.decompressobj(47 if "gzip" in packing else zlib.MAX_WBITS)
    try:
        found = unpacker.decompress(data, largest + 1)
    except zlib.error as error:
        raise UnreachableError(f"it is broken ({packing}: {error})") from None
    if len(found) > largest:
        raise UnreachableError(f"unpacked it is larger than {largest:,} bytes")
    if not unpacker.eof:
        raise UnreachableError(f"it broke off before its end ({packing})")
    return found


def _kind(response: Any) -> tuple[str, str | None]:
    headers = response.headers
    if not headers.get("Content-Type"):
        return "", None
    return headers.get_content_type(), headers.get_content_charset()


def _reason(error: object) -> str:
    """An exception in words."""
    if isinstance(error, TimeoutError):
        return "the server does not answer in time"
    if isinstance(error, ConnectionRefusedError):
        return "the server refuses the connection"
    words = str(error).splitlines()
    return f"it cannot be fetched: {words[0][:200] if words else type(error).__name__}"
