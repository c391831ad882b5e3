"""The theme."""
