"""The one room that writes records: spliced, compared in meaning, written whole, locked."""
