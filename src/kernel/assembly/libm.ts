// Elementary functions in float64. AssemblyScript's ports of musl use only + − × ÷ √ and
// integers, which WebAssembly defines to the last bit.

export function exp(x: f64): f64 {
  return Math.exp(x);
}

export function log(x: f64): f64 {
  return Math.log(x);
}

export function sin(x: f64): f64 {
  return Math.sin(x);
}

export function cos(x: f64): f64 {
  return Math.cos(x);
}

export function tanh(x: f64): f64 {
  return Math.tanh(x);
}
