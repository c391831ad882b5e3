"""Changes to content by machine: prepared in memory, checked as a whole, then written all or not at all."""
