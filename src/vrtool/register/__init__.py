"""All records of a data repo and the views derived from them."""
