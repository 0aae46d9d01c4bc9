"""One module for each letter of the codes; importing `rules.all` fills the rulebook."""
