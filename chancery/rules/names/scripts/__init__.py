"""How the letters of each script may sound: tables of rules for `chancery.rules.names.sounds`."""
