import { settingsNow } from './settings.ts';

/** What a counter hears without looking: an act is done, or is refused and the screen says why. */
export type Sound = 'done' | 'refused';

type Tone = { readonly hertz: number; readonly from: number; readonly to: number };

/** In seconds. Two short rising notes, as a till makes; one long low one, which nobody takes for them across a hall. */
const tones: Readonly<Record<Sound, { readonly wave: OscillatorType; readonly tones: readonly Tone[] }>> = {
  done: {
    wave: 'sine',
    tones: [
      { hertz: 784, from: 0, to: 0.09 },
      { hertz: 1175, from: 0.1, to: 0.24 },
    ],
  },
  refused: { wave: 'triangle', tones: [{ hertz: 196, from: 0, to: 0.32 }] },
};

/** Loud enough for who stands at this desk. */
const loudness = 0.25;
/** A tone that begins or ends at once is heard as a click. */
const edge = 0.012;

let context: AudioContext | undefined;

/** Made by the program itself: no file and no network. A computer without sound, or that allows none before a key was pressed, stays silent. */
export function sound(what: Sound): void {
  if (settingsNow().sound === 'off') return;
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') void context.resume().catch(() => undefined);
    for (const tone of tones[what].tones) play(context, tones[what].wave, tone);
  } catch {
    // The screen says it all.
  }
}

function play(audio: AudioContext, wave: OscillatorType, { hertz, from, to }: Tone): void {
  const now = audio.currentTime;
  const source = audio.createOscillator();
  const volume = audio.createGain();
  source.type = wave;
  source.frequency.value = hertz;
  volume.gain.setValueAtTime(0, now + from);
  volume.gain.linearRampToValueAtTime(loudness, now + from + edge);
  volume.gain.setValueAtTime(loudness, now + to - edge);
  volume.gain.linearRampToValueAtTime(0, now + to);
  source.connect(volume).connect(audio.destination);
  source.start(now + from);
  source.stop(now + to);
}
