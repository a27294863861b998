"""What a code host needs of a plan: forms in, the one comment out, and who owns which file."""
