"""Predictions before the cells of notebook 07 that answer them."""

from ..exercise import Prediction, Wrong

ALL = [
    Prediction(
        key="07-spellings",
        answer="b",
        wrong=(
            Wrong("a", "They are the same formula, on the same weights and batches; only the spelling differs."),
            Wrong("c", "The string names the same function, with the softmax inside the model instead of the loss."),
        ),
        reveal="All three costs agree in five decimals. A string, an object and a function are three ways to name one "
        "formula.",
    ),
    Prediction(
        key="07-numpy-loss",
        answer="b",
        wrong=(
            Wrong("a", "NumPy leaves no trace that PyTorch could differentiate along."),
            Wrong("c", "PyTorch refuses before it comes to that: it hands no tensor with a gradient to NumPy."),
        ),
        reveal="An error in fit. With value and slope handed over together, the same function trains.",
    ),
    Prediction(
        key="07-ceiling",
        answer="b",
        wrong=(
            Wrong("a", "Cross-entropy keeps pulling at labels that the other pictures contradict."),
            Wrong("c", "It has less to say of each wrong label, but enough of the right ones."),
        ),
        reveal="The loss with a ceiling is ahead by several hundredths at every one of the three seeds.",
    ),
]
