"""The rooms of Kabar Lutra; see plugins/README.md."""
