import { useRef, useState } from 'preact/hooks';
import { useArrival } from '../../controls/useArrival.tsx';
import type { Lecture } from './lecture.ts';

/** Full screen with large type, and back. */
export function LectureButton() {
  const button = useRef<HTMLButtonElement>(null);
  const [lecture, setLecture] = useState<Lecture | undefined>(undefined);
  const { busy, problem, bring } = useArrival();
  function toggle() {
    lecture?.leave();
    const section = button.current?.closest<HTMLElement>('.experiment');
    if (lecture || !section) return;
    bring('lecture', async () => {
      const { enterLecture } = await import('./lecture.ts');
      setLecture(
        await enterLecture(section, () => {
          setLecture(undefined);
          button.current?.scrollIntoView({ block: 'nearest' });
        }),
      );
    });
  }
  return (
    <>
      <button type="button" ref={button} aria-pressed={lecture !== undefined} aria-busy={busy !== undefined || undefined} onClick={toggle}>
        Full screen
      </button>
      {problem}
    </>
  );
}
