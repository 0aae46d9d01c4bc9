"""Home, posts, categories, tags, places and archives."""
