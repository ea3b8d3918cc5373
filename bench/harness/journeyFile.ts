const kinds = [
  "customer_action",
  "thinking",
  "touchpoint",
  "emotion",
  "expectation",
  "pain",
  "opportunity",
  "frontstage",
  "backstage",
  "support_process",
  "system",
  "storyboard",
  "physical_evidence",
] as const;

const verbs = [
  "Compare",
  "Search",
  "Book",
  "Wait",
  "Call",
  "Ask",
  "Pay",
  "Return",
  "Rate",
  "Share",
  "Renew",
  "Cancel",
];
const lines = [
  "Looks at three offers side by side",
  "Cannot find the opening hours",
  "Gets a text with the order code",
  "Talks to the desk for ten minutes",
  "Fills the same form a second time",
];
const channels = ["phone", "web", "store", "chat", "email"];
const touchpointsOfStage = 10;

/** The same numbers for everybody and every time. */
function mix(a: number, b: number): number {
  let x = (a * 374_761_393 + b * 668_265_263) | 0;
  x = Math.imul(x ^ (x >>> 13), 1_274_126_177);
  return (x ^ (x >>> 16)) >>> 0;
}

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Rising keys of the fractional form, for up to 3,844 siblings. */
function orderOf(index: number): string {
  return `b${digits[Math.floor(index / digits.length)]}${digits[index % digits.length]}`;
}

const verb = (value: number): string => verbs[value % verbs.length] ?? "Wait";

/**
 * A journey file with `cards` boxes to draw: one row of touchpoints and eleven lanes with words in every cell, `cards` / 12 columns, and
 * an emotion curve with a point in each; the words are those of the baselines.
 */
export function journeyFile(cards: number): object {
  const columns = Math.round(cards / 12);
  const columnNumbers = Array.from({ length: columns }, (_, column) => column);
  const stages = Math.ceil(columns / touchpointsOfStage);
  const cellLanes = kinds.filter((kind) => kind !== "touchpoint" && kind !== "emotion");
  return {
    format: "polku-journey",
    formatVersion: 1,
    meta: { title: `Map of ${cards} cards`, lang: "en" },
    lanes: kinds.map((kind, index) => ({ id: kind, kind, order: orderOf(index) })),
    stages: Array.from({ length: stages }, (_, index) => ({
      id: `stage-${index}`,
      title: `${verb(index)} ${index + 1}`,
      order: orderOf(index),
    })),
    touchpoints: columnNumbers.map((column) => ({
      id: `t${column}`,
      title: `${verb(mix(column, 0))} ${column + 1}`,
      at: [`stage-${Math.floor(column / touchpointsOfStage)}`, orderOf(column % touchpointsOfStage)],
      channel: channels[mix(column, 1) % channels.length],
    })),
    cells: columnNumbers.flatMap((column) =>
      cellLanes.map((laneId, lane) => ({
        id: `c${column}-${laneId}`,
        laneId,
        touchpointId: `t${column}`,
        text: lines[(mix(column, lane) >>> 4) % lines.length],
      })),
    ),
    emotionPoints: columnNumbers.map((column) => ({
      id: `p${column}`,
      touchpointId: `t${column}`,
      point: [0.5, ((mix(column, 99) % 1000) / 1000) * 4 - 2],
    })),
  };
}
