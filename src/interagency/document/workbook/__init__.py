"""Workbooks as documents: written with lists to pick from, read with the cell of everything."""
