"""How fast `vr` is, against fixed measures of the machine it runs on."""
