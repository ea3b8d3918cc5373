import type { SourceMeta, TakenImport } from "@polku/protocol";
import { request } from "./request.ts";

/** Where the picture of a contact is fetched. */
export const pictureOf = (contactId: string): string => `/api/v1/contacts/${contactId}/picture`;

/** Takes in a picture with what it shows; what the server answers is an import that has ended. */
export function importPicture(
  file: Blob,
  name: string,
  meta: SourceMeta & { readonly caption: string },
): Promise<TakenImport> {
  const form = new FormData();
  form.append("meta", JSON.stringify(meta));
  form.append("file", file, name);
  return request<TakenImport>("POST", "/api/v1/pictures", form);
}
