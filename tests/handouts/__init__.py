"""Handouts: each part alone, a small notebook through all of it, and in the slow tests the whole course."""
