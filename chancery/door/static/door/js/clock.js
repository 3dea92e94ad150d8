// The true time on a telephone whose own clock may be wrong, drift or be set while the door is open.
//
// Cristian's method: the server's time, plus half of the way there and back, is compared with the device's clock; of
// the last measures the one that can be wrong by least counts. Milliseconds everywhere; `skew` is how far the device
// is ahead. `steady` is a clock that nobody can set, but that may stand still while a telephone sleeps: so a device
// clock that falls back against it was set, and one that leaps ahead was set or has slept, which only the next measure
// can tell; until then the time says by how much it may be wrong.

const MEASURES = 8;
const DRIFT = 0.0002;
const LEAP = 1_500;
const NEVER = { measures: [], last: 0, leapt: 0 };

export function clockOf({ device = Date.now, steady = () => performance.now(), kept = null } = {}) {
  let { measures, last, leapt } = { ...NEVER, ...kept };
  let apart = device() - steady();

  const errorOf = (measure) => measure.half + Math.abs(device() - measure.at) * DRIFT;

  function best() {
    return measures.reduce((one, other) => (!one || errorOf(other) < errorOf(one) ? other : one), null);
  }

  function setBy(step) {
    measures = measures.map((measure) => ({ ...measure, skew: measure.skew + step, at: measure.at + step }));
  }

  function notice() {
    const step = device() - steady() - apart;
    apart += step;
    if (step < -LEAP) setBy(step);
    else if (step > LEAP) leapt += step;
  }

  function skew() {
    return best()?.skew ?? 0;
  }

  // What was once said of the time is never taken back: a clock set back while the app was closed is held here.
  function time() {
    notice();
    const said = Math.round(device() - skew());
    if (said < last - LEAP) {
      setBy(said - last);
      leapt += last - said;
    }
    last = Math.max(last, Math.round(device() - skew()));
    return last;
  }

  return {
    time,
    device,
    steady,
    // `sentAt` and `heardAt` are readings of `steady` around a call, `now` the server's time in its answer.
    heard({ sentAt, heardAt, now }) {
      notice();
      const half = (heardAt - sentAt) / 2;
      const measure = { skew: device() - (now + half), half, at: device() };
      measures = [...(leapt ? [] : measures), measure].slice(-MEASURES);
      leapt = 0;
      last = Math.min(last, Math.round(device() - skew()));
    },
    get skew() {
      return Math.round(skew());
    },
    // By how much the time may be wrong; null as long as no server was heard.
    get within() {
      const measure = best();
      return measure && Math.ceil(errorOf(measure) + leapt);
    },
    get isUnsure() {
      notice();
      return leapt > 0 || !measures.length;
    },
    kept() {
      notice();
      return { measures, last, leapt };
    },
  };
}
