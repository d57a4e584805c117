"""Losses with their gradients and facts. Needs NumPy only and draws nothing."""
