import { randomUUID } from "node:crypto";
import { languageOf, type ProblemCode } from "@polku/protocol";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { Problem } from "../errors.ts";

const ofFastify: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "request.tooLarge",
  FST_REQ_FILE_TOO_LARGE: "request.tooLarge",
  FST_FILES_LIMIT: "request.tooLarge",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "request.type",
  FST_INVALID_MULTIPART_CONTENT_TYPE: "request.type",
};

/** The problem that an error stands for; one that nobody foresaw is logged under a reference that the asker is given. */
function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  const { code = "", statusCode = 500, message = "" } = (error ?? {}) as Partial<FastifyError>;
  const known = ofFastify[code];
  if (known !== undefined) return new Problem(known);
  if (statusCode === 429) return new Problem("request.tooMany");
  if (statusCode === 413) return new Problem("request.tooLarge");
  if (statusCode >= 400 && statusCode < 500) return new Problem("request.malformed", { why: message });
  const reference = randomUUID().slice(0, 8);
  request.log.error({ err: error, reference }, "a request failed");
  return new Problem("server.failed", { reference });
}

/** Answers an error as a problem document in the asker's language. */
export function replyWithProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request);
  return reply
    .status(problem.status)
    .header("cache-control", "no-store")
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(problem.toDocument(languageOf(request.headers["accept-language"]))));
}
