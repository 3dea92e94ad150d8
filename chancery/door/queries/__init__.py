"""What is asked about doors, devices and scans."""
