"""What all who meet a proposal must agree on."""

RETURNED = "Dikembalikan: "  # begins the commit by which Humas sends a proposal back
PREVIEWS = "/pratinjau/"
# What a preview may fetch: nothing. The same stands in the page and in the answer of the hub.
PREVIEW_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def preview_href(branch: str) -> str:
    """Where the hub shows a proposal to those who have an account."""
    return f"{PREVIEWS}{branch}/"
