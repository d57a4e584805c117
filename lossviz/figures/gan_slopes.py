"""What the two players of a GAN pay for a fake, and the slope that is left for the generator."""

import numpy as np

from ..losses import gan_discriminator, gan_generator, sigmoid
from . import style
from .scene import Scene

LOGITS = (-8.0, 8.0)
FORMS = ("saturating", "non-saturating", "Wasserstein")
"""The generator's losses: log(1 − D), −log D, and minus the critic's score."""

_SHOWN_AS_D = (0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999)
_LOOKS = {
    "saturating": {"color": style.PALETTE[1], "linestyle": style.DASHES[1]},
    "non-saturating": {"color": style.PALETTE[0], "linestyle": style.DASHES[0]},
    "Wasserstein": {"color": style.PALETTE[2], "linestyle": style.DASHES[4]},
}


def look(form):
    """Colour and dashes of one of `FORMS`, as keywords for `Axes.plot`.

    Examples
    --------
    >>> look("non-saturating")["linestyle"]
    '-'
    """
    return dict(_LOOKS[form])


def generator_costs(fake):
    """What a generator pays for fakes with these outputs f of its judge, under each of `FORMS`.

    Examples
    --------
    >>> {form: float(cost.round(4)) for form, cost in generator_costs(-4.0).items()}
    {'saturating': -0.0181, 'non-saturating': 4.0181, 'Wasserstein': 4.0}
    """
    fake = np.asarray(fake, dtype=float)
    return dict(zip(FORMS, (gan_generator(fake, saturating=True), gan_generator(fake), 0.0 - fake), strict=True))


def generator_slopes(fake):
    """The slopes of those costs in f.

    Examples
    --------
    >>> {form: float(slope.round(4)) for form, slope in generator_slopes(-4.0).items()}
    {'saturating': -0.018, 'non-saturating': -0.982, 'Wasserstein': -1.0}
    """
    fake = np.asarray(fake, dtype=float)
    slopes = gan_generator.gradient(fake, saturating=True), gan_generator.gradient(fake), np.full_like(fake, -1.0)
    return dict(zip(FORMS, slopes, strict=True))


class GanSlopesScene(Scene):
    """Over the discriminator's logit for a fake: its own loss, the generator's losses, and their slopes."""

    title = "Two players: what each pays for a fake, and which way it pulls"
    size = (800, 390)

    def build(self):
        self.logits = np.linspace(*LOGITS, 161)
        judge, cost, slope = self.figure.subplots(1, 3)
        for ax, title, word in (
            (judge, "The discriminator pays", "loss ℓ of the discriminator"),
            (cost, "The generator pays", "loss ℓ of the generator"),
            (slope, "What is left to learn from", "slope dℓ/df of the generator's loss"),
        ):
            ax.set_title(title, pad=9)
            ax.set_xlabel("logit f of a fake")
            ax.set_ylabel(word)
            ax.set_xlim(LOGITS[0] - 0.3, LOGITS[1] + 0.3)
            ax.axhline(0, color=style.MUTED, linewidth=1)
            self._name_probabilities(ax)
        judge.set_ylim(-0.4, 17)
        cost.set_ylim(-8.6, 8.6)
        slope.set_ylim(-1.1, 0.1)
        self._build_curves(cost, slope)
        self.judged = self.move(judge.plot([], [], **style.of(gan_discriminator))[0])
        self.cursors = [
            self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":")) for ax in (judge, cost, slope)
        ]
        colours = [_LOOKS[form]["color"] for form in FORMS]
        self.judge_dot = self.move(
            judge.plot([], [], "o", color=style.CURSOR, markersize=9, markeredgecolor="white")[0]
        )
        self.dots = [
            self.move(ax.scatter(np.zeros(3), np.zeros(3), s=70, c=colours, edgecolors="white")) for ax in (cost, slope)
        ]

    def _build_curves(self, cost, slope):
        lines = []
        costs, slopes = generator_costs(self.logits), generator_slopes(self.logits)
        for form in FORMS:
            lines += cost.plot(self.logits, costs[form], **look(form))
            slope.plot(self.logits, slopes[form], **look(form))
        names = ["saturating: log(1 − D)", "non-saturating: −log D", "Wasserstein: minus the critic's score f"]
        self.figure.legend(lines, names, loc="outside upper left", ncols=3, handlelength=3.4)

    def _name_probabilities(self, ax):
        """Along the upper edge, D = σ(f) for some logits."""
        above = ax.secondary_xaxis("top", functions=(_same, _same))
        places = [float(np.log(p / (1 - p))) for p in _SHOWN_AS_D]
        above.set_xticks(places[::2], [f"{p:g}" for p in _SHOWN_AS_D[::2]])
        above.set_xticks(places[1::2], minor=True)
        above.set_xlabel("D = σ(f)", fontsize=11)

    def update(self, *, fake_logit, real_logit):
        self.fake, self.real = fake_logit, real_logit
        everywhere = gan_discriminator(np.full_like(self.logits, real_logit), self.logits)
        self.judge_cost = float(gan_discriminator(real_logit, fake_logit))
        self.judged.set_data(self.logits, everywhere)
        self.judge_dot.set_data([fake_logit], [self.judge_cost])
        self.costs = {form: float(cost) for form, cost in generator_costs(fake_logit).items()}
        self.slopes = {form: float(slope) for form, slope in generator_slopes(fake_logit).items()}
        for dots, heights in zip(self.dots, (self.costs, self.slopes), strict=True):
            dots.set_offsets([(fake_logit, heights[form]) for form in FORMS])
        for cursor in self.cursors:
            cursor.set_xdata([fake_logit, fake_logit])

    def _said(self, numbers, digits):
        return ", ".join(f"{form} {numbers[form]:.{digits}f}" for form in FORMS)

    def describe(self):
        return (
            "Three panels over the logit f that the discriminator gives a fake, from −8 to 8, with D = σ(f) above. "
            "Left the discriminator's loss, which rises with f; in the middle the generator's, which fall: one bends "
            "down late, one is steep from the start, one is straight. Right their slopes: the saturating one is 0 on "
            "the left and −1 on the right, the non-saturating one −1 on the left and 0 on the right, Wasserstein −1 "
            f"throughout. Now f = {self.fake:g}, so D = {sigmoid(self.fake):.4g}, and the real example has logit "
            f"{self.real:g}: the discriminator pays {self.judge_cost:.3f}; the generator {self._said(self.costs, 3)}; "
            f"slopes {self._said(self.slopes, 4)}."
        )

    def readout(self):
        return (
            f"fake: f = {self.fake:g}, D = {sigmoid(self.fake):.4g} · real: logit {self.real:g}, D = "
            f"{sigmoid(self.real):.4g} · discriminator pays {self.judge_cost:.3f} · slopes in f: "
            f"{self._said(self.slopes, 4)}"
        )


def _same(x):
    return x
