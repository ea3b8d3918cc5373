/*
 * The slices of the outside world this package touches, declared here because the pure floors are compiled
 * without DOM and Node: papaparse's and media-captions' own types pull both in, snowball-stemmers has none.
 */

/** In every runtime we meet (Node, browsers, workers) and free of side effects, so it does not break the floor. */
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}

declare module "papaparse" {
  export interface ParserOptions {
    delimiter: string;
    newline: "\n";
    quoteChar?: string;
    preview?: number;
    fastMode?: boolean;
  }
  export interface ParserResult {
    data: string[][];
    errors: { type: string; code: string; row?: number }[];
    meta: { cursor: number; truncated: boolean };
  }
  export interface PapaStatic {
    Parser: new (options: ParserOptions) => {
      parse(input: string, baseIndex: number, ignoreLastRow: boolean): ParserResult;
    };
  }
  const Papa: PapaStatic;
  export default Papa;
}

declare module "postal-mime" {
  interface Receiver {
    name: string;
    address?: string;
    group?: { name: string; address?: string }[];
  }
  export interface Email {
    to?: Receiver[];
    cc?: Receiver[];
    from?: { name: string; address?: string };
    subject?: string;
    messageId?: string;
    inReplyTo?: string;
    references?: string;
    date?: string;
    html?: string;
    text?: string;
  }
  const PostalMime: {
    parse(
      bytes: Uint8Array,
      options: {
        maxNestingDepth?: number;
        maxRfc822NestingDepth?: number;
        forceRfc822Attachments?: boolean;
      },
    ): Promise<Email>;
  };
  export default PostalMime;
}

declare module "media-captions" {
  export interface Cue {
    id: string;
    startTime: number;
    endTime: number;
    text: string;
  }
  export function parseText(
    text: string,
    options: { type: "vtt" | "srt"; strict?: boolean; errors?: boolean },
  ): Promise<{ cues: Cue[]; errors: { message: string }[] }>;
}

declare module "snowball-stemmers" {
  export interface Stemmer {
    stem(word: string): string;
  }
  const stemmers: { newStemmer(language: "finnish" | "english" | "swedish"): Stemmer };
  export default stemmers;
}
