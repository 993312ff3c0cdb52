"""Tables of any layout, and the profiles that read those of one kind, each a file of its own."""
