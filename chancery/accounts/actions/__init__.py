"""What changes users and offices: a file for each thing that is changed."""
