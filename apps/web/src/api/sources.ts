import type {
  ChangedTheme,
  FilePreview,
  ImportList,
  ImportProgress,
  SourceChange,
  SourceEntry,
  SourceMeta,
  TakenImport,
  ThemeChange,
  ThemeList,
} from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";

export type { FilePreview, ImportProgress, SourceEntry, SourceMeta };

/** What the library keeps in memory of the server's answers; forgotten together when customers' words change. */
export const LIBRARY = ["library"] as const;

/** @param mayRead whether the asker is let into the library at all */
export function useSources(mayRead = true) {
  return useQuery({
    enabled: mayRead,
    queryKey: [...LIBRARY, "sources"],
    queryFn: async () => (await request<{ items: SourceEntry[] }>("GET", "/api/v1/sources")).items,
  });
}

export function useThemes() {
  return useQuery({
    queryKey: [...LIBRARY, "themes"],
    queryFn: async () => (await request<ThemeList>("GET", "/api/v1/themes")).items,
  });
}

/** Names a theme otherwise, makes it one with another, colours it, or puts it under another. */
export function useChangeTheme() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ThemeChange) => request<ChangedTheme>("PATCH", "/api/v1/themes", change),
    onSuccess: () => client.invalidateQueries({ queryKey: LIBRARY }),
  });
}

/** Until when a source's words, and the keys of its people, are kept. */
export function useKeepUntil(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: SourceChange) => request<SourceEntry>("PATCH", `/api/v1/sources/${id}`, change),
    onSuccess: () => client.invalidateQueries({ queryKey: LIBRARY }),
  });
}

/** The facts come before the file: the server reads the form as it arrives. */
function formOf(file: File, meta: Partial<SourceMeta>): FormData {
  const form = new FormData();
  form.append("meta", JSON.stringify(meta));
  form.append("file", file);
  return form;
}

/** What a file holds and how it would be read; nothing is kept. Throws ApiProblem with the sentence of a refusal. */
export function previewFile(
  file: File,
  reading: Pick<SourceMeta, "mapping" | "speakers"> = {},
): Promise<FilePreview> {
  return request("POST", "/api/v1/sources/preview", formOf(file, reading));
}

/** Puts a file in line to be read into a source. */
export function importFile(file: File, meta: SourceMeta): Promise<TakenImport> {
  return request("POST", "/api/v1/sources", formOf(file, meta));
}

const BETWEEN_LOOKS = 400;

/** How an import goes, looked at until it has ended. */
export function useImportProgress(importId: string) {
  return useQuery({
    queryKey: ["import", importId],
    queryFn: () => request<ImportProgress>("GET", `/api/v1/imports/${importId}`),
    refetchInterval: ({ state: { data } }) => (data && hasEnded(data) ? false : BETWEEN_LOOKS),
  });
}

/** The latest imports, so that one whose progress was left is found again. */
export function useLatestImports() {
  return useQuery({
    queryKey: ["import", "latest"],
    queryFn: async () => (await request<ImportList>("GET", "/api/v1/imports")).items,
    refetchInterval: ({ state: { data } }) => (data?.some((one) => !hasEnded(one)) ? 2000 : false),
  });
}

export function hasEnded({ state }: ImportProgress): boolean {
  return state === "done" || state === "failed" || state === "cancelled";
}

export function useCancelImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (importId: string) => request<ImportProgress>("POST", `/api/v1/imports/${importId}/cancel`),
    onSettled: (_answer, _error, importId) => client.invalidateQueries({ queryKey: ["import", importId] }),
  });
}

/** Where the rows that were left out, and why, can be downloaded. */
export function skippedAddress(importId: string): string {
  return `/api/v1/imports/${importId}/skipped.csv`;
}
