// How tall a duration stands on the time scale. No DOM.

const LEAST_REM = 2.75;
const REM_PER_MINUTE = 0.45;
const MOST_REM = 26;

/** The height in rem: length is duration, but every item stays readable and a long one fits a screen. */
export function heightOf(seconds) {
  const minutes = Math.max(0, Number(seconds) || 0) / 60;
  return Math.min(MOST_REM, Math.max(LEAST_REM, Math.round(minutes * REM_PER_MINUTE * 100) / 100));
}

/** How many whole minutes a drag over `rem` adds, or takes away above the start. */
export function minutesOf(rem) {
  return Math.round(rem / REM_PER_MINUTE) || 0;
}
