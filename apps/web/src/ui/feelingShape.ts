import type { FeelingStep } from "@polku/drawing";

/** The shape of each step, so that a feeling never speaks by colour alone: ▼ ◣ ● ◢ ▲. Drawn around 0,0 with radius 1. */
export const FEELING_SHAPES: Readonly<Record<FeelingStep, string>> = {
  [-2]: "M-1.1,-0.85L1.1,-0.85L0,1.05Z",
  [-1]: "M-0.95,-0.95L0.95,0.95L-0.95,0.95Z",
  0: "M-1,0a1,1 0 1 0 2,0a1,1 0 1 0 -2,0Z",
  1: "M0.95,-0.95L0.95,0.95L-0.95,0.95Z",
  2: "M-1.1,0.85L1.1,0.85L0,-1.05Z",
};
