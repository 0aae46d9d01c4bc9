"""Values only: what an agency, a post and an activity are. No disk, no clock."""
