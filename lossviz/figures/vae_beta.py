"""Variational autoencoders trained with several β: what comes back, what can be drawn, and what either costs."""

import numpy as np

from ..losses import binary_crossentropy, vae_kl
from . import style
from .mosaic import GAP, mosaic, show_pixels
from .scene import Scene

_SIDE = 8
_DRAWN, _COLUMNS = 36, 6
_BACK = 6
_SURE = 0.9


class VaeBetaScene(Scene):
    """For one β of several: held-out pictures and their reconstructions, samples; both terms of the loss over β.

    `runs` maps each β, rising, to a dict with "decode" (codes to pictures), "reconstruction" and "divergence", the
    held-out means of the two terms, and "pictures" and "back", held-out pictures (n, 64) and their reconstructions.
    `classify` takes pictures and gives the probabilities of the classes.
    """

    title = "β: what comes back against what can be drawn"
    size = (800, 370)

    def __init__(self, runs, classify):
        self.runs, self.classify = dict(runs), classify
        self.betas = list(self.runs)
        super().__init__()

    def build(self):
        grid = self.figure.add_gridspec(1, 3, width_ratios=(1.25, 0.5, 1.05))
        self._build_terms(self.figure.add_subplot(grid[0]))
        self._build_back(self.figure.add_subplot(grid[1]))
        self._build_samples(self.figure.add_subplot(grid[2]))

    def _build_terms(self, ax):
        ax.set_title("Both terms, held out")
        ax.set_xlabel("β in training")
        ax.set_ylabel("nats for each picture")
        places = np.arange(len(self.betas))
        ax.set_xticks(places, [f"{beta:g}" for beta in self.betas])
        ax.set_xlim(-0.3, len(self.betas) - 0.7)
        looks = {"reconstruction": style.of(binary_crossentropy), "divergence": style.of(vae_kl)}
        self.terms = {name: np.array([run[name] for run in self.runs.values()]) for name in looks}
        ax.set_ylim(0, 1.12 * max(map(max, self.terms.values())))
        lines = [ax.plot(places, self.terms[name], marker="o", markersize=5, **look)[0] for name, look in looks.items()]
        names = ["reconstruction", "divergence from N(0, 1)"]
        self.figure.legend(lines, names, loc="outside upper left", ncols=2, handlelength=3)
        self.cursor = self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        self.dots = [
            self.move(ax.plot([], [], "o", markersize=10, color=look["color"], markeredgecolor="white")[0])
            for look in looks.values()
        ]

    def _build_back(self, ax):
        ax.set_title("In and back")
        self.back = self.move(show_pixels(ax, (_BACK * (_SIDE + GAP) - GAP, 2 * (_SIDE + GAP) - GAP)))

    def _build_samples(self, ax):
        ax.set_title("Drawn from N(0, 1), decoded")
        rows = _DRAWN // _COLUMNS
        self.samples = self.move(show_pixels(ax, (rows * (_SIDE + GAP) - GAP, _COLUMNS * (_SIDE + GAP) - GAP)))

    def update(self, *, beta, draw):
        self.beta, self.draw = beta, int(draw)
        run, at = self.runs[beta], self.betas.index(beta)
        z = np.random.default_rng(self.draw).normal(size=(_DRAWN, 2))
        made = run["decode"](z)
        p = self.classify(made)
        self.sure = int((p.max(axis=1) > _SURE).sum())
        self.kinds = len(np.unique(p.argmax(axis=1)))
        self.samples.set_data(mosaic(made.reshape(-1, _SIDE, _SIDE), _COLUMNS))
        pairs = np.stack([run["pictures"][:_BACK], run["back"][:_BACK]], axis=1)
        self.back.set_data(mosaic(pairs.reshape(-1, _SIDE, _SIDE), 2))
        self.now = [float(self.terms[name][at]) for name in self.terms]
        self.cursor.set_xdata([at, at])
        for dot, height in zip(self.dots, self.now, strict=True):
            dot.set_data([at], [height])

    def _in_words(self):
        total = self.now[0] + self.beta * self.now[1]
        return (
            f"β = {self.beta:g}: reconstruction {self.now[0]:.1f} + β · divergence {self.now[1]:.1f} = {total:.1f} · "
            f"draw {self.draw}: the classifier is sure (p > {_SURE:g}) of {self.sure} of {_DRAWN} samples and sees "
            f"{self.kinds} kind{'s' if self.kinds > 1 else ''} of digits"
        )

    def describe(self):
        listed = ", ".join(
            f"β = {beta:g}: {run['reconstruction']:.1f} and {run['divergence']:.1f}" for beta, run in self.runs.items()
        )
        return (
            f"Left, reconstruction and divergence of held-out pictures over the β of the training: {listed}. Middle, "
            f"{_BACK} held-out pictures and what comes back. Right, {_DRAWN} codes drawn from N(0, 1) and decoded. Now "
            f"{self._in_words()}."
        )

    def readout(self):
        return self._in_words()
