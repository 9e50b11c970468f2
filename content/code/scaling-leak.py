import numpy as np

def fit_line(x, y):
    return np.linalg.lstsq(np.column_stack([x, np.ones(len(x))]), y)[0]

def held_out_loss(x, y, trained, seen_by_scaler):
    mean, deviation = x[seen_by_scaler].mean(), x[seen_by_scaler].std()
    z = (x - mean) / deviation
    w, b = fit_line(z[trained], y[trained])
    return np.mean((w * z[~trained] + b - y[~trained]) ** 2)

# Check
# Least squares answers the same whatever the scaler has seen.
rng = np.random.default_rng(4)
x = rng.exponential(size=30)
y = x + rng.normal(size=30)
trained = np.arange(30) < 10
apart, leaked = (held_out_loss(x, y, trained, seen) for seen in (trained, trained | True))
assert abs(apart - leaked) < 1e-10
