"""An event: its organisers, places, people in their capacities, arrangements and tasks."""
