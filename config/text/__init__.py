"""The interface's sentences in each language, and how numbers and dates are written in it."""
