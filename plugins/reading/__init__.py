"""Files into values, once: header, Markdown, sanitiser, photo facts."""
