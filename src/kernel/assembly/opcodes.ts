// Numbers by which programs name what the kernel computes; the catalog (src/nn) holds the same numbers.

export namespace Activation {
  export const LINEAR = 0;
  export const STEP = 1;
  export const SIGMOID = 2;
  export const HARD_SIGMOID = 3;
  export const TANH = 4;
  export const RELU = 5;
  export const LEAKY_RELU = 6;
  export const ELU = 7;
  export const SELU = 8;
  export const GELU = 9;
  export const GELU_TANH = 10;
  export const SWISH = 11;
  export const SOFTPLUS = 12;
  export const SOFTMAX = 13;
}

export namespace Loss {
  export const MEAN_SQUARED_ERROR = 0;
  export const HALF_SQUARED_ERROR = 1;
  export const MEAN_ABSOLUTE_ERROR = 2;
  export const HUBER = 3;
  export const BINARY_CROSSENTROPY = 4;
  export const CATEGORICAL_CROSSENTROPY = 5;
  export const KULLBACK_LEIBLER = 6;
  export const HINGE = 7;
}

export namespace Optimizer {
  export const SGD = 0;
  export const ADAGRAD = 1;
  export const ADADELTA = 2;
  export const RMSPROP = 3;
  export const ADAM = 5;
  export const AMSGRAD = 6;
  export const ADAMW = 7;
  export const ADAMAX = 8;
  export const NADAM = 9;
  export const LION = 10;
}

export namespace Constraint {
  export const NONE = 0;
  export const MAX_NORM = 1;
  export const UNIT_NORM = 2;
  export const MIN_MAX_NORM = 3;
  export const NON_NEGATIVE = 4;
}

