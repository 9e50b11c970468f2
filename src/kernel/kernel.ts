/**
 * The kernel as TypeScript sees it: raw exports of the WebAssembly module plus an arena that
 * hands out its linear memory. One `Kernel` is one instance with its own memory.
 */
import { Fault } from '../faults/fault.ts';

/** Functions exported by src/kernel/assembly/index.ts. Pointers are byte offsets into `memory`. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  /** Offset of the first free byte. */
  heapBase(): number;
  // random streams: 16 bytes of state at `state`
  seedStream(state: number, seed: number, purpose: number, index: number): void;
  /** Uniform in [0, 1), 53 bits. */
  uniform(state: number): number;
  /** Standard normal (Box–Muller, one value per call). */
  normal(state: number): number;
  /** Integer in [0, n), unbiased. */
  integer(state: number, n: number): number;
  /** Fisher–Yates over `n` i32 at `permutation`. */
  shuffle(state: number, permutation: number, n: number): void;
  // mathematics in float64, the same bits everywhere
  exp(x: number): number;
  log(x: number): number;
  sin(x: number): number;
  cos(x: number): number;
  tanh(x: number): number;
  // a network: see assembly/layout.ts
  /** Do up to `updates` updates, with a float64 learning rate for each at `rates` (or 0); returns the number done before the batch loss became non-finite. */
  train(program: number, updates: number, rates: number): number;
  /** Forward pass over `rows` rows, stored as the training features are; adds to the four float64 sums that the header points to (loss, correct, absolute and squared error). */
  evaluate(program: number, x: number, y: number, rows: number): void;
  /** Forward pass over `rows` rows; writes [rows][outputs] to `out`. */
  predict(program: number, x: number, rows: number, out: number): void;
  /** Forward pass over at most the program's capacity of rows; results stay in the ops' buffers. `mode`: see program/mode.ts. */
  forward(program: number, x: number, rows: number, mode: number): void;
  /** Gradients over the rows that went forward last; 0 if the loss is not finite. */
  backward(program: number, y: number, rows: number, mode: number): number;
  // what the engines share, so that both draw the same numbers; rows are `stride` bytes apart
  /** Dropout factors 0 or 1/(1 − rate) for [rows][width] at `mask`. */
  drawMask(state: number, mask: number, rows: number, width: number, stride: number, rate: number): void;
  /** Add Gaussian noise to [rows][width] at `values`. */
  addNoise(state: number, values: number, rows: number, width: number, stride: number, deviation: number): void;
}

export interface Kernel {
  readonly exports: KernelExports;
  /** The compiled module, to make further instances from. */
  readonly module: WebAssembly.Module;
  /** Reserve `bytes` (16-byte aligned, zeroed); returns the byte offset. Memory grows as needed. */
  allocate(bytes: number): number;
  /** The arena's position, to be given back to `release`. */
  mark(): number;
  /** Free everything allocated since `mark`. */
  release(mark: number): void;
  /** Fresh view; views die when memory grows, so take them late. */
  f32(pointer: number, length: number): Float32Array;
  f64(pointer: number, length: number): Float64Array;
  i32(pointer: number, length: number): Int32Array;
  u8(pointer: number, length: number): Uint8Array;
}

/** Instantiate the kernel from its bytes or a compiled module. */
export async function instantiate(source: BufferSource | WebAssembly.Module): Promise<Kernel> {
  const module = source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source);
  const instance = await WebAssembly.instantiate(module, {
    env: {
      abort(_message: number, _file: number, line: number, column: number) {
        throw new Error(`The kernel stopped at line ${line}, column ${column}.`);
      },
    },
  });
  const exports = instance.exports as unknown as KernelExports;
  return createKernel(module, 'train' in exports ? exports : { ...(exports as KernelExports), ...NO_NETWORKS });
}

const refuse = (): never => {
  throw new Fault('simd');
};

/** For the part of the kernel that runs without SIMD (assembly/plain.ts). */
const NO_NETWORKS = { train: refuse, evaluate: refuse, predict: refuse, forward: refuse, backward: refuse };

function createKernel(module: WebAssembly.Module, exports: KernelExports): Kernel {
  const { memory } = exports;
  let top = align(exports.heapBase());
  return {
    exports,
    module,
    allocate(bytes) {
      const pointer = top;
      top = align(top + bytes);
      const missing = top - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      new Uint8Array(memory.buffer, pointer, top - pointer).fill(0);
      return pointer;
    },
    mark: () => top,
    release(mark) {
      top = mark;
    },
    f32: (pointer, length) => new Float32Array(memory.buffer, pointer, length),
    f64: (pointer, length) => new Float64Array(memory.buffer, pointer, length),
    i32: (pointer, length) => new Int32Array(memory.buffer, pointer, length),
    u8: (pointer, length) => new Uint8Array(memory.buffer, pointer, length),
  };
}

const PAGE = 65536;

function align(offset: number): number {
  return (offset + 15) & ~15;
}
