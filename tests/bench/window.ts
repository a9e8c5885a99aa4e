export async function measureWindow(_: { wanted: readonly string[] | null; runs: number; folder: string }): Promise<unknown[]> { return []; }
