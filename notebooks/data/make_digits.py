"""Makes digits.npz of optdigits.tes, the file that the UCI Machine Learning Repository publishes.

    python make_digits.py optdigits.tes

A row of optdigits.tes is an image: 64 numbers from 0 to 16, row by row from the top, then the digit it shows.
"""

import sys
from pathlib import Path

import numpy as np


def main(published):
    """Write digits.npz beside this file."""
    table = np.loadtxt(published, delimiter=",").astype(np.uint8)
    pixels, labels = table[:, :64], table[:, 64]
    if table.shape != (1797, 65) or pixels.max() != 16 or set(labels) != set(range(10)):
        raise SystemExit(f"{published} is not optdigits.tes: it has shape {table.shape}")
    np.savez_compressed(Path(__file__).with_name("digits.npz"), images=pixels.reshape(-1, 8, 8), labels=labels)


if __name__ == "__main__":
    main(*sys.argv[1:])
