/** Work that can wait, done one piece at a time with the screen drawn in between: no press or scroll waits for all of it. */

type Work = () => void;

const waiting = new Set<Work>();
let isRunning = false;
let knowsPrint = false;
let isOnPaper = false;

/** Does `work` when the screen has been drawn and what came before it is done; before a print at once. Gives the way to call it off. */
export function inTurn(work: Work): () => void {
  // The same work twice is two turns.
  const turn = (): void => work();
  waiting.add(turn);
  if (!isRunning) afterDrawing(next);
  isRunning = true;
  if (!knowsPrint) watchPrint();
  return () => waiting.delete(turn);
}

function next(): void {
  try {
    doFirst();
  } finally {
    isRunning = waiting.size > 0;
    if (isRunning) afterDrawing(next);
  }
}

/** Whether the page is being printed: then nothing can come later. */
export function isPrinting(): boolean {
  return isOnPaper;
}

/** Before whatever else is done for a print, so that it finds everything there. */
function watchPrint(): void {
  knowsPrint = true;
  addEventListener(
    'beforeprint',
    () => {
      isOnPaper = true;
      while (waiting.size > 0) doFirst();
    },
    { capture: true },
  );
  addEventListener('afterprint', () => (isOnPaper = false));
}

function doFirst(): void {
  const [first] = waiting;
  if (!first) return;
  waiting.delete(first);
  first();
}

/** A page in the background draws nothing, and waits until it is looked at again. */
function afterDrawing(then: Work): void {
  requestAnimationFrame(() => setTimeout(then));
}
