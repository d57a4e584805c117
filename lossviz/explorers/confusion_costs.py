"""Cross-entropy with a matrix of what each confusion is worth."""

from ..figures.confusion_costs import CLASSES, CREDIT, LOGITS, ConfusionCostsScene
from .controls import Choice, Slider
from .explorer import Explorer


def confusion_costs(**start):
    """The explorer of a confusion matrix in the loss; `start` sets where its controls begin."""
    controls = [
        Slider("credit", "credit h for person ↔ cyclist", *CREDIT, 0.05, 0.4),
        Choice("label", "label", CLASSES, CLASSES[0]),
        Slider("cyclist", "logit z of cyclist (person: 0)", *LOGITS, 0.1, 1.0, 1),
        Slider("tree", "logit z of tree", *LOGITS, 0.1, -0.5, 1),
    ]
    explorer = Explorer(ConfusionCostsScene(), controls, "confusion_costs")
    explorer.set(**start)
    return explorer
