"""The calls of Keras, PyTorch, Optax and scikit-learn that give the numbers of each loss here.

Each loss: which of the inputs, our call, and the others. Where a library means something else by the same name, the
call says what has to be done to its result. Our own call may clip, as Keras always does.
"""

INPUTS = {
    "numbers": {"y": [0.0, 1.0, -2.0, 3.5], "p": [0.32, -1.5, -2.6, 1.0]},
    "positive": {"y": [1.0, 2.0, 4.0, 3.0], "p": [0.5, 2.5, 6.0, 2.0]},
    "signs": {"y": [1.0, -1.0, 1.0, -1.0], "p": [0.4, 0.8, -1.2, -2.0]},
    "yes or no": {"y": [1.0, 0.0, 1.0, 0.0], "p": [0.8, 0.3, 0.05, 0.6]},
    "logits": {"y": [1.0, 0.0, 1.0, 0.0], "p": [2.0, -1.0, -3.0, 0.5]},
    "rows": {"y": [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]], "p": [[0.5, 0.3, 0.2], [0.1, 0.8, 0.1]]},
    "soft rows": {"y": [[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]], "p": [[0.5, 0.3, 0.2], [0.1, 0.8, 0.1]]},
    "rows of logits": {"y": [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]], "p": [[2.0, 1.0, 0.1], [-1.0, 0.5, 3.0]]},
    "class numbers": {"y": [0, 2], "p": [[0.5, 0.3, 0.2], [0.1, 0.8, 0.1]]},
    "class numbers, logits": {"y": [0, 2], "p": [[2.0, 1.0, 0.1], [-1.0, 0.5, 3.0]]},
    "masks": {"y": [[1.0, 1.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0]], "p": [[0.9, 0.4, 0.3, 0.1], [0.2, 0.7, 0.1, 0.0]]},
    "vectors": {"y": [[3.0, 4.0], [1.0, 0.0]], "p": [[4.0, 3.0], [-1.0, 2.0]]},
}

