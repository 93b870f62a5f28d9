/** What came of asking for an address. */
export interface LinkAnswer {
  address: string;
  /** Whether a page is there. */
  works: boolean;
  /** What was said: `200`, `404`, `no answer: …`. */
  said: string;
  /** Where the address sends readers now, when that is somewhere else. */
  movedTo?: string;
}

/** How to ask. */
export interface AskOptions {
  /** Addresses asked for at the same time, each at another host. */
  atOnce?: number;
  /** Time for an answer, in milliseconds. */
  patience?: number;
  fetch?: typeof globalThis.fetch;
}

/** Some hosts refuse programs that do not say who they are. */
const HEADERS = { 'user-agent': 'Mozilla/5.0 (compatible; handbook link check)', accept: 'text/html,*/*' };

/** Asks for all addresses: one at a time per host, and few hosts at the same time. Gives the answers in the order asked. */
export async function askAll(addresses: readonly string[], options: AskOptions = {}): Promise<LinkAnswer[]> {
  const { atOnce = 4 } = options;
  const hosts = Map.groupBy(addresses, (address) => new URL(address).host);
  const waiting = [...hosts.values()];
  const answers = new Map<string, LinkAnswer>();
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      for (const address of next) answers.set(address, await ask(address, options));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return addresses.flatMap((address) => answers.get(address) ?? []);
}

/** Asks for one address: for its head, and for the page itself where the host does not answer that. */
export async function ask(
  address: string,
  { patience = 20_000, fetch = globalThis.fetch }: AskOptions = {},
): Promise<LinkAnswer> {
  let said = '';
  for (const method of ['HEAD', 'GET']) {
    try {
      const answer = await fetch(address, {
        method,
        headers: HEADERS,
        signal: AbortSignal.timeout(patience),
      });
      await answer.body?.cancel();
      said = String(answer.status);
      const moved = answer.redirected && answer.url !== address ? { movedTo: answer.url } : {};
      if (answer.ok) return { address, works: true, said, ...moved };
    } catch (error) {
      said = `no answer: ${reasonOf(error)}`;
    }
  }
  return { address, works: false, said };
}

/** `fetch` says only that it failed; the reason is in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
