"""The feature `about`."""
