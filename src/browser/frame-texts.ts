/** Texts of the frame of every page that are asked for only when they are needed; `/teksten/<language>.json`. */
export interface FrameTexts {
  /** What the search dialog says before the names are there. */
  search: {
    close: string;
    contents: string;
    failed: string;
    hint: string;
    label: string;
    placeholder: string;
  };
  /** The notice of a new version. */
  version: {
    /** Says that a new version is there and that nothing entered is lost. */
    ready: string;
    /** Says that the page was renewed in another window. */
    changed: string;
    take: string;
    later: string;
  };
}

let loading: Promise<FrameTexts> | undefined;

/** The texts in the language of the page, asked for once. Fails when they cannot be had; the next call tries again. */
export function frameTexts(): Promise<FrameTexts> {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  loading ??= fetch(`${base}/teksten/${document.documentElement.lang}.json`).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    return answer.json() as Promise<FrameTexts>;
  });
  loading.catch(() => (loading = undefined));
  return loading;
}
