"""Activities, their pages, and the ledger of coverage."""
