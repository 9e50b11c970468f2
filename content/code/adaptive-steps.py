import numpy as np

def adagrad(w, g, s, rate=0.01, tiny=1e-7):
    s = s + g**2  # everything so far
    return w - rate * g / np.sqrt(s + tiny), s

def rmsprop(w, g, s, rate=0.001, b2=0.9, tiny=1e-7):
    s = b2 * s + (1 - b2) * g**2  # the last ten or so
    return w - rate * g / np.sqrt(s + tiny), s

def adadelta(w, g, s, u, rate=1.0, b2=0.95, tiny=1e-7):
    s = b2 * s + (1 - b2) * g**2
    step = np.sqrt(u + tiny) / np.sqrt(s + tiny) * g
    u = b2 * u + (1 - b2) * step**2  # its own last steps
    return w - rate * step, s, u

# Check
# The second of two equal gradients: Adagrad's step is 1/√2 of the rate, RMSprop's 1/√(1 − 0.9²) of it, whatever the size.
for g in (100.0, -0.5):
    w, s = adagrad(0.0, g, g**2)
    assert abs(w + 0.01 * np.sign(g) / np.sqrt(2)) < 1e-7
    w, s = rmsprop(0.0, g, 0.1 * g**2)
    assert abs(w + 0.001 * np.sign(g) / np.sqrt(1 - 0.9**2)) < 1e-7
# Adadelta measures its steps by steps: with u at the square of the last step and s at the square of the gradient, it repeats that step.
w, s, u = adadelta(0.0, 7.0, 49.0, 0.25)
assert abs(w + 0.5) < 1e-5 and abs(u - 0.25) < 1e-5
# An axis-aligned ravine, curvatures 1 and 10,000, is no ravine for these rules: both distances shrink alike.
w, s = np.array([1.0, 1.0]), np.zeros(2)
for _ in range(50):
    w, s = adagrad(w, np.array([1.0, 10000.0]) * w, s, rate=0.5, tiny=0)
assert abs(w[0] - w[1]) < 1e-12 and w[0] < 0.01
