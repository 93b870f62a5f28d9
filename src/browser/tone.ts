/** A soft tone of half a second, where the browser can make one. */
export function playTone(): void {
  try {
    const context = new AudioContext();
    const [tone, volume] = [context.createOscillator(), context.createGain()];
    tone.frequency.value = 440;
    volume.gain.setValueAtTime(0, context.currentTime);
    volume.gain.linearRampToValueAtTime(0.15, context.currentTime + 0.1);
    volume.gain.linearRampToValueAtTime(0, context.currentTime + 0.5);
    tone.connect(volume).connect(context.destination);
    tone.onended = () => void context.close();
    tone.start();
    tone.stop(context.currentTime + 0.5);
  } catch {
    // No sound here; what is seen says the same.
  }
}
