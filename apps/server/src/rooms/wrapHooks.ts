import type { Extension } from "@hocuspocus/server";
import type { CloseReason } from "@polku/protocol";
import type { Logger } from "pino";
import type { Denial, RoomContext } from "./authenticate.ts";

type Hook = (payload: unknown) => Promise<unknown>;

/** The hooks whose refusal Hocuspocus waits for and answers. From every other one a throw would end the process. */
const mayRefuse = new Set(["onAuthenticate", "onConnect", "onLoadDocument", "beforeUnloadDocument"]);

function isDenial(error: unknown): error is Denial {
  return typeof error === "object" && error !== null && "why" in error && "reason" in error;
}

function wrapHook(
  name: string,
  hook: Hook,
  logger: Logger,
  onDenial: (payload: unknown, why: CloseReason) => void,
): Hook {
  return async (payload) => {
    try {
      return await hook(payload);
    } catch (error) {
      if (isDenial(error)) onDenial(payload, error.why);
      else logger.error({ err: error, hook: name }, "a hook failed");
      if (!mayRefuse.has(name)) return undefined;
      // Without a message Hocuspocus does not print it a second time.
      throw isDenial(error) ? error : { why: "failed", reason: "" };
    }
  };
}

/** Wraps every hook of every extension: what throws in one is written down and ends, at most, that one connection. */
export function wrapHooks(
  extensions: readonly Extension<RoomContext>[],
  logger: Logger,
  onDenied: (context: RoomContext, documentName: string, why: CloseReason) => void,
): Extension<RoomContext>[] {
  const onDenial = (payload: unknown, why: CloseReason) => {
    const { context, documentName } = payload as { context: RoomContext; documentName: string };
    onDenied(context, documentName, why);
  };
  return extensions.map((extension) => {
    const wrapped = Object.entries(extension).map(([name, value]: [string, unknown]) =>
      typeof value === "function"
        ? [name, wrapHook(name, value.bind(extension) as Hook, logger, onDenial)]
        : [name, value],
    );
    return Object.fromEntries(wrapped) as Extension<RoomContext>;
  });
}
