"""How the energy of one item is found: from a published shape, a measurement, an estimate, or a whole class."""
