import numpy as np

def sigmoid(z):
    return 1 / (1 + np.exp(-z))

slopes = {
    'sigmoid': lambda z: sigmoid(z) * (1 - sigmoid(z)),
    'tanh': lambda z: 1 - np.tanh(z)**2,
    'relu': lambda z: np.where(z > 0, 1.0, 0.0),
}

# Check
z = np.linspace(-6, 6, 240)  # without 0, where relu has a kink
curves = {'sigmoid': sigmoid, 'tanh': np.tanh, 'relu': lambda z: np.maximum(0, z)}
for name, slope in slopes.items():
    h = 1e-6
    assert np.allclose((curves[name](z + h) - curves[name](z - h)) / (2 * h), slope(z), atol=1e-8), name
assert slopes['sigmoid'](0.0) == 0.25 and slopes['tanh'](0.0) == 1.0
assert round(slopes['sigmoid'](4.0), 3) == 0.018 and round(slopes['tanh'](4.0), 4) == 0.0013
assert np.allclose(np.tanh(z), 2 * sigmoid(2 * z) - 1)
