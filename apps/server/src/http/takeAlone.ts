import type { FastifyRequest } from "fastify";
import { type TakenFile, withFile } from "../imports/takeFile.ts";
import type { Actor } from "../policies/actor.ts";
import type { Services } from "../services.ts";

type Imported = { id: string; importId: string };

/** Takes in the file of a request that is one contact, for as long as `work` lasts, and says so in the access log. */
export async function takeAlone(
  { services, actor, request }: { services: Services; actor: Actor; request: FastifyRequest },
  work: (taken: TakenFile) => Promise<Imported>,
): Promise<{ body: Imported }> {
  return withFile(request, services.imports.folder, async (taken) => {
    const body = await work(taken);
    const line = { who: actor.id, deed: "imported", what: "source", thing: body.id, count: 1 } as const;
    await services.privacy.accessLog.add(line);
    return { body };
  });
}
