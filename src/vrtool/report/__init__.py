"""One reporter for each output format, and the tables of the listing commands."""
