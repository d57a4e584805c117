"""What a reader of a page's source shall not stumble over, such as the answers to its exercises.

It is sealed, not secret: the page itself opens it once it has been answered, and `solution()` shows it to whoever asks.
"""

import base64
import json


def seal(data, key):
    """The data as text in which nothing can be read; `unseal` in answers.js turns it back.

    Examples
    --------
    >>> seal(["right"], "02-mae") == seal(["right"], "02-mae")
    True
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    stream = _stream(key)
    return base64.b64encode(bytes(byte ^ next(stream) for byte in text)).decode("ascii")


def _stream(key):
    """Bytes that follow from the key: xorshift, begun with the key's FNV-1a hash."""
    state = 0x811C9DC5
    for byte in key.encode("utf-8"):
        state = (state ^ byte) * 0x01000193 & 0xFFFFFFFF
    state = state or 1
    while True:
        state ^= state << 13 & 0xFFFFFFFF
        state ^= state >> 17
        state ^= state << 5 & 0xFFFFFFFF
        yield state & 0xFF
