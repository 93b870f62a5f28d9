import type { ComponentChild } from 'preact';
import { useLater } from './use-later.ts';

/** Shows its part once what stands around it is on screen, one part at a time: for parts that are closed or further down. */
export function Later({ children }: { children: () => ComponentChild }) {
  const isTime = useLater(() => true, []);
  return <>{isTime && children()}</>;
}
