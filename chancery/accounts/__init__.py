"""Who works here: organisers, their people and roles, and who may see or do what."""
