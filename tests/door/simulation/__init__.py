"""An evening at the doors in simulated time, of which everything that fails follows from one seed."""
