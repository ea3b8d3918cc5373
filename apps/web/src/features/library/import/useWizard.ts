import { useState } from "react";
import { importFile, previewFile } from "../../../api/sources.ts";
import { importPicture } from "../../../api/pictures.ts";
import { importRecording } from "../../../api/recordings.ts";
import type { PreparedSound } from "../../../ui/sound/prepareSound.ts";
import type { PictureDraft } from "../picture/pictureDraft.ts";
import { draftOf, metaOf, readingOf, type Draft } from "./draft.ts";

export const STEPS = ["files", "content", "facts", "privacy", "result"] as const;
export type Step = (typeof STEPS)[number];

/** The largest file the server takes, told before it is sent (bytes). */
export const MOST_BYTES = 50 * 1024 * 1024;

type Trouble = { readonly file: File; readonly error: Error | "tooLarge" };

type State = {
  readonly files: readonly File[];
  /** The file in hand. */
  readonly at: number;
  readonly step: Step;
  readonly looking: boolean;
  readonly sending: boolean;
  readonly draft: Draft | null;
  /** How the file was read for what the draft shows. */
  readonly readAs: string;
  /** The file in hand, when it is a recording. */
  readonly sound: PreparedSound | null;
  /** The file in hand, when it is a picture. */
  readonly picture: PictureDraft | null;
  readonly importId: string | null;
  readonly sourceId: string | null;
  readonly trouble: Trouble | null;
};

const BEGIN: State = {
  files: [],
  at: 0,
  step: "files",
  looking: false,
  sending: false,
  draft: null,
  readAs: "",
  sound: null,
  picture: null,
  importId: null,
  sourceId: null,
  trouble: null,
};

const asRead = (draft: Draft): string => JSON.stringify(readingOf(draft));

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** The way of files into the library, one after another. What a person has said stays until the file is in. */
export function useWizard() {
  const [state, setState] = useState<State>(BEGIN);
  const change = (some: Partial<State>): void => setState((now) => ({ ...now, ...some }));

  const look = async (files: readonly File[], at: number): Promise<void> => {
    const file = files[at];
    if (!file) return;
    change({ ...BEGIN, files, at, looking: true });
    const { isSound, soundDraft } = await import("../sound/soundDraft.ts");
    if (await isSound(file)) {
      // A recording is made what the server keeps in this window: it has no columns and no words to look at.
      try {
        const { prepareSound } = await import("../../../ui/sound/prepareSound.ts");
        const sound = await prepareSound(file, () => {});
        change({ looking: false, sound, draft: soundDraft(file.name), step: "facts" });
      } catch (thrown) {
        change({ looking: false, trouble: { file, error: asError(thrown) } });
      }
      return;
    }
    try {
      const { pictureFacts, pictureIn } = await import("../picture/pictureDraft.ts");
      const image = await pictureIn(file);
      if (image !== null) {
        const picture = { image, caption: "", person: "" };
        change({ looking: false, picture, draft: pictureFacts(file.name), step: "content" });
        return;
      }
    } catch (thrown) {
      change({ looking: false, trouble: { file, error: asError(thrown) } });
      return;
    }
    if (file.size > MOST_BYTES) {
      change({ looking: false, trouble: { file, error: "tooLarge" } });
      return;
    }
    try {
      const preview = await previewFile(file);
      const draft = draftOf(preview, file.name);
      change({ looking: false, draft, readAs: asRead(draft), step: "content" });
    } catch (thrown) {
      change({ looking: false, trouble: { file, error: asError(thrown) } });
    }
  };

  /** Shows what the file gives when it is read as the person said, before the personal data in it is judged. */
  const lookAgain = async (file: File, draft: Draft): Promise<void> => {
    const readAs = asRead(draft);
    if (readAs === state.readAs) {
      change({ step: "facts", trouble: null });
      return;
    }
    change({ sending: true, trouble: null });
    try {
      const seen = await previewFile(file, readingOf(draft));
      const { contacts, personalData, personalDataSamples, sampled, suggested } = seen;
      const preview = { ...draft.preview, contacts, personalData, personalDataSamples, sampled, suggested };
      change({ sending: false, draft: { ...draft, preview }, readAs, step: "facts" });
    } catch (thrown) {
      change({ sending: false, trouble: { file, error: asError(thrown) } });
    }
  };

  const send = async (
    file: File,
    draft: Draft,
    { sound, picture }: Pick<State, "sound" | "picture">,
  ): Promise<void> => {
    change({ sending: true, trouble: null });
    try {
      const meta = metaOf(draft);
      const { id, importId } = await (sound
        ? importRecording(sound, file.name, meta)
        : picture
          ? importPicture(picture.image.blob, file.name, {
              ...meta,
              caption: picture.caption,
              ...(picture.person.trim() !== "" && { person: picture.person }),
            })
          : importFile(file, meta));
      change({ sending: false, importId, sourceId: id, step: "result" });
    } catch (thrown) {
      change({ sending: false, trouble: { file, error: asError(thrown) } });
    }
  };

  const { files, at, step, draft, sound, picture } = state;
  const file = files[at];
  return {
    ...state,
    file,
    hasNext: at + 1 < files.length,
    take: (taken: readonly File[]) => void (taken.length > 0 && look(taken, 0)),
    /** Goes to the progress of an import that was begun before. */
    follow: ({ id, sourceId }: { readonly id: string; readonly sourceId: string }) =>
      setState({ ...BEGIN, importId: id, sourceId, step: "result" }),
    again: () => void look(files, at),
    nextFile: () => void look(files, at + 1),
    leaveOut: () => {
      const left = files.filter((_file, index) => index !== at);
      if (left.length === 0 || at >= left.length) setState(BEGIN);
      else void look(left, at);
    },
    setPicture: (said: Partial<PictureDraft>) => picture && change({ picture: { ...picture, ...said } }),
    setDraft: (next: Draft) => change({ draft: next }),
    back: () => {
      const before = sound ? "files" : STEPS[STEPS.indexOf(step) - 1];
      if (before) change({ step: before, trouble: null });
    },
    next: () => {
      if (!file || !draft) return;
      if (step === "content" && !picture) void lookAgain(file, draft);
      else if (step === "privacy" || (step === "facts" && (sound ?? picture))) void send(file, draft, state);
      else {
        const after = STEPS[STEPS.indexOf(step) + 1];
        if (after) change({ step: after });
      }
    },
  };
}
