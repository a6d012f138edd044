"""Programs that make the binary files kept under `templates/`."""