CALLS = {
    "squared_error": (
        "numbers",
        "lossviz.squared_error(y, p)",
        (
            "keras.losses.mean_squared_error(y[:, None], p[:, None])",
            'F.mse_loss(p, y, reduction="none")',
            "optax.squared_error(p, y)",
            "metrics.mean_squared_error(y, p)",
        ),
    ),
    "half_squared_error": ("numbers", "lossviz.half_squared_error(y, p)", ("optax.l2_loss(p, y)",)),
    "absolute_error": (
        "numbers",
        "lossviz.absolute_error(y, p)",
        (
            "keras.losses.mean_absolute_error(y[:, None], p[:, None])",
            'F.l1_loss(p, y, reduction="none")',
            "metrics.mean_absolute_error(y, p)",
        ),
    ),
    "huber": (
        "numbers",
        "lossviz.huber(y, p, delta=2.0)",
        (
            "keras.losses.huber(y[:, None], p[:, None], delta=2.0)",
            'F.huber_loss(p, y, reduction="none", delta=2.0)',
            "optax.huber_loss(p, y, delta=2.0)",
        ),
    ),
    "smooth_l1": (
        "numbers",
        "lossviz.smooth_l1(y, p, beta=2.0)",
        ('F.smooth_l1_loss(p, y, reduction="none", beta=2.0)',),
    ),
    "pinball": ("numbers", "lossviz.pinball(y, p, quantile=0.9)", ("metrics.mean_pinball_loss(y, p, alpha=0.9)",)),
    "log_cosh": (
        "numbers",
        "lossviz.log_cosh(y, p)",
        ("keras.losses.log_cosh(y[:, None], p[:, None])", "optax.log_cosh(p, y)"),
    ),
    "absolute_percentage_error": (
        "positive",
        "lossviz.absolute_percentage_error(y, p)",
        (
            "keras.losses.mean_absolute_percentage_error(y[:, None], p[:, None]) / 100",
            "metrics.mean_absolute_percentage_error(y, p)",
        ),
    ),
    "squared_logarithmic_error": (
        "positive",
        "lossviz.squared_logarithmic_error(y, p)",
        (
            "keras.losses.mean_squared_logarithmic_error(y[:, None], p[:, None])",
            "metrics.mean_squared_log_error(y, p)",
        ),
    ),
    "poisson": (
        "positive",
        "lossviz.poisson(y, p)",
        (
            "keras.losses.poisson(y[:, None], p[:, None])",
            'F.poisson_nll_loss(p, y, log_input=False, eps=0, reduction="none")',
        ),
    ),
    "gaussian_nll": (
        "numbers",
        "lossviz.gaussian_nll(y, p, variance=2.0)",
        ('F.gaussian_nll_loss(p, y, torch.full_like(p, 2.0), reduction="none")',),
    ),
    "hinge": (
        "signs",
        "lossviz.hinge(y, p)",
        ("keras.losses.hinge(y[:, None], p[:, None])", "optax.hinge_loss(p, y)", "metrics.hinge_loss(y, p)"),
    ),
    "squared_hinge": (
        "signs",
        "lossviz.squared_hinge(y, p)",
        ("keras.losses.squared_hinge(y[:, None], p[:, None])",),
    ),
    "perceptron": ("signs", "lossviz.perceptron(y, p)", ("optax.losses.perceptron_loss(p, y)",)),
    "logistic": ("signs", "lossviz.logistic(y, p)", ('F.soft_margin_loss(p, y, reduction="none")',)),
    "binary_crossentropy": (
        "yes or no",
        "lossviz.binary_crossentropy(y, p)",
        (
            "keras.losses.binary_crossentropy(y[:, None], p[:, None])",
            'F.binary_cross_entropy(p, y, reduction="none")',
            "metrics.log_loss(y, p)",
        ),
    ),
    "categorical_crossentropy": (
        "rows",
        "lossviz.categorical_crossentropy(y, p)",
        ("keras.losses.categorical_crossentropy(y, p)", "metrics.log_loss(y, p)"),
    ),
    "sparse_categorical_crossentropy": (
        "class numbers",
        "lossviz.sparse_categorical_crossentropy(y, p)",
        (
            "keras.losses.sparse_categorical_crossentropy(y, p)",
            'F.nll_loss(p.log(), y, reduction="none")',
            "metrics.log_loss(y, p, labels=[0, 1, 2])",
        ),
    ),
    "kl_divergence": (
        "soft rows",
        "lossviz.kl_divergence(y, p)",
        (
            "keras.losses.kl_divergence(y, p)",
            'F.kl_div(p.log(), y, reduction="none").sum(-1)',
            "optax.kl_divergence(jax.numpy.log(p), y)",
        ),
    ),
    "brier": (
        "rows",
        "lossviz.brier(y, p)",
        (
            "3 * keras.losses.mean_squared_error(y, p)",
            '3 * F.mse_loss(p, y, reduction="none").mean(-1)',
            "optax.squared_error(p, y).sum(-1)",
        ),
    ),
    "generalized_crossentropy": (
        "class numbers",
        "lossviz.generalized_crossentropy(y, p, q=0.7)",
        ("keras.losses.categorical_generalized_cross_entropy(y, p, q=0.7)",),
    ),
    "binary_focal": (
        "yes or no",
        "lossviz.binary_focal(y, p)",
        ("keras.losses.binary_focal_crossentropy(y[:, None], p[:, None])",),
    ),
    "binary_crossentropy_from_logits": (
        "logits",
        "lossviz.binary_crossentropy_from_logits(y, p)",
        (
            "keras.losses.binary_crossentropy(y[:, None], p[:, None], from_logits=True)",
            'F.binary_cross_entropy_with_logits(p, y, reduction="none")',
            "optax.sigmoid_binary_cross_entropy(p, y)",
        ),
    ),
    "categorical_crossentropy_from_logits": (
        "rows of logits",
        "lossviz.categorical_crossentropy_from_logits(y, p)",
        (
            "keras.losses.categorical_crossentropy(y, p, from_logits=True)",
            'F.cross_entropy(p, y, reduction="none")',
            "optax.softmax_cross_entropy(p, y)",
        ),
    ),
    "sparse_categorical_crossentropy_from_logits": (
        "class numbers, logits",
        "lossviz.sparse_categorical_crossentropy_from_logits(y, p)",
        (
            "keras.losses.sparse_categorical_crossentropy(y, p, from_logits=True)",
            'F.cross_entropy(p, y, reduction="none")',
            "optax.softmax_cross_entropy_with_integer_labels(p, y)",
        ),
    ),
    "binary_focal_from_logits": (
        "logits",
        "lossviz.binary_focal_from_logits(y, p)",
        (
            "keras.losses.binary_focal_crossentropy(y[:, None], p[:, None], from_logits=True)",
            "optax.sigmoid_focal_loss(p, y)",
        ),
    ),
    "class_weighted_crossentropy": (
        "class numbers, logits",
        "lossviz.class_weighted_crossentropy(y, p, weights=[1.0, 2.0, 4.0])",
        ('F.cross_entropy(p, y, weight=torch.tensor([1.0, 2.0, 4.0], dtype=p.dtype), reduction="none")',),
    ),
    "dice": (
        "masks",
        "lossviz.dice(y, p, smooth=0.0)",
        ("keras.losses.dice(y, p, axis=-1)",),
    ),
    "tversky": (
        "masks",
        "lossviz.tversky(y, p, alpha=0.9, beta=0.1, smooth=0.0)",
        ("keras.losses.tversky(y, p, alpha=0.1, beta=0.9, axis=-1)",),
    ),
    "cosine_distance": (
        "vectors",
        "lossviz.cosine_distance(y, p)",
        (
            "1 + keras.losses.cosine_similarity(y, p)",
            "1 - F.cosine_similarity(p, y, dim=-1)",
            "optax.cosine_distance(p, y)",
        ),
    ),
}
