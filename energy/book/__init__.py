"""Every number of one edition, the shape of its files, and the names people know things by."""
