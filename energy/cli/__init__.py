"""The core's command line and its printing."""
