"""What every feature's card is made of; nothing here knows Discord."""
