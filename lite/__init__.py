"""The course in a browser alone: `python -m lite` builds a JupyterLite site whose kernel runs in the page."""
