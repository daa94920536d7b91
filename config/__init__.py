"""What an operator or a translator edits: settings and texts."""
