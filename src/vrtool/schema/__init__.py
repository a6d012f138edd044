"""JSON Schema of the record files, for editors that complete and explain while one writes."""
