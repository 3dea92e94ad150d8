"""SQLite with one writer at a time, in this process and among all processes of the installation."""
