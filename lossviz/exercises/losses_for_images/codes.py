"""Autoencoders: what comes back, what a code costs, and what an unsupervised loss can be."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def draw(mean, log_variance, noise):
    """A code drawn from its cloud, by standard normal noise."""
    return mean + np.exp(log_variance / 2) * noise


_MEAN = np.array([[0.5, -1.0], [2.0, 0.0]])
_LOG = np.array([[0.0, -2.0], [1.0, -0.5]])
_NOISE = np.array([[1.2, -0.3], [0.4, 2.0]])


ALL = [
    Number(
        key="06-grey",
        title="what perfect grey pixels still cost",
        level=1,
        minutes=3,
        topics=("T53",),
        diagnoses="a floor of 0 expected, bits for nats, one pixel for all",
        answer=13.863,
        within=0.03,
        wrong=(
            Wrong(0.0, "Squared error would be 0. Put y = p = ½ into the binary cross-entropy."),
            Wrong(0.693, "That is one grey pixel. There are twenty."),
            Wrong(20.0, "That is in bits. Losses are in nats."),
            Wrong(44.36, "Only the grey pixels cost something: 0 and 1 can be stated for certain."),
            Wrong(6.93, "Both terms count, ½ · log 2 each."),
        ),
        hints=("What does a pixel with y = p = ½ cost?", "20 · log 2"),
        explanation="20 · log 2 = 13.86. The floor is the entropy of the pixels; what lies above it is the "
        "model's own.",
    ),
    Choice(
        key="06-unsupervised",
        title="spot the mistake: the difference between input and output",
        level=3,
        minutes=3,
        topics=("T53", "M35"),
        diagnoses="reconstruction taken for all learning without labels",
        answer="d",
        wrong=(
            Wrong("a", "The second loss in the cell was computed without any picture that came back."),
            Wrong("b", "No label entered either loss: the pictures were enough."),
            Wrong("c", "Two numbers against 64 pixels: there is no difference to take."),
        ),
        hints=("What does the second loss in the cell compare?", "Two views of one picture, in a plane of codes."),
        explanation="An autoencoder's loss compares input and output. A contrastive loss compares codes of two "
        "views, an "
        "adversarial one what a second network says: no labels there either, and nothing is given back.",
    ),
    Function(
        key="06-draw",
        title="draw a code from its cloud",
        level=2,
        minutes=4,
        topics=("T54",),
        diagnoses="variance for deviation, the noise left alone, the mean left out",
        reference=draw,
        names=("μ", "log σ²", "noise"),
        cases=(Case(_MEAN, _LOG, _NOISE), Case(np.zeros(3), np.array([2.0, 0.0, -2.0]), np.ones(3))),
        wrong=(
            Wrong(
                lambda mean, log_variance, noise: mean + np.exp(log_variance) * noise,
                "exp(log σ²) is the variance. The noise is stretched by the deviation σ, its root.",
            ),
            Wrong(
                lambda mean, log_variance, noise: mean + log_variance * noise,
                "The network says log σ². Take the exponential of half of it.",
            ),
            Wrong(
                lambda mean, log_variance, noise: mean + noise,
                "Every cloud has its own width: stretch the noise by σ first.",
            ),
            Wrong(
                lambda mean, log_variance, noise: np.exp(log_variance / 2) * noise,
                "That is a cloud around 0. Move it to μ.",
            ),
            Wrong(
                lambda mean, log_variance, noise: (mean + noise) * np.exp(log_variance / 2),
                "The mean is not stretched: μ + σ · noise.",
            ),
            Wrong(
                lambda mean, log_variance, noise: mean + np.exp(log_variance / 2),
                "The noise is missing: this is the same code each time.",
            ),
            Wrong(
                lambda mean, log_variance, noise: mean + np.sqrt(np.abs(log_variance)) * noise,
                "The root of the variance is exp(log σ² / 2), not the root of its logarithm.",
            ),
        ),
        hints=("σ is the root of σ²; the network gives log σ².", "exp(log σ² / 2) = σ, and the code is μ + σ · noise."),
        explanation="μ + exp(log σ² / 2) · noise. The chance sits in the noise, outside the network, so slopes "
        "reach μ and "
        "log σ² as in any formula.",
    ),
    Number(
        key="06-written-beta",
        title="spot the mistake: what a weight of 0.01 is on 8 × 8 pixels",
        level=1,
        minutes=3,
        topics=("T54", "M19"),
        diagnoses="means over different counts",
        answer=0.32,
        within=0.002,
        wrong=(
            Wrong(
                0.01, "Both terms are means over different counts. Multiply the whole by 64: what stands before the KL?"
            ),
            Wrong(0.64, "64 · 0.01 · mean over the entries: the mean over two entries is half of their sum."),
            Wrong(0.02, "The pixels count, too: 0.01 · D / d."),
            Wrong(0.0003125, "Upside down: 0.01 · D / d, with D = 64 pixels and d = 2 entries."),
            Wrong(3.92, "That is for 28 × 28 pixels. Here there are 64."),
        ),
        hints=("Multiply the script's loss by 64, so that its first term is the sum.", "0.01 · 64 / 2"),
        explanation="0.01 · 64 / 2 = 0.32. Sum over pixels and entries, and write the β you mean.",
    ),
    Choice(
        key="06-silent-code",
        title="a VAE whose divergence is 0",
        level=3,
        minutes=3,
        topics=("T54",),
        diagnoses="a collapsed code taken for a success",
        answer="c",
        wrong=(
            Wrong("a", "The divergence is 0 for any picture: the code no longer depends on it."),
            Wrong("b", "More epochs do not help: at this β the silent code is what costs least."),
            Wrong("d", "Draw twice: the two samples are one and the same picture."),
        ),
        hints=(
            "μ = 0 and σ = 1 for every picture. What can the decoder know?",
            "Look at the samples: how many kinds are there?",
        ),
        explanation="Every picture gets the cloud N(0, 1), so the code tells the decoder nothing, and it paints "
        "the mean "
        "of all pictures. At a large β that is the cheapest thing to do.",
    ),
]
