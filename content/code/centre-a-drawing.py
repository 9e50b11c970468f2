import numpy as np

def centre(small, field=28, middle=14):
    # Centre of mass of a 20 x 20 picture, as indices; then whole steps.
    rows, columns = np.indices(small.shape)
    y = (small * rows).sum() / small.sum()
    x = (small * columns).sum() / small.sum()
    down, across = round(middle - y), round(middle - x)
    picture = np.zeros((field, field))
    picture[down : down + 20, across : across + 20] = small
    return picture

# Check
small = np.zeros((20, 20))
small[:, 4] = 1  # a bar from top to bottom: its mass is at row 9.5, column 4
small[19, 4:14] = 1  # and a foot of ten pixels, one of which is the bar's
picture = centre(small)
# Rows: (20 * 9.5 + 9 * 19) / 29 = 12.4, so 2 steps down. Columns: (20 * 4 + 9 * 9) / 29 = 5.55, so 8 across.
assert picture[2, 12] == 1 and picture[21, 21] == 1 and picture.sum() == 29
assert picture[:2].sum() == 0 and picture[:, :12].sum() == 0
rows, columns = np.indices(picture.shape)
assert abs((picture * rows).sum() / 29 - 14) <= 0.5 and abs((picture * columns).sum() / 29 - 14) <= 0.5
