"""Binder and JupyterHub: the image of binder/, built as repo2docker would, and a class that pulls the course."""
