"""The loss that `keras_loss` makes: a `keras.losses.Loss` that is saved with its model."""

import keras

from ..losses import LOSSES
from ..losses.prepare import classes_or_labels, labels
from . import tunables as given
from .gradient import Evaluation


@keras.saving.register_keras_serializable(package="lossviz")
class KerasLoss(keras.losses.Loss):
    """A NumPy loss as a loss of Keras; see `keras_loss`."""

    def __init__(self, loss, tunables, *, reduction="sum_over_batch_size", name=None, dtype=None):
        if keras.backend.backend() != "torch":
            raise RuntimeError(
                f"Keras runs on {keras.backend.backend()} here, and this loss needs PyTorch underneath: set "
                'os.environ["KERAS_BACKEND"] = "torch" before keras is imported, in a fresh kernel'
            )
        if len(loss.targets) != 1 or len(loss.predictions) != 1:
            wanted = ", ".join([*loss.targets, *loss.predictions])
            raise TypeError(f"Keras calls a loss with (y_true, y_pred), and {loss.name} takes {wanted}: use torch_loss")
        super().__init__(name=name or loss.name, reduction=reduction, dtype=dtype)
        self.loss = loss
        self.tunables = given.checked(loss, tunables)

    def call(self, y_true, y_pred):
        """One loss per example, for Keras to weigh and reduce."""
        y_true = keras.ops.convert_to_tensor(y_true)
        y_pred = keras.ops.convert_to_tensor(y_pred)
        y_true = self._in_the_shape_of_keras(y_true.detach(), y_pred)
        losses = Evaluation.apply(self.loss, self.tunables, y_true, y_pred)
        return losses.mean(dim=-1) if self.loss.elementwise and losses.ndim > 1 else losses

    def _in_the_shape_of_keras(self, y_true, y_pred):
        """Targets with a last axis of length 1 added or taken away, as Keras's own losses do."""
        by_number = self.loss._prepare is labels or (self.loss._prepare is classes_or_labels and y_pred.shape[-1] > 1)
        if by_number and y_true.shape == (*y_pred.shape[:-1], 1):
            return y_true[..., 0]
        one_apart = (*y_true.shape, 1) == y_pred.shape or y_true.shape == (*y_pred.shape, 1)
        if self.loss.elementwise and one_apart:
            return y_true.reshape(y_pred.shape)
        return y_true

    def get_config(self):
        """The loss by its name, its tunables, and what Keras keeps of every loss."""
        own = LOSSES.get(self.loss.name) is not self.loss
        return {
            "loss": self.loss.name,
            "own": own,
            "tunables": {name: getattr(value, "tolist", lambda v=value: v)() for name, value in self.tunables.items()},
            "reduction": self.reduction,
            "name": self.name,
        }

    @classmethod
    def from_config(cls, config, custom_objects=None):
        """The loss of a saved model; a learner's own function is looked up in Keras's custom objects."""
        from .bridge import keras_loss

        name = config["loss"]
        found = keras.saving.get_registered_object(name, custom_objects) if config["own"] else LOSSES[name]
        if found is None:
            raise ValueError(
                f"the model was saved with your own loss {name}: hand it over again, as in "
                f'keras.models.load_model(path, custom_objects={{"{name}": {name}}})'
            )
        return keras_loss(found, reduction=config["reduction"], name=config["name"], **config["tunables"])
