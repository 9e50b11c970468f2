import numpy as np

def successive_halving(draw, train, candidates, epochs, rng):
    settings = [draw(rng) for _ in range(candidates)]
    spent = 0
    while True:
        scores = [train(setting, epochs) for setting in settings]
        spent += epochs * len(settings)
        if len(settings) == 1:
            return settings[0], spent
        best = np.argsort(scores)[:max(1, len(settings) // 3)]
        settings, epochs = [settings[i] for i in best], 3 * epochs

# Check
rng = np.random.default_rng(1)
seen = []
def train(setting, epochs):  # a score that is exact from the first epoch on
    seen.append((setting, epochs))
    return abs(setting - 0.3)
found, spent = successive_halving(lambda rng: rng.uniform(), train, 27, 1, rng)
# Exercise 3: 27 · 1 + 9 · 3 + 3 · 9 + 1 · 27 = 108.
assert spent == 108 and len(seen) == 27 + 9 + 3 + 1
# Where scores do not mislead, the best of all 27 is found.
assert found == min((setting for setting, epochs in seen if epochs == 1), key=lambda setting: abs(setting - 0.3))
