import type { ContactEntry, PictureChange, SourceMeta, TakenImport } from "@polku/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";
import { LIBRARY } from "./sources.ts";

/** Where the picture of a contact is fetched. */
export const pictureOf = (contactId: string): string => `/api/v1/contacts/${contactId}/picture`;

/** Takes in a picture with what it shows; what the server answers is an import that has ended. */
export function importPicture(
  file: Blob,
  name: string,
  meta: SourceMeta & { readonly caption: string; readonly person?: string },
): Promise<TakenImport> {
  const form = new FormData();
  form.append("meta", JSON.stringify(meta));
  form.append("file", file, name);
  return request<TakenImport>("POST", "/api/v1/pictures", form);
}

/** Says otherwise what the picture of a contact shows, or whose it is. */
export function useChangePicture(contactId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (said: PictureChange) => request<ContactEntry>("PATCH", pictureOf(contactId), said),
    onSuccess: () => client.invalidateQueries({ queryKey: LIBRARY }),
  });
}
