"""Tests of the site that runs the course in a browser alone."""
