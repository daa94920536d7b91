"""The feature `attachments`."""
