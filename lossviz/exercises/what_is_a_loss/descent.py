"""Gradient descent: one step, the critical rate, what is a parameter."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def one_step(w, slope, rate):
    """Downhill by rate times slope."""
    return w - rate * slope


ALL = [
    Function(
        key="01-step",
        title="one step of gradient descent",
        level=2,
        minutes=3,
        topics=("T09",),
        diagnoses="uphill, the step without the place, the sign of the slope only",
        reference=one_step,
        names=("w", "slope"),
        cases=(
            Case(np.array([1.0, -2.0, 0.5]), np.array([4.0, -1.0, 0.0]), rate=0.1),
            Case(3.0, 2.0, rate=0.5),
            Case(np.array([0.0]), np.array([-10.0]), rate=0.01),
        ),
        wrong=(
            Wrong(
                lambda w, slope, rate: w + rate * slope, "That goes uphill: the slope points to where the cost rises."
            ),
            Wrong(
                lambda w, slope, rate: -rate * slope,
                "That is the step. Add it to where you stand: w minus rate · slope.",
            ),
            Wrong(lambda w, slope, rate: rate * slope, "That is how far to go. Take it off w."),
            Wrong(lambda w, slope, rate: w - slope, "The rate does not enter: it says how long the step is."),
            Wrong(
                lambda w, slope, rate: w - rate * np.sign(slope),
                "Only the sign of the slope enters. Where it is steep the step is longer.",
            ),
            Wrong(lambda w, slope, rate: w - slope / rate, "Multiply by the rate: a small rate makes a small step."),
            Wrong(
                lambda w, slope, rate: w * (1 - rate * slope),
                "The step does not depend on w itself; it is rate · slope.",
            ),
        ),
        hints=("Downhill is against the slope.", "The length of the step is rate times slope."),
        explanation="w − rate · slope: the loss decides the slope, you choose the rate.",
    ),
    Number(
        key="01-doubled-inputs",
        title="the critical rate when inputs double",
        level=1,
        minutes=3,
        topics=("T09",),
        diagnoses="linear for quadratic, the wrong way",
        answer=0.25,
        within=0.0005,
        wrong=(
            Wrong(0.5, "It goes with the mean of x², not of x."),
            Wrong(4.0, "The other way: larger inputs make a steeper curve, which bears shorter steps only."),
            Wrong(2.0, "Larger inputs make a steeper curve, which bears shorter steps only."),
            Wrong(1.0, "It is 1 / mean(x²): the inputs are in it."),
        ),
        hints=("The critical rate is 1 / mean(x²).", "What does mean(x²) become when x doubles?"),
        explanation="1 / mean((2x)²) is a quarter. A rate that worked may now diverge: one reason to standardise "
        "inputs.",
    ),
    Choice(
        key="01-hyperparameter",
        title="spot the mistake: the weights are the hyperparameters",
        level=3,
        minutes=2,
        topics=("T09", "M15"),
        diagnoses="parameter and hyperparameter exchanged",
        answer="b",
        wrong=(
            Wrong("a", "Training changed w: what training finds is a parameter."),
            Wrong("c", "The bias is found by training like the weights."),
            Wrong("d", "The rate stayed what you had chosen: training does not find it."),
        ),
        hints=("Which of the two numbers had training changed?", "Who chooses the other one?"),
        explanation="Weights and biases are parameters: training finds them. The rate, the number of steps, δ "
        "and β are "
        "hyperparameters: you choose them.",
    ),
]
