import numpy as np

t = np.arange(1200)  # updates, 20 to an epoch
u = t / t.size       # share of the training that is over
time_based = 1 / (1 + 0.1 / 60 * t)
exponential = np.exp(-0.1 * (t // 20))
step = 0.1 ** np.floor(3 * u)
linear = 1 - u
cosine = (1 + np.cos(np.pi * u)) / 2
restarts = (1 + np.cos(np.pi * (3 * u % 1))) / 2
warm_up = np.minimum(1, 0.1 + 0.9 * t / 120)

# Check
for rate in (time_based, exponential, step, linear, cosine, restarts):
    assert rate[0] == 1 and np.all((0 <= rate) & (rate <= 1))
assert abs(time_based[600] - 1 / 2) < 1e-12 and abs(time_based[-1] - 1 / (1 + 1199 / 600)) < 1e-12
assert np.all(exponential[:20] == 1) and abs(exponential[-1] - np.exp(-5.9)) < 1e-12
assert np.allclose(step[[0, 399, 400, 799, 800]], [1, 1, 0.1, 0.1, 0.01])
assert abs(linear[600] - 0.5) < 1e-12 and abs(cosine[600] - 0.5) < 1e-12 and cosine[300] > linear[300]
assert abs(restarts[400] - 1) < 1e-9 and restarts[399] < 1e-4
assert abs(warm_up[0] - 0.1) < 1e-12 and abs(warm_up[60] - 0.55) < 1e-12 and warm_up[120] == 1
# Decays to zero have the mean 1/2; cosine and line walk equally far.
assert abs(linear.mean() - cosine.mean()) < 1e-9
