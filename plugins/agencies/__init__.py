"""Agency pages and their archives."""
