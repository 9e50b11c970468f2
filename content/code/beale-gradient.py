import numpy as np

C, I = np.array([1.5, 2.25, 2.625]), np.array([1, 2, 3])

def beale(x, y):
    r = C - x + x * y**I  # three residuals
    slopes = [2 * r @ (y**I - 1), 2 * r @ (I * x * y**(I - 1))]
    return r @ r, np.array(slopes)

# Check
value, gradient = beale(3.0, 0.5)
assert value == 0 and np.allclose(gradient, 0)
for x, y in [(1.0, 1.5), (-0.5, 0.9), (4.0, -1.7)]:
    h = 1e-6
    numeric = [(beale(x + h, y)[0] - beale(x - h, y)[0]) / (2 * h), (beale(x, y + h)[0] - beale(x, y - h)[0]) / (2 * h)]
    assert np.allclose(beale(x, y)[1], numeric, rtol=1e-5)
# The line y = 1: all residuals are their constants, f = 14.203125 everywhere, and at x = 0 even the slope across it is nothing: a saddle.
assert all(beale(x, 1.0)[0] == 14.203125 for x in (-1.0, 0.0, 4.0))
assert np.allclose(beale(0.0, 1.0)[1], 0)
# The corner against the floor near the minimum: steeper by a factor of more than 2,000.
norm = lambda x, y: np.linalg.norm(beale(x, y)[1])
assert 4345 < norm(4.5, 2.0) < 4347 and 1.5 < norm(2.5, 0.4) < 1.52
