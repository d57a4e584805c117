"""A generator of numbers and a discriminator that learn against each other, in three ways, on one dimension."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from ..losses import gan_discriminator, gan_generator

DATA = NormalDist(2.0, 0.5)
START = (-2.0, 0.5)
"""Mean and deviation of the fakes before the first step."""
UNITS = 8
BATCH = 32
CLIP = 0.3
HEAD_START = 100  # steps of the discriminator alone, so that it sees through the first fakes

_QUANTILES = np.array([NormalDist().inv_cdf((place + 0.5) / 200) for place in range(200)])


@dataclass(frozen=True)
class Way:
    """What the two players of one game pay.

    `discriminator` takes the outputs for real and for fake numbers and gives the slopes of its loss in both;
    `generator` takes those for fakes and gives the slopes of its own; `cost` is what a generator pays for an output.
    """

    discriminator: Callable
    generator: Callable
    cost: Callable
    rate: float
    clipped: bool = False


def _critic(real, fake):
    """The slopes of fake − real."""
    return np.full_like(real, -1.0), np.ones_like(fake)


WAYS = {
    "saturating": Way(
        gan_discriminator.gradient,
        lambda fake: gan_generator.gradient(fake, saturating=True),
        lambda fake: gan_generator(fake, saturating=True),
        rate=0.1,
    ),
    "non-saturating": Way(gan_discriminator.gradient, gan_generator.gradient, gan_generator, rate=0.1),
    "Wasserstein": Way(_critic, lambda fake: np.full_like(fake, -1.0), np.negative, rate=0.05, clipped=True),
}
"""The minimax game as it stands, the same with the generator's other loss, and a critic with clipped weights."""


@dataclass(frozen=True)
class State:
    """All games after a step, one row for each way and seed.

    Parameters
    ----------
    judge : tuple of ndarray
        Weights and biases of the hidden units, shape (way, seed, UNITS), their weights in the output, the output's
        bias.
    mean, deviation : ndarray, shape (way, seed)
        Of the fakes: the generator makes mean + deviation · ε of normal noise ε.
    """

    judge: tuple
    mean: np.ndarray
    deviation: np.ndarray

    def fakes(self, noise):
        """What the generators make of noise whose last axis is that of the examples."""
        return self.mean[..., None] + self.deviation[..., None] * noise

    def output(self, x):
        """What discriminators and critics say of numbers x, shape (way, seed, n): logits, or a critic's scores."""
        return _output(self.judge, x)[0]

    def slope(self, x):
        """The slope of that in x."""
        weights, _, out, _ = self.judge
        hidden = _output(self.judge, x)[1]
        return ((1 - hidden**2) @ (weights * out)[..., None])[..., 0]

    def distance(self):
        """How far, on average, the fakes have to be moved to become the data: the Wasserstein distance."""
        wanted = DATA.mean + DATA.stdev * _QUANTILES
        return np.abs(np.sort(self.fakes(_QUANTILES), axis=-1) - wanted).mean(axis=-1)


def play(seeds=3, steps=300, rate=0.3):
    """The three games, each with several seeds: their states before the first step and after each.

    In a step the discriminator goes downhill on BATCH real numbers and as many fakes, then the generator on as many
    new fakes. Plain gradient descent for both; the rule of Adam would scale the slopes that are to be seen here.

    Parameters
    ----------
    seeds : int
        How many games of each way.
    steps : int
    rate : float
        The learning rate of the discriminators; that of a generator belongs to its `Way`.

    Returns
    -------
    list of State, of length steps + 1
        Ways in the order of `WAYS`.

    References
    ----------
    I. Goodfellow et al., *Generative adversarial nets*, Advances in Neural Information Processing Systems 27 (2014);
    M. Arjovsky, S. Chintala and L. Bottou, *Wasserstein generative adversarial networks*, International Conference on
    Machine Learning (2017).

    Examples
    --------
    >>> path = play(seeds=2, steps=60)
    >>> path[0].distance()[:, 0].round(1), path[-1].distance()[:2, 0].round(0)
    (array([4., 4., 4.]), array([4., 0.]))
    """
    rngs = [np.random.default_rng(seed) for seed in range(seeds)]
    state = _start(rngs)
    for _ in range(HEAD_START):
        state = State(_judge_step(state, rngs, rate), state.mean, state.deviation)
    path = [state]
    for _ in range(steps):
        state = State(_judge_step(state, rngs, rate), state.mean, state.deviation)
        path.append(_generator_step(state, rngs))
        state = path[-1]
    return path


def _start(rngs):
    """Equal seeds begin equally in all ways."""
    judges = [(r.normal(size=UNITS), r.normal(size=UNITS), 0.3 * r.normal(size=UNITS), np.zeros(())) for r in rngs]
    judge = tuple(np.stack([np.stack(part)] * len(WAYS)) for part in zip(*judges, strict=True))
    places = np.ones((len(WAYS), len(rngs)))
    return State(judge, START[0] * places, START[1] * places)


def _noise(rngs):
    return np.array([rng.normal(size=BATCH) for rng in rngs])


def _output(judge, x):
    weights, biases, out, bias = judge
    hidden = np.tanh(x[..., None] * weights[..., None, :] + biases[..., None, :])
    return (hidden @ out[..., None])[..., 0] + bias[..., None], hidden


def _judge_step(state, rngs, rate):
    real = np.broadcast_to(DATA.mean + DATA.stdev * _noise(rngs), (len(WAYS), len(rngs), BATCH))
    x = np.concatenate([real, state.fakes(_noise(rngs))], axis=-1)
    output, hidden = _output(state.judge, x)
    pull = np.array(
        [
            np.concatenate(way.discriminator(of_way[:, :BATCH], of_way[:, BATCH:]), axis=-1)
            for way, of_way in zip(WAYS.values(), output, strict=True)
        ]
    )
    # The chain rule: from the slope in the output to the weights behind the hidden units and before them.
    pull = pull[..., None] / BATCH
    behind = pull * (1 - hidden**2) * state.judge[2][..., None, :]
    slopes = (behind * x[..., None], behind, pull * hidden, pull)
    judge = [part - rate * _summed(slope, part) for part, slope in zip(state.judge, slopes, strict=True)]
    for place, way in enumerate(WAYS.values()):
        if way.clipped:
            for part in judge:
                part[place] = np.clip(part[place], -CLIP, CLIP)
    return tuple(judge)


def _summed(slope, part):
    """The slopes of all examples added up, in the shape of the parameters."""
    return slope.sum(axis=-2).reshape(part.shape)


def _generator_step(state, rngs):
    noise = _noise(rngs)
    fakes = state.fakes(noise)
    pull = np.array([way.generator(out) for way, out in zip(WAYS.values(), state.output(fakes), strict=True)])
    pull = pull * state.slope(fakes)  # from the output to the fake itself
    rates = np.array([[way.rate] for way in WAYS.values()])
    mean = state.mean - rates * pull.mean(axis=-1)
    return State(state.judge, mean, state.deviation - rates * (pull * noise).mean(axis=-1))
