"""Odd ground: a notebook run as a learner's server runs it, where the server's environment is not what it should be."""
