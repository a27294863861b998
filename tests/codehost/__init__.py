"""What a code host is given, and gives back."""
