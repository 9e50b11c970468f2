import numpy as np

def roughness(curve):
    moves = np.diff(curve)
    travelled = np.abs(moves).sum()
    net = abs(moves.sum())
    return (travelled - net) / 2 / moves.size

# Check
assert roughness([8, 4, 2, 1]) == 0
# Rises of 1 and 2 in five steps.
assert roughness([10, 6, 7, 3, 5, 1]) == 3 / 5
assert roughness([0, 1, 0, 1, 0]) == 1 / 2
