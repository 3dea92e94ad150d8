"""The running order: items, who contributes what, and the cues of each department."""
