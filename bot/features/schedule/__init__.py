"""The feature `schedule`."""
