"""Frames that belong together."""

import numpy as np

from ..exercise import Case, Choice, Function, Prediction, Wrong


def video_loss(clip, given, weight=1.0):
    """The mean square error of the frames, and weight times the mean square change from frame to frame."""
    frames = np.mean((clip - given) ** 2)
    change = np.mean((clip[1:] - clip[:-1]) ** 2)
    return frames + weight * change


_RNG = np.random.default_rng(0)
_CLIP, _GIVEN = (_RNG.normal(size=(4, 2, 3)).round(1) for _ in range(2))


def _frames(clip, given):
    return np.mean((clip - given) ** 2)


ALL = [
    Prediction(
        key="06-shuffled",
        answer="b",
        wrong=(
            Wrong("a", "Each frame is compared with its own target, which was shuffled along."),
            Wrong("c", "Nothing falls: every frame keeps its own error."),
        ),
        reveal="To the last digit the same. A loss of frames sees no film, only a heap of pictures.",
    ),
    Function(
        key="06-video-loss",
        title="a loss of frames with a temporal term",
        level=2,
        minutes=6,
        topics=("T58",),
        diagnoses="neighbours in space for neighbours in time, changes of the wrong clip, sums, the weight",
        reference=video_loss,
        names=("clip", "given"),
        cases=(Case(_CLIP, _GIVEN, weight=2.0), Case(_GIVEN, np.zeros((4, 2, 3)), weight=0.5)),
        wrong=(
            Wrong(
                lambda clip, given, weight=1.0: _frames(clip, given) + weight * np.mean(np.diff(clip) ** 2),
                "np.diff without an axis goes along the last one: neighbouring pixels. Frames lie along axis 0.",
            ),
            Wrong(
                lambda clip, given, weight=1.0: _frames(clip, given) + weight * np.mean((given[1:] - given[:-1]) ** 2),
                "You charge the changes of the given clip, which no step can alter. Charge those of `clip`.",
            ),
            Wrong(
                lambda clip, given, weight=1.0: _frames(clip, given) + weight * np.mean((clip[1:] - given[:-1]) ** 2),
                "You compare with the given frame before. Compare with the one before in `clip`.",
            ),
            Wrong(
                lambda clip, given, weight=1.0: _frames(clip, given) + np.mean(np.diff(clip, axis=0) ** 2),
                "It takes the weight and does not use it.",
            ),
            Wrong(
                lambda clip, given, weight=1.0: weight * _frames(clip, given) + np.mean(np.diff(clip, axis=0) ** 2),
                "The weight belongs to the second term.",
            ),
            Wrong(
                lambda clip, given, weight=1.0: (
                    np.sum((clip - given) ** 2) + weight * np.sum(np.diff(clip, axis=0) ** 2)
                ),
                "Those are sums. Take both as means: there are fewer changes than frames, and λ would feel it.",
            ),
            Wrong(
                lambda clip, given, weight=1.0: _frames(clip, given) + weight * np.mean(np.abs(np.diff(clip, axis=0))),
                "The changes enter squared.",
            ),
            Wrong(
                lambda clip, given, weight=1.0: _frames(clip, given) + weight * np.mean(np.diff(clip, axis=0)) ** 2,
                "You square the mean: changes up and down cancel before that. Square first, then take the mean.",
            ),
        ),
        hints=(
            "clip[1:] are all frames but the first, clip[:-1] all but the last.",
            "Their difference, squared, then its mean.",
            "Plus the mean square error of the frames; the weight before the changes.",
        ),
        explanation="Two means: one looks at each frame, one at each step from a frame to the next.",
    ),
    Choice(
        key="06-still-clip",
        title="the clip that a huge weight wants",
        level=3,
        minutes=3,
        topics=("T58",),
        diagnoses="what the second term asks for",
        answer="b",
        wrong=(
            Wrong("a", "The true clip moves, and each pixel that changes is charged."),
            Wrong("c", "Nothing asks for white: the first term still decides between clips without any change."),
            Wrong("d", "All frames alike is right. Which one? The one nearest to all given frames."),
        ),
        hints=("Which clips have no change at all?", "Among those, which is nearest to the given frames in squares?"),
        explanation="No change at all, and then the least squares: the mean of all frames, a ghost of every "
        "place where "
        "the digit has been.",
    ),
]
