"""The feature `quiz`."""
