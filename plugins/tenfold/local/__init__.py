"""Local copies: what somebody publishes of their own together with ours, and the settings of their copy."""
