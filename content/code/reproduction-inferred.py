best = 2.30101  # entropy of the labels, in nats

def size2(loss, rate, batch):
    """|a|² of a stuck network's last hidden layer.
    loss: its training loss, as the mean over an epoch"""
    return 4 * batch * (loss - best) / (0.9 * rate) - 1

# Check
assert abs(size2(2.302084, rate=0.01, batch=2)) < 0.1  # dead relu: exactly 0
assert 35 < size2(2.303313, rate=0.001, batch=4) < 45  # 150 units at one half: 37.5
assert [round(size2(*of), 1) for of in [(2.302258, 0.01, 2), (2.301880, 0.01, 4), (2.374155, 0.01, 4)]] == [0.1, 0.5, 129.0]
