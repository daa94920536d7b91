"""What follows from estimates: what lowers them, many people's, why two differ, everyday equivalents."""
