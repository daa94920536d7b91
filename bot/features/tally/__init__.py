"""The feature `tally`."""
