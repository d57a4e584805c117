"""Executes the notebooks of the course and stores them so that equal runs give equal bytes.

`python -m lossviz.notebooks` is the way in. It needs nbclient and nbformat, which come with JupyterLab.
"""
