"""Editors: problems, findings and questions in a text while it is typed, and help with it."""
