import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Fetches a part of the tool that comes apart from the rest. */
export type Load<M> = () => Promise<M>;

/** What has come, so that a part shown again is there at once. */
const here = new Map<Load<unknown>, unknown>();

async function fetchPart<M>(load: Load<M>): Promise<M> {
  const part = await load();
  here.set(load, part);
  return part;
}

/** Fetches parts before they are asked for, so that they work without network. What fails is tried when needed. */
export function prefetch(loads: readonly Load<unknown>[]): void {
  for (const load of loads) if (!here.has(load)) void fetchPart(load).catch(() => undefined);
}

interface Props<M> {
  load: Load<M>;
  labels: Readonly<Record<'part.coming' | 'part.failed' | 'part.retry', string>>;
  children: (part: M) => ComponentChildren;
}

/** A part that is fetched when it is shown; says so while it comes, and offers another try when it does not. */
export function Lazy<M>({ load, labels, children }: Props<M>) {
  const [, setState] = useState<'coming' | 'here' | 'failed'>('coming');
  const [failed, setFailed] = useState(false);
  const part = here.get(load) as M | undefined;

  useEffect(() => {
    // Also when it has come since: this part was shown without it.
    if (part === undefined) get();
  }, [load]);

  function get(): void {
    setFailed(false);
    fetchPart(load).then(
      () => setState('here'),
      () => setFailed(true),
    );
  }

  if (part !== undefined) return <>{children(part)}</>;
  return (
    <p role="status">
      {labels[failed ? 'part.failed' : 'part.coming']}{' '}
      {failed && (
        <button type="button" onClick={get}>
          {labels['part.retry']}
        </button>
      )}
    </p>
  );
}
