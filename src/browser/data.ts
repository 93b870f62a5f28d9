/** What stands at an address of this site as JSON. Fails when it cannot be fetched. */
export async function fetchData(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}: ${address}`);
  return response.json();
}
