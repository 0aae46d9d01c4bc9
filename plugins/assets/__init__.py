"""Style sheet and fonts under content-hashed names."""
