"""Pages of occasions and campaigns."""
