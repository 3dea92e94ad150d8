"""What is done with doors, devices and scans."""
