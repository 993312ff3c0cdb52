"""Examples are tried by tests/plugins/test_example_plugin.py: here they are not installed."""

collect_ignore_glob = ["*"]
