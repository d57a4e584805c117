"""Pictures and words, and codes that are led to a label."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Prediction, Wrong


def contrastive_loss(s, temperature=0.1):
    """One loss for each pair: cross-entropy of finding the partner along the row and down the column, halved."""
    z = s / temperature
    right = np.diag(z)
    along_row = np.log(np.exp(z).sum(axis=1)) - right
    down_column = np.log(np.exp(z).sum(axis=0)) - right
    return (along_row + down_column) / 2


def _row(s, temperature):
    z = s / temperature
    return np.log(np.exp(z).sum(axis=1)) - np.diag(z)


_TABLE = np.array([[0.9, 0.1, -0.3], [0.4, 0.5, 0.2], [-0.1, 0.6, 0.3]])
_FOUR = np.array([[0.2, 0.1, 0.0, 0.3], [-0.4, 0.8, 0.1, 0.0], [0.5, -0.2, 0.1, 0.1], [0.0, 0.3, -0.6, 0.7]])


ALL = [
    Prediction(
        key="06-cold-and-hot",
        answer="b",
        wrong=(
            Wrong("a", "Turn T down with the pulls in the middle: fewer and fewer cells keep a colour."),
            Wrong("c", "T divides the similarities inside the exponential, so it decides which lead counts."),
        ),
        reveal="Cold: a few cells, those of the wrong partners that come too near. Hot: all ninety alike.",
    ),
    Prediction(
        key="06-free-pixels",
        answer="c",
        wrong=(
            Wrong("a", "Freer, yes: free to take any greys that the classifier falls for. Look at the third row."),
            Wrong("b", "Look at its p(label): it is surer than of what was led in the code."),
        ),
        reveal="In 64 pixels a few greys are enough to convince the classifier. The picture stays what it was.",
    ),
    Function(
        key="06-contrastive",
        title="the contrastive loss of a table of similarities",
        level=2,
        minutes=8,
        topics=("T56",),
        diagnoses="one direction only, the ½, where T stands, the mean, the sign",
        reference=contrastive_loss,
        names=("s",),
        cases=(Case(_TABLE, temperature=0.5), Case(_FOUR, temperature=0.2)),
        wrong=(
            Wrong(
                lambda s, temperature=0.1: _row(s, temperature),
                "That is the way from picture to word. Each word has to find its picture as well: down the columns.",
            ),
            Wrong(
                lambda s, temperature=0.1: _row(s.T, temperature),
                "That is the way from word to picture. Each picture has to find its word as well: along the rows.",
            ),
            Wrong(
                lambda s, temperature=0.1: _row(s, temperature) + _row(s.T, temperature),
                "Both ways are there. Take the mean of the two, so halve the sum.",
            ),
            Wrong(
                lambda s, temperature=0.1: (_row(s, 1 / temperature) + _row(s.T, 1 / temperature)) / 2,
                "T divides the similarities: a low temperature makes small leads count.",
            ),
            Wrong(
                lambda s, temperature=0.1: (_row(s, 1.0) + _row(s.T, 1.0)) / 2,
                "It takes the temperature and does not use it.",
            ),
            Wrong(
                lambda s, temperature=0.1: -(_row(s, temperature) + _row(s.T, temperature)) / 2,
                "The sign is turned round: minus the logarithm of the partner's share is 0 or more.",
            ),
            Wrong(
                lambda s, temperature=0.1: np.mean(_row(s, temperature) + _row(s.T, temperature)) / 2,
                "The formula is right. You return the mean: return one loss for each pair.",
            ),
            Wrong(
                lambda s, temperature=0.1: np.log(np.exp(s / temperature).sum()) - np.diag(s) / temperature,
                "You share out among all cells of the table. A picture chooses among its row, a word among its column.",
            ),
            Wrong(
                lambda s, temperature=0.1: -np.diag(s) / temperature,
                "That rewards the partners and never looks at the others. The others stand in the denominator.",
            ),
        ),
        hints=(
            "Divide s by T. Each row is then a row of logits, and the right class of row i is i.",
            "Row i costs log Σ exp(row) − its diagonal entry.",
            "The same down the columns, and the mean of both.",
        ),
        explanation="Cross-entropy twice: along the row the picture looks for its word, down the column the word for "
        "its picture.",
    ),
    Number(
        key="06-two-threes",
        title="two right partners in one batch",
        level=1,
        minutes=4,
        topics=("T56",),
        diagnoses="a floor that the batch makes",
        answer=0.6931,
        within=0.004,
        wrong=(
            Wrong(0.0, "The two threes have the same word: no embedding can prefer one column to the other."),
            Wrong(1.3863, "ln 4 is for whoever knows nothing of the four. The other two words are ruled out."),
            Wrong(0.3466, "Half of it would be right if one direction were free. Both ways two partners share."),
            Wrong(0.5, "½ is the share that the partner gets. The loss is −log of it."),
        ),
        hints=(
            "The word «three» stands in two columns.",
            "The partner's share is ½ along the row and down the column.",
        ),
        explanation="−log ½ = 0.693, both along the row and down the column: half of what the loss pushes away was "
        "right. Hence batches of one each, or very large ones.",
    ),
    Number(
        key="06-longer-code",
        title="the same w for a longer code",
        level=1,
        minutes=3,
        topics=("T56",),
        diagnoses="a mean over another count",
        answer=16.0,
        within=0.05,
        wrong=(
            Wrong(1.0, "MSE divides by the number of entries, and that number has changed."),
            Wrong(4.0, "No root: the slope in an entry is w (z − z₀) / d."),
            Wrong(256.0, "The mean divides once: the slope in an entry is w (z − z₀) / d."),
            Wrong(32.0, "32 is the new d. Before, it was 2."),
            Wrong(0.0625, "That is how strong the pull still is. Asked is how many times weaker it is."),
        ),
        hints=("The slope of ½ w · mean (z − z₀)² in one entry", "is w (z − z₀) / d, and d goes from 2 to 32."),
        explanation="w (z − z₀) / d: with 32 entries in place of 2, sixteen times weaker on each. A weight "
        "beside a mean "
        "has the count in it.",
    ),
    Choice(
        key="06-where-guidance-ends",
        title="what falling costs say about the picture",
        level=3,
        minutes=4,
        topics=("T56",),
        diagnoses="the loss asks the classifier, not the eye",
        answer="c",
        wrong=(
            Wrong("a", "The loss falls because the classifier grows surer. Nothing in it asks how the picture looks."),
            Wrong("b", "Without the pull nothing stops it: −log p has no lowest point, only ever smaller slopes."),
            Wrong("d", "The pull is 0 at the start itself, so small steps are free; it grows with the square."),
        ),
        hints=("What does −log p(label) ask, and whom?", "Which of the two terms knows where real codes lie?"),
        explanation="−log p asks the classifier, and it can grow surer for ever. Staying where codes of real pictures "
        "lie is not in that term; the pull stands in for it.",
    ),
]
