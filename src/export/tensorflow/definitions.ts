/** Definitions that the Python of initializers and losses in TensorFlow may call. */

const DEVIATION = 'DEVIATION = 0.8796256610342398  # of a standard normal truncated at two deviations';

const ORTHOGONAL = `def orthogonal(shape):
    """Q of a normal matrix, with signs such that R has a positive diagonal."""
    q, r = tf.linalg.qr(tf.random.normal((max(shape), min(shape))))
    q = q * tf.sign(tf.linalg.diag_part(r))
    return q if shape[0] >= shape[1] else tf.transpose(q)`;

const HUBER = `def huber_loss(d, delta):
    return tf.reduce_mean(tf.where(d <= delta, 0.5 * d**2, delta * (d - 0.5 * delta)))`;

/** By the names by which they are called. */
export const DEFINITIONS = { DEVIATION, orthogonal: ORTHOGONAL, huber_loss: HUBER };
