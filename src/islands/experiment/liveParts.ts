/** The parts of an island that have nothing to show before there is a session, and load with it. */
export { Outcome } from './report/Outcome.tsx';
export { Timeline } from './controls/Timeline.tsx';
