"""What reading itself finds. These modules hold no code: their docstrings document the rules."""
