import numpy as np

def means(g, m, s, t, b1=0.9, b2=0.999):
    m, s = b1 * m + (1 - b1) * g, b2 * s + (1 - b2) * g**2
    return m, s, m / (1 - b1**t), s / (1 - b2**t)

def amsgrad(w, m_hat, s, top, t, rate=0.001, b2=0.999, tiny=1e-7):
    top = np.maximum(top, s)  # never divide by less again
    return w - rate * m_hat / (np.sqrt(top / (1 - b2**t)) + tiny), top

def adamw(w, m_hat, s_hat, rate=0.001, decay=0.004, tiny=1e-7):
    w = w - rate * decay * w  # beside the adaptive step
    return w - rate * m_hat / (np.sqrt(s_hat) + tiny)

def adamax(w, g, m_hat, r, rate=0.001, b2=0.999, tiny=1e-7):
    r = np.maximum(b2 * r, np.abs(g))  # the largest, fading
    return w - rate * m_hat / (r + tiny), r

# Check
# The first step of each from a gradient of any size is the rate, against its sign.
for g in (50.0, -0.02):
    m, s, m_hat, s_hat = means(g, 0.0, 0.0, 1)
    assert np.isclose(m_hat, g) and np.isclose(s_hat, g**2)
    against = -np.sign(g)
    assert np.isclose(amsgrad(0.0, m_hat, s, 0.0, 1)[0], 0.001 * against, rtol=1e-4)
    assert np.isclose(adamw(0.0, m_hat, s_hat), 0.001 * against, rtol=1e-4)
    assert np.isclose(adamax(0.0, g, m_hat, 0.0)[0], 0.001 * against, rtol=1e-4)
# Weight decay is not divided: a weight with a large gradient loses the same share as one with a small gradient.
assert np.isclose(adamw(1.0, 0.0, 100.0), 1 - 0.001 * 0.004)
# After one gradient of 10 and many of 0.1, AMSGrad still divides by more than Adam does.
m = s = top = 0.0
for t in range(1, 4001):
    m, s, m_hat, s_hat = means(10.0 if t == 1 else 0.1, m, s, t)
    step, top = amsgrad(0.0, m_hat, s, top, t)
assert abs(step) < abs(0.001 * m_hat / np.sqrt(s_hat))
