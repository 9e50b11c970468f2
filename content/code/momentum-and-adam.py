import numpy as np

def momentum(w, g, v, rate=0.01, mu=0.9):
    v = mu * v - rate * g  # the last step, shorter, and a push
    return w + v, v

def adam(w, g, m, s, t, rate=0.001, b1=0.9, b2=0.999, tiny=1e-7):
    m = b1 * m + (1 - b1) * g  # running mean of the gradient
    s = b2 * s + (1 - b2) * g**2  # and of its square
    # Both began at 0: make up for it.
    m_hat, s_hat = m / (1 - b1**t), s / (1 - b2**t)
    return w - rate * m_hat / (np.sqrt(s_hat) + tiny), m, s

# Check
# A constant gradient: momentum's step comes to 1 / (1 - mu) plain steps.
w, v = 0.0, 0.0
for _ in range(500):
    before = w
    w, v = momentum(w, 2.0, v)
assert abs((w - before) + 0.01 * 2.0 / (1 - 0.9)) < 1e-12
# Adam's first step is the rate, whatever the size of the gradient, against its sign.
for g in (1000.0, 1.0, -0.01):
    w, _, _ = adam(0.0, g, 0.0, 0.0, 1)
    assert abs(w + 0.001 * np.sign(g)) < 1e-7
# Momentum in the ravine of the text, curvatures 1 and 100: at the best rate and momentum the distance shrinks by about 9/11 a step.
w, v = np.array([1.0, 1.0]), np.zeros(2)
sizes = []
for _ in range(200):
    w, v = momentum(w, np.array([1, 100]) * w, v, rate=(2 / 11) ** 2, mu=(9 / 11) ** 2)
    sizes.append(np.abs(w).max())
assert abs((sizes[-1] / sizes[-51]) ** (1 / 50) - 9 / 11) < 0.01
