import numpy as np

def adam_with_l2(w, g, m, s, t, rate, strength, decay=0.0):
    g = g + 2 * strength * w  # the penalty's gradient joins the loss's
    m = 0.9 * m + 0.1 * g
    s = 0.999 * s + 0.001 * g**2
    step = m / (1 - 0.9**t) / (np.sqrt(s / (1 - 0.999**t)) + 1e-12)
    # AdamW: no strength, but decay, apart from the gradient.
    return (1 - rate * decay) * w - rate * step, m, s

# Check
# A weight that the loss does not need (g = 0): one step of Adam is the rate, whatever the strength.
for strength in (1e-5, 1e-3, 0.1):
    w, _, _ = adam_with_l2(0.5, 0.0, 0.0, 0.0, 1, 0.003, strength)
    assert abs(w - (0.5 - 0.003)) < 1e-6
# With decay alone it is multiplied, and the loss's gradient is left alone.
w, m, s = adam_with_l2(0.5, 0.0, 0.0, 0.0, 1, 0.003, 0.0, decay=0.3)
assert abs(w - 0.5 * (1 - 0.0009)) < 1e-12 and m == 0 and s == 0
# Under SGD the two are one: w − η(g + 2λw) = (1 − 2ηλ)w − ηg.
w, g, rate, strength = 0.7, 0.2, 0.1, 0.05
assert abs((w - rate * (g + 2 * strength * w)) - ((1 - 2 * rate * strength) * w - rate * g)) < 1e-15
