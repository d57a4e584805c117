"""Tests of lossviz; a package so that tests can share helpers by name."""
