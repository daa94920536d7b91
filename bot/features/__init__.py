"""Everything people can do, a folder each."""
