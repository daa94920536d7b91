"""From one item's energy to the facility's meter, carbon and water; and how well it is known."""
