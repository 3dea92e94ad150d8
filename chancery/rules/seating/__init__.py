"""Who sits where and why: rooms, forms of seating, wishes, plans with reasons (R52-R79)."""
