import type { Point } from "@polku/drawing";
import { addShape } from "@polku/journey";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback, useEffect, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { keepImage } from "../../api/images.ts";
import { ApiProblem } from "../../api/request.ts";
import { newPlace } from "../../session/shapeHand.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { isTyping } from "../../ui/isTyping.ts";
import { tell } from "../../ui/Toasts.tsx";
import { LARGEST_FILE, readImage } from "../../ui/readImage.ts";

/** px that an image is shown at, at most, until somebody makes it larger. */
const SHOWN = 420;

/** The files of a paste or a drop that call themselves images. */
function imagesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"));
}

/** Takes images that are pasted, dropped or picked, and puts them on the canvas. Returns what puts files there by hand. */
export function useImages(inMap: RefObject<HTMLElement | null>): (files: Iterable<File>) => void {
  const { t } = useTranslation();
  const session = useSession();
  const flow = useReactFlow();
  const store = useStoreApi();

  const put = useCallback(
    async (file: File, middle: Point): Promise<void> => {
      const image = await readImage(file);
      if (image === "tooLarge" || image === "notOne") {
        const limit = LARGEST_FILE / 1024 / 1024;
        tell(t(image === "tooLarge" ? "shapes.imageTooLarge" : "shapes.notAnImage", { limit }), "problem");
        return;
      }
      try {
        const imageId = await keepImage(session.journeyId, image.blob);
        const scale = Math.min(1, SHOWN / Math.max(image.width, image.height));
        const size = {
          width: Math.max(24, Math.round(image.width * scale)),
          height: Math.max(24, Math.round(image.height * scale)),
        };
        const at = newPlace(session, {
          x: Math.round(middle.x - size.width / 2),
          y: Math.round(middle.y - size.height / 2),
        });
        if (!at) return;
        session.undo.beginStep();
        const made = session.run(addShape, { kind: "image", at, size, imageId });
        if (made.ok) session.attention.select({ kind: "shape", id: made.value.id });
      } catch (error) {
        tell(error instanceof ApiProblem ? error.message : t("shapes.imageNotSent"), "problem");
      }
    },
    [session, t],
  );

  const putAll = useCallback(
    (files: Iterable<File>, at?: Point): void => {
      const { domNode, width, height } = store.getState();
      const { x = 0, y = 0 } = domNode?.getBoundingClientRect() ?? {};
      const middle = at ?? flow.screenToFlowPosition({ x: x + width / 2, y: y + height / 2 });
      for (const [i, file] of [...files].entries())
        void put(file, { x: middle.x + i * 24, y: middle.y + i * 24 });
    },
    [flow, store, put],
  );

  useEffect(() => {
    const map = inMap.current?.closest<HTMLElement>(".map");
    const paste = (event: ClipboardEvent): void => {
      const files = imagesIn(event.clipboardData);
      if (files.length === 0 || isTyping(event.target) || !session.connection().canEdit) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      putAll(files);
    };
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      putAll(files, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
    };
    addEventListener("paste", paste, { capture: true });
    map?.addEventListener("dragover", over);
    map?.addEventListener("drop", drop);
    return () => {
      removeEventListener("paste", paste, { capture: true });
      map?.removeEventListener("dragover", over);
      map?.removeEventListener("drop", drop);
    };
  }, [inMap, session, flow, putAll]);
  return putAll;
}
