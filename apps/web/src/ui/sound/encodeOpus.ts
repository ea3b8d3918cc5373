import { type OpusSound, samplesOf, writeOpus } from "@polku/evidence/sound";

const bitrate = 24_000;
const samplesAtOnce = 16_000;

/** Whether this browser can encode (it needs https, or localhost). */
export async function canEncode(rate: number): Promise<boolean> {
  if (!("AudioEncoder" in globalThis)) return false;
  const config = { codec: "opus", sampleRate: rate, numberOfChannels: 1, bitrate };
  try {
    return (await AudioEncoder.isConfigSupported(config)).supported === true;
  } catch {
    return false;
  }
}

/** Mono samples as Ogg Opus. Rejects when the browser's encoder fails. `told` hears how far it is, 0 to 1. */
export async function encodeOpus(
  samples: Float32Array<ArrayBuffer>,
  rate: number,
  told: (part: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const packets: Uint8Array[] = [];
  let preSkip = 312;
  const failed = Promise.withResolvers<never>();
  const encoder = new AudioEncoder({
    output: (chunk, about) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      packets.push(bytes);
      preSkip = preSkipOf(about?.decoderConfig?.description) ?? preSkip;
    },
    error: (error) => failed.reject(error),
  });
  encoder.configure({ codec: "opus", sampleRate: rate, numberOfChannels: 1, bitrate });
  const whole = (async () => {
    for (let at = 0; at < samples.length; at += samplesAtOnce) {
      const data = samples.slice(at, at + samplesAtOnce);
      const timestamp = Math.round((at / rate) * 1_000_000);
      const part = {
        format: "f32" as const,
        sampleRate: rate,
        numberOfFrames: data.length,
        numberOfChannels: 1,
      };
      encoder.encode(new AudioData({ ...part, timestamp, data }));
      if (encoder.encodeQueueSize > 20)
        await new Promise((resolve) => encoder.addEventListener("dequeue", resolve, { once: true }));
      told(at / samples.length);
    }
    await encoder.flush();
  })();
  await Promise.race([whole, failed.promise]);
  encoder.close();
  const held = packets.reduce((sum, packet) => sum + samplesOf(packet), 0);
  const spoken = Math.round((samples.length / rate) * 48_000);
  const sound: OpusSound = { channels: 1, preSkip, packets, samples: Math.min(held - preSkip, spoken) };
  return writeOpus(sound);
}

/** The encoder describes its stream by an OpusHead (RFC 7845). */
function preSkipOf(description: AllowSharedBufferSource | undefined): number | undefined {
  if (description === undefined) return undefined;
  const bytes = ArrayBuffer.isView(description)
    ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
    : new Uint8Array(description);
  return bytes.length < 12 ? undefined : (bytes[10] ?? 0) | ((bytes[11] ?? 0) << 8);
}
