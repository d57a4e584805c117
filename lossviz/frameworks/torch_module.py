"""The loss that `torch_loss` makes: a module, as PyTorch's own are."""

import torch

from . import tunables as given
from .gradient import Evaluation

REDUCTIONS = {"mean": torch.mean, "sum": torch.sum, "none": lambda losses: losses}


class TorchLoss(torch.nn.Module):
    """A NumPy loss as a PyTorch module; see `torch_loss`."""

    def __init__(self, loss, tunables, reduction):
        super().__init__()
        if reduction not in REDUCTIONS:
            raise ValueError(f"reduction is one of {', '.join(map(repr, REDUCTIONS))}; got {reduction!r}")
        self.loss = loss
        self.tunables = given.checked(loss, tunables)
        self.reduction = reduction

    def forward(self, *tensors):
        """The cost of `(input, target)`, or of all predictions where the loss has no target."""
        tensors = [torch.as_tensor(each) for each in tensors]
        names = [*self.loss.predictions, *self.loss.targets]
        if len(tensors) != len(names):
            raise TypeError(f"{self.loss.name} takes {', '.join(names)} here; got {len(tensors)} arguments")
        count = len(self.loss.predictions)
        real = torch.get_default_dtype()  # a loss of whole numbers is none
        predictions = [each if each.is_floating_point() else each.to(real) for each in tensors[:count]]
        targets = tensors[count:]
        if any(target.requires_grad for target in targets):
            raise ValueError(
                "the target requires a gradient, and a loss has its slope in the prediction: is the order "
                "(input, target)? If it is, pass target.detach()"
            )
        return REDUCTIONS[self.reduction](Evaluation.apply(self.loss, self.tunables, *targets, *predictions))

    def extra_repr(self):
        """The loss and what it carries, for `print(model)`."""
        return ", ".join([self.loss.name, *given.listed(self.tunables), f"reduction={self.reduction!r}"])
