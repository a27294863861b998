"""Tests of what a code host runs: the action, the workflows, the CI template."""
