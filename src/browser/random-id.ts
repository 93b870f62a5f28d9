/** An id that no other has: for a thing that leaves this device, such as a meeting in a calendar. */
export function randomId(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return [...numbers].map((number) => number.toString(36).padStart(7, '0')).join('');
}
