"""Feeds, sitemap, redirects and tombstones: made from what the first stage publishes."""
