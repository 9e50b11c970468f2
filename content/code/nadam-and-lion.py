import numpy as np

def nadam(w, g, m_hat, s_hat, rate=0.001, b1=0.9, tiny=1e-7):
    ahead = b1 * m_hat + (1 - b1) * g  # about the next mean
    return w - rate * ahead / (np.sqrt(s_hat) + tiny)

def lion(w, g, m, rate=0.0001, b1=0.9, b2=0.99):
    w = w - rate * np.sign(b1 * m + (1 - b1) * g)
    return w, b2 * m + (1 - b2) * g

# Check
# In the first update Nadam moves by the rate, where its means are corrected: 0.9 of the mean and 0.1 of the gradient are the gradient.
for g in (50.0, -0.02):
    assert np.isclose(nadam(0.0, g, g, g**2), -0.001 * np.sign(g), rtol=1e-4)
    assert np.isclose(lion(0.0, g, 0.0)[0], -0.0001 * np.sign(g))
# Lion remembers longer than it looks: its mean keeps 0.99, its step 0.9 of what was.
w, m = lion(0.0, 1.0, 0.0)
assert np.isclose(m, 0.01)
assert np.isclose(lion(0.0, -0.05, m)[0], -0.0001)
