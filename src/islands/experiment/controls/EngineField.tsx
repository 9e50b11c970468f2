/** The engines, with what each has done in this page. */
import type { EngineName } from '../../../engines/engine.ts';
import { hasSimd } from '../../../kernel/simd.ts';
import { formatCount } from '../../../words/format.ts';
import type { IslandState } from '../state/islandState.ts';

const ENGINES: Record<EngineName, string> = {
  fused: 'fused WebAssembly',
  'tfjs-wasm': 'TensorFlow.js, WASM',
  'tfjs-webgl': 'TensorFlow.js, WebGL',
  'tfjs-cpu': 'TensorFlow.js, plain CPU',
};

export function EngineField({ state, scope, disabled }: { state: IslandState; scope: string; disabled: boolean }) {
  const rates = state.rates.value;
  const text = (engine: EngineName) => {
    const rate = rates[engine];
    return rate === undefined ? ENGINES[engine] : `${ENGINES[engine]}: ${formatCount(Number(rate.toPrecision(3)))} steps/s`;
  };
  return (
    <div class="experiment-field">
      <label for={`${scope}-engine`}>engine</label>
      <select
        id={`${scope}-engine`}
        disabled={disabled}
        value={state.engine.value}
        onChange={(event) => (state.engine.value = event.currentTarget.value as EngineName)}
      >
        {(Object.keys(ENGINES) as EngineName[]).map((engine) => (
          <option key={engine} value={engine} disabled={engine === 'fused' && !hasSimd()}>
            {text(engine)}
          </option>
        ))}
      </select>
    </div>
  );
}
