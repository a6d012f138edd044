"""The rules: one module per theme, one function per kind of norm."""
