"""Answers are sealed."""

import base64

from lossviz.handouts.sealing import seal


def test_nothing_of_it_can_be_read():
    """Neither the text nor its base64 stands in what is sealed, and another key gives another text."""
    text = "Taking off half of delta makes the line start where the square ends."
    sealed = seal([text], "02-huber")
    assert text not in sealed
    assert base64.b64encode(text.encode()).decode()[4:-4] not in sealed
    assert not any(word in base64.b64decode(sealed) for word in (b"Taking", b"delta", b"square"))
    assert sealed != seal([text], "02-mae")
