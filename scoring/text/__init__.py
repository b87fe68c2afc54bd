"""Vietnamese words, numbers, units and targets: how is what people type read, and written back?"""
