"""What the bot must remember: the protocols of a store, and each store that keeps them."""
