/** The network that trains in a worker, as the page sees it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { explainWorker } from '../../../faults/explain.ts';
import { takeWorker } from '../../../site/intent/startedWorkers.ts';
import type { Progress } from './course.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import workerUrl from './digit.worker.ts?worker&url';

export interface TestPictures {
  pictures: Float32Array;
  labels: number[];
}

export interface Training {
  /** Undefined until it is known. */
  data: { bytes: number; isMnist: boolean } | undefined;
  progress: Progress | undefined;
  isTraining: boolean;
  tests: TestPictures | undefined;
  problem: string | undefined;
  train(): void;
  stop(): void;
  /** Stop, and forget the network. */
  forget(): void;
  /** Ask for the test pictures, where they are not here. */
  bringTests(): void;
}

export function useTraining(): Training {
  const worker = useRef<Worker | undefined>(undefined);
  const [data, setData] = useState<Training['data']>();
  const [progress, setProgress] = useState<Progress>();
  const [isTraining, setIsTraining] = useState(false);
  const [tests, setTests] = useState<TestPictures>();
  const [problem, setProblem] = useState<string>();

  function fail(message: string) {
    setProblem(message);
    setIsTraining(false);
  }

  function open(): Worker {
    const opened = takeWorker(workerUrl);
    opened.addEventListener('message', ({ data: message }: MessageEvent<FromWorker>) => {
      if (message.type === 'data') setData(message);
      else if (message.type === 'progress') setProgress(message);
      else if (message.type === 'trained') setIsTraining(false);
      else if (message.type === 'pictures') setTests(message);
      else fail(message.message);
    });
    opened.addEventListener('error', (event) => {
      event.preventDefault();
      opened.terminate();
      worker.current = undefined;
      void explainWorker(event).then((fault) => fail(fault.message));
    });
    return opened;
  }
  const ask = (type: ToWorker['type']) => {
    worker.current ??= open();
    worker.current.postMessage({ type } satisfies ToWorker);
  };

  useEffect(() => {
    worker.current ??= open();
    return () => worker.current?.terminate();
  }, []);

  const stop = () => {
    ask('stop');
    setIsTraining(false);
  };
  return {
    ...{ data, progress, isTraining, tests, problem, stop },
    train() {
      setProblem(undefined);
      setIsTraining(true);
      ask('train');
    },
    forget() {
      stop();
      setProgress(undefined);
      setProblem(undefined);
    },
    bringTests: () => ask('pictures'),
  };
}
