"""Tests of how files become a plan."""
