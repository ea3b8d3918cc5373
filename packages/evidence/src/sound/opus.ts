import { joined, type OggPage, readOgg, segmentsOf, writeOgg } from "./ogg.ts";
import { inStretches, type Stretch } from "./stretch.ts";

/** Opus always counts in samples at 48 kHz. */
const samplesPerSecond = 48_000;
const packetsInPage = 50;
const mostSegments = 255;

/** A recording as Opus packets (RFC 6716, in Ogg by RFC 7845), mono or stereo. */
export interface OpusSound {
  readonly channels: number;
  /** Samples at the start that are not part of the sound. */
  readonly preSkip: number;
  readonly packets: readonly Uint8Array[];
  /** Samples of sound; the last packet may hold a few more. */
  readonly samples: number;
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 8));

/** Reads Ogg Opus, or null when the bytes are not one whole stream of it. What else stands in the file (names, pictures) is left out. */
export function readOpus(bytes: Uint8Array): OpusSound | null {
  const [head, tags, ...packets] = readOgg(bytes) ?? [];
  if (head === undefined || tags === undefined || packets.length === 0) return null;
  if (latin(head.bytes) !== "OpusHead" || head.bytes.length < 19 || latin(tags.bytes) !== "OpusTags")
    return null;
  const channels = head.bytes[9] ?? 0;
  const simple = head.bytes[18] === 0 && (channels === 1 || channels === 2);
  const held = packets.map((packet) => samplesOf(packet.bytes));
  if (!simple || held.some((samples) => samples === 0)) return null;
  const preSkip = (head.bytes[10] ?? 0) | ((head.bytes[11] ?? 0) << 8);
  const whole = held.reduce((sum, samples) => sum + samples, 0);
  const end = packets.at(-1)?.granule ?? whole;
  const samples = Math.min(whole, end) - preSkip;
  if (samples <= 0) return null;
  return { channels, preSkip, packets: packets.map((packet) => packet.bytes), samples };
}

/** How many samples a packet holds, by its first byte (RFC 6716, 3.1); 0 for one that is none. */
export function samplesOf(packet: Uint8Array): number {
  const [first, second] = packet;
  if (first === undefined) return 0;
  const frame = frameSamples(first >> 3);
  const code = first & 3;
  const frames = code === 0 ? 1 : code < 3 ? 2 : (second ?? 0) & 63;
  return frames * frame <= 5760 ? frames * frame : 0;
}

function frameSamples(configuration: number): number {
  if (configuration < 12) return [480, 960, 1920, 2880][configuration & 3] ?? 0;
  if (configuration < 16) return [480, 960][configuration & 1] ?? 0;
  return [120, 240, 480, 960][configuration & 3] ?? 0;
}

/** A packet of silence as long as another. */
export function silentPacket(samples: number): Uint8Array {
  const frame = [960, 480, 240].find((size) => samples % size === 0) ?? 120;
  const configuration = { 960: 31, 480: 30, 240: 29, 120: 28 }[frame] ?? 31;
  const frames = samples / frame;
  const toc = configuration << 3;
  if (frames === 1) return Uint8Array.of(toc, 0xff, 0xfe);
  return Uint8Array.of(toc | 3, frames, ...Array.from({ length: frames }, () => [0xff, 0xfe]).flat());
}

export function opusSeconds({ samples }: OpusSound): number {
  return samples / samplesPerSecond;
}

/** Where each packet begins and ends in the sound, in seconds. */
function places(sound: OpusSound): Stretch[] {
  let at = -sound.preSkip;
  return sound.packets.map((packet) => {
    const from = at;
    at += samplesOf(packet);
    return { from: from / samplesPerSecond, to: at / samplesPerSecond };
  });
}

/** The same sound with nothing to be heard in these stretches, nor in the packet before and after: a decoder blends neighbours. */
export function silenceOpus(sound: OpusSound, stretches: readonly Stretch[]): OpusSound {
  const touched = places(sound).map((place) => inStretches(place, stretches));
  const packets = sound.packets.map((packet, n) =>
    touched[n - 1] === true || touched[n] === true || touched[n + 1] === true
      ? silentPacket(samplesOf(packet))
      : packet,
  );
  return { ...sound, packets };
}

/** The packets of a stretch and none beside; null when it lies outside. */
export function cutOpus(sound: OpusSound, stretch: Stretch): OpusSound | null {
  const end = opusSeconds(sound);
  const within = places(sound).map(
    (place) => place.from < Math.min(stretch.to, end) && place.to > stretch.from,
  );
  const packets = sound.packets.filter((_, n) => within[n] === true);
  if (packets.length === 0) return null;
  const samples = packets.reduce((sum, packet) => sum + samplesOf(packet), 0);
  return { channels: sound.channels, preSkip: 0, packets, samples };
}

/** Ogg Opus without a word beside the sound. */
export function writeOpus(sound: OpusSound): Uint8Array<ArrayBuffer> {
  const pages: OggPage[] = [
    { packets: [headOf(sound)], granule: 0, first: true },
    { packets: [tags], granule: 0 },
  ];
  let waiting: Uint8Array[] = [];
  let segments = 0;
  let granule = 0;
  const close = (last: boolean): void => {
    const end = sound.samples + sound.preSkip;
    pages.push({ packets: waiting, granule: last ? Math.min(granule, end) : granule, last });
    waiting = [];
    segments = 0;
  };
  for (const packet of sound.packets) {
    if (waiting.length === packetsInPage || segments + segmentsOf(packet) > mostSegments) close(false);
    waiting.push(packet);
    segments += segmentsOf(packet);
    granule += samplesOf(packet);
  }
  close(true);
  return writeOgg(pages, 1);
}

const letters = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const tags = joined([letters("OpusTags"), Uint8Array.of(5, 0, 0, 0), letters("polku"), new Uint8Array(4)]);

function headOf({ channels, preSkip }: OpusSound): Uint8Array {
  const rest = new Uint8Array(11);
  const write = new DataView(rest.buffer);
  write.setUint8(0, 1);
  write.setUint8(1, channels);
  write.setUint16(2, preSkip, true);
  write.setUint32(4, samplesPerSecond, true);
  return joined([letters("OpusHead"), rest]);
}
