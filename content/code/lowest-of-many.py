import numpy as np

def flattery(epochs, deviation, trials=20_000):
    rng = np.random.default_rng(0)
    luck = deviation * rng.normal(size=(trials, epochs))
    return luck.min(axis=1).mean()  # of the lowest, below the truth

# Check
# Two draws: the mean of the lower one is −1/√π deviations. One draw: nothing.
assert abs(flattery(2, 1.0) + 1 / np.sqrt(np.pi)) < 0.02
assert abs(flattery(1, 1.0)) < 0.02
# Three: −3/(2√π). It grows slowly: forty times as many epochs do not make it four times as large.
assert abs(flattery(3, 1.0) + 1.5 / np.sqrt(np.pi)) < 0.02
assert flattery(2, 1.0) > flattery(40, 1.0) > 4 * flattery(2, 1.0)
