"""The loss catalogue: cards, a browser of them, and a guide from a task to a loss; all from the facts of the losses."""

from .browser import browse
from .card import card
from .index import names_elsewhere
from .which_loss import which_loss

__all__ = ["browse", "card", "names_elsewhere", "which_loss"]
