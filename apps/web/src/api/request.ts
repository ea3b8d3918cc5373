import { currentLanguage } from "../i18n/language.ts";

/** What the server answered instead of what was asked: an RFC 9457 problem with a sentence in the person's language. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, sentence: string) {
    super(sentence);
    this.name = "ApiProblem";
    this.status = status;
    this.code = code;
  }
}

type Body = FormData | Record<string, unknown> | readonly unknown[];

/** The problem that a refused answer holds. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const problem: unknown = await response.json().catch(() => null);
  const { code, detail, title } = (typeof problem === "object" && problem !== null ? problem : {}) as Record<
    string,
    unknown
  >;
  const sentence =
    typeof detail === "string" ? detail : typeof title === "string" ? title : response.statusText;
  return new ApiProblem(response.status, typeof code === "string" ? code : "unknown", sentence);
}

/** Calls the server with the session's cookie. Throws ApiProblem; a lost network is a TypeError, as fetch has it. */
export async function request<T>(
  method: string,
  path: string,
  body?: Body,
  signal?: AbortSignal,
): Promise<T> {
  const isForm = body instanceof FormData;
  const response = await fetch(path, {
    method,
    credentials: "same-origin",
    headers: {
      accept: "application/json",
      "accept-language": currentLanguage(),
      ...(body && !isForm ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}
