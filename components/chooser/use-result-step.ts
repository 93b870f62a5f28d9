import { useEffect, useState } from 'preact/hooks';
import type { ResultStep } from './ResultStep.tsx';

/** The view of the result, which comes apart from the questions: on its way, here, or not to be had. */
export type Loading =
  | { readonly state: 'coming' }
  | { readonly state: 'here'; readonly ResultStep: typeof ResultStep }
  | { readonly state: 'failed'; readonly retry: () => void };

/** Fetches the view of the result as soon as it is `wanted`: at the first answer, well before it is needed. */
export function useResultStep(wanted: boolean): Loading {
  const [loading, setLoading] = useState<Loading>({ state: 'coming' });
  useEffect(() => {
    if (wanted && loading.state !== 'here') load();
  }, [wanted]);

  function load(): void {
    setLoading({ state: 'coming' });
    import('./ResultStep.tsx').then(
      ({ ResultStep }) => setLoading({ state: 'here', ResultStep }),
      () => setLoading({ state: 'failed', retry: load }),
    );
  }
  return loading;
}
