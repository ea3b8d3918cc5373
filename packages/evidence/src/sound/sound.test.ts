import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readOpus, samplesOf, silentPacket, writeOpus } from "./opus.ts";
import { cutSound, readSound, secondsOf, silenceSound, writeSound } from "./sound.ts";
import { joinStretches } from "./stretch.ts";
import { writeWav } from "./wav.ts";

/** Packets of 20 ms whose second byte tells their number. */
const packets = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, n) => Uint8Array.of(9 << 3, n & 255, n >> 8, 7));

const opusFile = (count: number): Uint8Array =>
  writeOpus({ channels: 1, preSkip: 312, packets: packets(count), samples: count * 960 - 312 });

function opusOf(bytes: Uint8Array) {
  const sound = readOpus(bytes);
  if (sound === null) throw new Error("not Opus");
  return sound;
}

/** One second of a sample of 100 at 8 kHz, 16 bit. */
function wavFile(seconds: number): Uint8Array {
  const data = new Uint8Array(new Int16Array(8000 * seconds).fill(100).buffer);
  return writeWav({ coding: 1, channels: 1, rate: 8000, bits: 16, data });
}

function soundOf(bytes: Uint8Array) {
  const sound = readSound(bytes);
  if (sound === null) throw new Error("no sound");
  return sound;
}

describe("a recording in Opus", () => {
  test("is read back as it was written, over as many pages as it takes", () => {
    const again = opusOf(opusFile(777));
    expect(again.packets.map((packet) => [...packet])).toEqual(packets(777).map((packet) => [...packet]));
    expect(again).toMatchObject({ channels: 1, preSkip: 312, samples: 777 * 960 - 312 });
  });

  test("holds nothing of a silenced stretch, nor of the packets beside it, and is as long as before", () => {
    const file = opusFile(500);
    const silenced = soundOf(writeSound(silenceSound(soundOf(file), [{ from: 2, to: 3 }])));
    expect(secondsOf(silenced)).toBe(secondsOf(soundOf(file)));
    const left = opusOf(writeSound(silenced)).packets;
    const silent = left.flatMap((packet, n) => (packet.length === 3 && packet[1] === 0xff ? [n] : []));
    // Packet n lies from n × 20 ms − 6.5 ms on.
    expect(silent).toEqual(Array.from({ length: 53 }, (_, n) => 99 + n));
    expect(left.map(samplesOf).every((samples) => samples === 960)).toBe(true);
  });

  test("is cut to the packets of a stretch and none beside", () => {
    const clip = cutSound(soundOf(opusFile(500)), { from: 2, to: 3 });
    const numbers = clip?.form === "opus" ? clip.opus.packets.map((packet) => packet[1]) : [];
    expect([numbers[0], numbers.at(-1), numbers.length]).toEqual([100, 150, 51]);
    expect(cutSound(soundOf(opusFile(500)), { from: 11, to: 12 })).toBeNull();
  });

  test("silence takes as long as what it stands for, whatever the length of its packets", () => {
    for (const samples of [120, 240, 480, 960, 1920, 2880, 5760])
      expect(samplesOf(silentPacket(samples))).toBe(samples);
  });
});

describe("a recording in WAV", () => {
  test("is zeroed by the sample where it is silenced", () => {
    const silenced = silenceSound(soundOf(wavFile(3)), [{ from: 1, to: 1.5 }]);
    const samples = silenced.form === "wav" ? new Int16Array(silenced.wav.data.slice().buffer) : [];
    expect([samples[7999], samples[8000], samples[11_999], samples[12_000]]).toEqual([100, 0, 0, 100]);
  });

  test("is cut by the sample, and what else stood in the file is gone", () => {
    const file = wavFile(3);
    const named = new Uint8Array(file.length + 20);
    named.set(file);
    named.set(new TextEncoder().encode("LIST\x0c\0\0\0Aino Virtane"), file.length);
    const again = writeSound(soundOf(named));
    expect(new TextDecoder("latin1").decode(again)).not.toContain("Aino");
    const clip = cutSound(soundOf(again), { from: 0.5, to: 1 });
    expect(clip && secondsOf(clip)).toBe(0.5);
  });
});

describe("what only calls itself a recording", () => {
  test.each([
    ["a playlist", "#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n"],
    ["a picture that runs scripts", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["a playlist inside RIFF", "RIFF\x40\0\0\0AVI LIST#EXTM3U\nfile:///etc/passwd"],
    ["an empty file", ""],
  ])("%s is none", (_, words) => {
    expect(readSound(new TextEncoder().encode(words))).toBeNull();
  });

  test("no bytes make the reader throw, and a file cut short is never longer than it was", () => {
    const file = opusFile(60);
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(255), fc.nat(file.length), (at, byte, length) => {
        const broken = file.slice(0, length);
        if (at < broken.length) broken[at] = byte;
        const read = readSound(broken);
        expect(read === null || secondsOf(read) <= 60 * 0.12).toBe(true);
      }),
    );
  });
});

test("stretches that touch become one", () => {
  expect(
    joinStretches([
      { from: 5, to: 6 },
      { from: 1, to: 2 },
      { from: 2, to: 3 },
    ]),
  ).toEqual([
    { from: 1, to: 3 },
    { from: 5, to: 6 },
  ]);
});
