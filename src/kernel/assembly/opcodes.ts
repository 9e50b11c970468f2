// Numbers by which programs name what the kernel computes; the catalog (src/nn) holds the same numbers.

export namespace Op {
  export const DENSE = 0;
  export const ACTIVATION = 1;
}

export namespace Activation {
  export const LINEAR = 0;
  export const SIGMOID = 2;
  export const TANH = 4;
  export const RELU = 5;
  export const SOFTMAX = 13;
}

export namespace Loss {
  export const MEAN_SQUARED_ERROR = 0;
  export const BINARY_CROSSENTROPY = 4;
  export const CATEGORICAL_CROSSENTROPY = 5;
}

export namespace Optimizer {
  export const SGD = 0;
  export const ADAGRAD = 1;
  export const RMSPROP = 3;
  export const ADAM = 5;
}
