/** One statement for the worker that holds `app.db`. */
export type SqliteRequest = { id: number; sql: string; parameters: readonly unknown[] };

export type SqliteAnswer = { id: number; rows: unknown[]; changes: number } | { id: number; failure: string };
