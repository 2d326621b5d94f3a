"""The gate: holds a draft against what the sources say and what people approved, and judges it by a policy."""
