"""The feature `welcome`."""
