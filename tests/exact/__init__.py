"""The losses once more, by their textbook formulas in 50-digit arithmetic: what the package is measured against."""
