import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';

interface Props {
  /** The props of the tool as JSON. */
  readonly text: string;
}

/** A tool that gets all its props as one text: a phone reads that much faster than thousands of props. */
export function fromText<P extends object>(Tool: ComponentType<P>) {
  return ({ text }: Props) => {
    const [props] = useState(() => JSON.parse(text) as P);
    return <Tool {...props} />;
  };
}
