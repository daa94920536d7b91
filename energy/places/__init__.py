"""Where the electricity comes from: yearly grids, and what one emits at a moment."""
