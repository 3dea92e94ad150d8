"""What `bench/faults.py` is made of: an installation on a small disk, blows, works, what must hold."""
