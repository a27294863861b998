"""Tests of the one comment, against stand-ins of the code hosts."""
