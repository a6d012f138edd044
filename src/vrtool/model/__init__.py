"""The records as frozen data: one module per kind of file."""
