import { roles, type Role } from "./roles.ts";

/** Who somebody is, as everybody else sees it. The server writes it from the session; what a client claims is ignored. */
export type PresentPerson = { id: string; name: string; colour: string; role: Role };

/** The middle of what a window shows, and how wide it is, px of map coordinates. */
export type Sight = { x: number; y: number; width: number };

/** What can be sent to the room with one press. */
export const REACTIONS = ["👍", "❤️", "👏", "😮", "😢", "🤔", "🎉", "☕"] as const;
export type Reaction = (typeof REACTIONS)[number];

/** What one person's window tells the others. Places are in canvas px; `at` is ms since 1970. */
export type Presence = {
  user: PresentPerson;
  cursor: { x: number; y: number } | null;
  selection: string[];
  editing: { id: string; field: string } | null;
  /** What they look at, told while somebody follows them. */
  sight: Sight | null;
  /** The Yjs client id of the window whose sight this one goes along with. */
  follows: number | null;
  /** A hand is up: they would like to say something. */
  hand: boolean;
  /** The newest reaction; `n` tells one from the next. */
  reaction: { emoji: Reaction; n: number } | null;
  /** A few words beside their cursor. */
  says: string | null;
  /** Their cursor is a laser pointer. */
  laser: boolean;
  /** Where the walk is that they lead: at a touchpoint, by its id, or at its `end`. Null while they lead none. */
  walk: string | null;
  /** What they are dragging over the canvas, and how far by now; null while nothing. */
  drag: Drag | null;
  at: number;
};

/** Shapes of the free canvas on their way: how far from where they lie, px of the map. */
export type Drag = { ids: string[]; dx: number; dy: number };

const most = { selection: 64, text: 128, says: 80 };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shortText(value: unknown): string | undefined {
  return typeof value === "string" && value.length <= most.text ? value : undefined;
}

function readPerson(value: unknown): PresentPerson | undefined {
  if (!isRecord(value)) return undefined;
  const { id, name, colour, role } = value;
  if (typeof role !== "string" || !(roles as readonly string[]).includes(role)) return undefined;
  const person = { id: shortText(id), name: shortText(name), colour: shortText(colour) };
  if (person.id === undefined || person.name === undefined || person.colour === undefined) return undefined;
  return { id: person.id, name: person.name, colour: person.colour, role: role as Role };
}

function readCursor(value: unknown): Presence["cursor"] {
  if (!isRecord(value)) return null;
  const { x, y } = value;
  return Number.isFinite(x) && Number.isFinite(y) ? { x: Number(x), y: Number(y) } : null;
}

function readEditing(value: unknown): Presence["editing"] {
  if (!isRecord(value)) return null;
  const id = shortText(value.id);
  const field = shortText(value.field);
  return id !== undefined && field !== undefined ? { id, field } : null;
}

function readSight(value: unknown): Sight | null {
  if (!isRecord(value)) return null;
  const { x, y, width } = value;
  if (![x, y, width].every(Number.isFinite) || Number(width) <= 0) return null;
  return { x: Number(x), y: Number(y), width: Number(width) };
}

function readDrag(value: unknown): Drag | null {
  if (!isRecord(value) || !Array.isArray(value.ids)) return null;
  const { dx, dy } = value;
  const ids = value.ids.flatMap((id: unknown) => shortText(id) ?? []).slice(0, most.selection);
  return ids.length > 0 && Number.isFinite(dx) && Number.isFinite(dy)
    ? { ids, dx: Number(dx), dy: Number(dy) }
    : null;
}

function readReaction(value: unknown): Presence["reaction"] {
  if (!isRecord(value) || !Number.isSafeInteger(value.n)) return null;
  const emoji = REACTIONS.find((known) => known === value.emoji);
  return emoji === undefined ? null : { emoji, n: Number(value.n) };
}

function readWords(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value.slice(0, most.says) : null;
}

/** Reads another client's presence and believes nothing: a part that is not well formed is left out, a nameless one is `null`. */
export function readPresence(value: unknown): Presence | null {
  if (!isRecord(value)) return null;
  const user = readPerson(value.user);
  if (user === undefined) return null;
  const selection = Array.isArray(value.selection) ? value.selection : [];
  return {
    user,
    cursor: readCursor(value.cursor),
    selection: selection.flatMap((id: unknown) => shortText(id) ?? []).slice(0, most.selection),
    editing: readEditing(value.editing),
    sight: readSight(value.sight),
    follows: Number.isSafeInteger(value.follows) ? Number(value.follows) : null,
    hand: value.hand === true,
    reaction: readReaction(value.reaction),
    says: readWords(value.says),
    laser: value.laser === true,
    walk: shortText(value.walk) ?? null,
    drag: readDrag(value.drag),
    at: Number.isFinite(value.at) ? Number(value.at) : 0,
  };
}
