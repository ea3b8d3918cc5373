import { expect, test } from "vitest";
import { detect } from "./detect.ts";
import { soundFormat } from "./soundFormat.ts";

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

test.each([
  ["RIFF\x24\0\0\0WAVEfmt ", "wav"],
  ["fLaC\0\0\0\x22", "flac"],
  ["ID3\x04\0\0\0\0\0\0", "mp3"],
  ["\xFF\xFB\x90\x64", "mp3"],
  ["\xFF\xF3\x48\xC4", "mp3"],
  ["OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead", "opus"],
  ["OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x1E\x01vorbis", "ogg"],
  ["\0\0\0\x20ftypM4A \0\0\0\0", "m4a"],
  ["\0\0\0\x20ftypisom\0\0\0\0....hdlr........soun", "m4a"],
  ["\x1AE\xDF\xA3....webm....A_OPUS", "webm"],
])("the bytes %j are sound", (text, format) => {
  expect(soundFormat(bytes(text))).toBe(format);
  expect(detect(bytes(text), "survey.csv")).toMatchObject({ refused: "audio" });
});

test.each([
  ["a film in WebM", "\x1AE\xDF\xA3....webm....V_VP9....A_OPUS"],
  ["a film in MP4", "\0\0\0\x20ftypisom....vide....soun"],
  ["a film in Ogg", "OggS\0\x02.......................\x80theora"],
  ["a picture in a RIFF", "RIFF\x24\0\0\0WEBPVP8 "],
  ["a film in AVI", "RIFF\x24\0\0\0AVI LIST"],
  ["text in UTF-16", "\xFF\xFEa\0b\0"],
  ["AAC without a container", "\xFF\xF1\x50\x80"],
  ["a playlist", "#EXTM3U\nfile:///etc/passwd"],
  ["nothing", ""],
])("%s is no sound", (_name, text) => {
  expect(soundFormat(bytes(text))).toBeNull();
});
