"""Plain values: ranges, units, errors, notes."""
