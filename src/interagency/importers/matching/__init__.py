"""Names of organizations that are not certain: listed with candidates, and settled by people."""
