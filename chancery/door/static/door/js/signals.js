// What a steward hears and feels: rising twice for green, twice the same for amber, long and low for red.

// Herz, and milliseconds from the start and long.
const NOTES = {
  green: [[660, 0, 90], [990, 110, 160]],
  amber: [[520, 0, 140], [520, 240, 140]],
  red: [[180, 0, 520]],
};
const PULSES = { green: [60], amber: [120, 90, 120], red: [500] };
const LOUDNESS = 0.25;

export function signalsOf({ isSounding, Context = globalThis.AudioContext, navigator = globalThis.navigator }) {
  let context = null;

  // Browsers give no sound before the first touch of the page; the first one opens it.
  function open() {
    if (!Context) return null;
    context ??= new Context();
    if (context.state === "suspended") context.resume();
    return context;
  }

  function tone([pitch, start, length], shape) {
    const [from, until] = [context.currentTime + start / 1000, context.currentTime + (start + length) / 1000];
    const [voice, volume] = [context.createOscillator(), context.createGain()];
    Object.assign(voice, { type: shape });
    voice.frequency.value = pitch;
    volume.gain.setValueAtTime(LOUDNESS, from);
    volume.gain.exponentialRampToValueAtTime(0.001, until);
    voice.connect(volume).connect(context.destination);
    voice.start(from);
    voice.stop(until);
  }

  return {
    open,
    give(light) {
      navigator.vibrate?.(PULSES[light]);
      if (!isSounding() || !open()) return;
      for (const note of NOTES[light]) tone(note, light === "red" ? "square" : "triangle");
    },
  };
}
