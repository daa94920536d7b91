"""The feature `why`."""
