"""Tables of numeric targets: which columns hold goals, what each goal says, when it is due."""
