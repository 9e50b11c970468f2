/** What a page's main thread does, from Chromium's own trace. */
import type { Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: begin, duration, and what of it the thread spent on the processor. */
  ts: number;
  dur: number;
  tdur?: number;
  args?: { name?: string; data?: { url?: string } };
}

export interface MainThreadTask {
  /** Milliseconds on the processor: of the whole task, of scripts in it, and of style, layout and paint. What other programs take is no part of it. */
  processor: number;
  script: number;
  rendering: number;
  /** Milliseconds from its begin to its end, however long it had to wait for the processor. */
  wall: number;
}

/** What of a task is due to the page's own scripts and figures; the rest is the browser's, the trace's and the test's. */
export function ownWork({ script, rendering }: MainThreadTask): number {
  return script + rendering;
}

const TASK = 'RunTask';
const SCRIPT = ['FunctionCall', 'EvaluateScript', 'v8.evaluateModule', 'v8.compileModule', 'RunMicrotasks', 'FireAnimationFrame', 'TimerFire', 'EventDispatch'];
const RENDERING = ['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit'];

/** Trace the page while `action` goes on. */
export async function traceTasks(page: Page, action: () => Promise<void>): Promise<MainThreadTask[]> {
  const client = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] },
  });
  await action();
  const complete = new Promise<void>((resolve) => client.once('Tracing.tracingComplete', () => resolve()));
  await client.send('Tracing.end');
  await complete;
  await client.detach();
  const origin = new URL(page.url()).origin;
  const isOurs = ({ name, args }: TraceEvent) => name === 'FunctionCall' && args?.data?.url?.startsWith(origin) === true;
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const main = mains.find(({ pid, tid }) => events.some((event) => event.pid === pid && event.tid === tid && isOurs(event)));
  if (!main) throw new Error('No main thread in the trace ran a script of the page.');
  const own = events.filter(({ pid, tid, ph }) => pid === main.pid && tid === main.tid && ph === 'X').sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  return own.filter(({ name }) => name.endsWith(TASK)).map((task) => summarize(task, own));
}

function summarize(task: TraceEvent, events: TraceEvent[]): MainThreadTask {
  const inside = events.filter(({ ts, dur }) => ts >= task.ts && ts + dur <= task.ts + task.dur);
  return {
    processor: milliseconds(task),
    script: outermost(inside, SCRIPT),
    rendering: outermost(inside, RENDERING),
    wall: task.dur / 1000,
  };
}

/** Sum over events of these names that lie in no other of them. `events`: in the order of their begin. */
function outermost(events: TraceEvent[], names: string[]): number {
  let end = -Infinity;
  let sum = 0;
  for (const event of events) {
    if (!names.includes(event.name) || event.ts < end) continue;
    end = event.ts + event.dur;
    sum += milliseconds(event);
  }
  return sum;
}

function milliseconds({ tdur, dur }: TraceEvent): number {
  return (tdur ?? dur) / 1000;
}
