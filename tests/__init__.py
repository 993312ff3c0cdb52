"""The tests mirror the package: a file for each module, and one for each promise made to users."""
