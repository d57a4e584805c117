"""Handouts: every notebook as a page whose sliders move with no kernel, and on paper, for students and teachers.

`python -m lossviz.handouts` is the way in. It needs the extra `handouts`, and Chromium for the PDFs.
"""
