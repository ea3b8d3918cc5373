import type { Options } from "../bench.ts";
export async function importRows(_o: Options): Promise<void> {}
