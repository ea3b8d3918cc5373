import type { Options } from "../bench.ts";
export async function map(_o: Options): Promise<void> {}
