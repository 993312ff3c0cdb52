"""Pictures, tables and texts for people who never open a terminal, out of a snapshot's answers."""
