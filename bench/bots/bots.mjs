#!/usr/bin/env node
// Load bots: real Y.Docs over real WebSockets. See README.md.
// An edit is one of the map's own: a bot moves a point of its emotion curve (`emotionPoints/<id>.point = [place, valence]`).
import { parseArgs } from 'node:util'
import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createHash } from 'node:crypto'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { Awareness } from 'y-protocols/awareness'
import { adapters } from './adapters.mjs'
import { cpuSeconds, machineBusySeconds, mem } from './proc.mjs'
import { Samples, now } from './stats.mjs'

const { values: o } = parseArgs({ options: {
  url: { type: 'string' }, adapter: { type: 'string' }, pid: { type: 'string' }, label: { type: 'string', default: '' },
  docs: { type: 'string', default: '1' }, rooms: { type: 'string' }, // how many, or their names as a comma list
  clients: { type: 'string', default: '50' }, // clients per doc
  sinks: { type: 'string', default: '0' }, // of those, how many ignore remote content (cheap receivers)
  edits: { type: 'string', default: '5' }, cursors: { type: 'string', default: '0' }, // per client per second
  warmup: { type: 'string', default: '3' }, secs: { type: 'string', default: '20' },
  steps: { type: 'string' }, // "250,500,1000": total edits/s in all docs together; replaces --edits, one result per step
  limit: { type: 'string', default: '100' }, // with --steps: stop when p95 passes this (ms)
  connectRate: { type: 'string', default: '200' }, token: { type: 'string' }, json: { type: 'string' }, gcsignal: { type: 'boolean', default: false }
} })
const N = (k) => Number(o[k])
const urls = o.url.split(','); const pids = (o.pid ?? '').split(',').filter(Boolean).map(Number) // several nodes: comma lists
const cpuAll = () => pids.reduce((a, p) => a + cpuSeconds(p), 0)
const memAll = () => pids.reduce((a, p) => { const m = mem(p); return { rssMB: a.rssMB + m.rssMB, peakMB: a.peakMB + m.peakMB } }, { rssMB: 0, peakMB: 0 })
const sleep = (ms) => new Promise(r => setTimeout(r, ms))
const edit = new Samples(); const cursor = new Samples(); const ack = new Samples()
let measuring = false; let t0 = 0; const cnt = { sent: 0, delivered: 0, cursors: 0, frames: 0, bytes: 0, denied: 0, closed: 0 }

const sentAt = new Map() // when each point was last moved, by the clock of this very process

class Bot {
  constructor (room, i, sink) {
    this.i = i; this.n = 0; this.doc = new Y.Doc(); this.points = this.doc.getMap('emotionPoints'); this.own = []
    this.awareness = new Awareness(this.doc)
    this.awareness.setLocalState({ user: { name: `bot ${i}`, color: '#3366ff' }, cursor: null })
    this.acks = []; this.room = room; this.sink = sink
    this.synced = new Promise((resolve) => { this.onSynced = resolve })
    const c = {
      base: urls[i % urls.length], room, token: o.token, doc: this.doc, awareness: this.awareness, origin: this, apply: !sink,
      send: (u8) => { if (this.ws.readyState === 1) this.ws.send(u8) },
      onSynced: () => this.onSynced(), onDenied: () => { cnt.denied++ },
      sent: (handshake) => this.acks.push(handshake ? 0 : now()),
      onAck: () => { const t = this.acks.shift(); if (measuring && t > t0) ack.add(now() - t) }
    }
    this.p = adapters[o.adapter](c)
    this.ws = new WebSocket(this.p.url, { perMessageDeflate: false }); this.ws.binaryType = 'nodebuffer'
    this.ws.on('open', () => this.p.open())
    this.ws.on('message', (m) => { if (measuring) { cnt.frames++; cnt.bytes += m.length } this.p.message(m) })
    this.ws.on('close', () => { if (!stopping) cnt.closed++ }); this.ws.on('error', () => {})
    this.doc.on('update', (u, origin) => { if (origin !== this) this.p.sendUpdate(u) })
    this.awareness.on('update', ({ added, updated, removed }, origin) => { if (origin !== this) this.p.sendAwareness(added.concat(updated, removed)) })
    if (!sink) {
      this.points.observeDeep((events, tr) => {
        if (!measuring || tr.origin !== this) return
        const t = now()
        for (const ev of events) {
          if (!ev.keys.has('point')) continue
          const sent = sentAt.get(ev.target.get('id'))
          if (sent > t0) { edit.add(t - sent); cnt.delivered++ }
        }
      })
      this.awareness.on('update', ({ added, updated }, origin) => {
        if (!measuring || origin !== this) return
        const t = now()
        for (const id of updated) { const s = this.awareness.states.get(id)?.cursor; if (s?.t > t0 && id !== this.doc.clientID) cursor.add(t - s.t) }
      })
    }
  }
  begin () { // the bot's own points, made once; 20 of them, so two edits under way never overwrite each other
    this.doc.transact(() => {
      for (let k = 0; k < 20; k++) {
        const id = `point-${this.i}-${k}`; const point = new Y.Map()
        point.set('id', id); point.set('touchpointId', `touchpoint-${this.i}`); point.set('point', [0.5, 0])
        this.points.set(id, point); this.own.push([id, point])
      }
    })
  }
  edit () {
    const [id, point] = this.own[this.n++ % 20]
    sentAt.set(id, now())
    point.set('point', [Math.round(Math.random() * 1000) / 1000, Math.round((Math.random() * 4 - 2) * 100) / 100])
    if (measuring) cnt.sent++
  }
  move () { this.awareness.setLocalStateField('cursor', { t: now(), x: Math.random() * 4000, y: Math.random() * 2000 }); if (measuring) cnt.cursors++ }
}

let stopping = false; const loops = new Set()
const loop = (perSec, fn) => { // fixed-rate schedule with a random phase; late ticks are caught up, not skipped
  if (!(perSec > 0)) return
  const every = 1000 / perSec; let next = performance.now() + Math.random() * every; const h = {}
  const tick = () => { const t = performance.now(); while (next <= t) { fn(); next += every } h.id = setTimeout(tick, Math.max(0, next - t)) }
  h.id = setTimeout(tick, Math.max(0, next - performance.now())); loops.add(h)
}
const stopLoops = () => { for (const h of loops) clearTimeout(h.id); loops.clear() }

const pid = pids.length
const collect = async () => { for (const p of pids) process.kill(p, 'SIGUSR2'); await sleep(1500) }
if (pid && o.gcsignal) await collect()
const rssBase = pid ? memAll().rssMB : 0
const bots = []; const tConnect = performance.now()
const rooms = o.rooms?.split(',') ?? Array.from({ length: N('docs') }, (_, d) => `doc-${d}`)
for (let d = 0; d < rooms.length; d++) for (let i = 0; i < N('clients'); i++) {
  bots.push(new Bot(rooms[d], d * N('clients') + i, i >= N('clients') - N('sinks')))
  if (bots.length % 20 === 0) await sleep(20000 / N('connectRate'))
}
const ok = await Promise.race([Promise.all(bots.map(b => b.synced)).then(() => true), sleep(30000).then(() => false)])
if (!ok) { console.error(`not all bots synced (denied ${cnt.denied}, closed ${cnt.closed})`); process.exit(2) }
const connectMs = Math.round(performance.now() - tConnect)
for (const b of bots) b.begin()
await sleep(500)
const rssConnected = pid ? memAll().rssMB : 0

const measure = async (secs) => {
  const lag = monitorEventLoopDelay({ resolution: 5 }); lag.enable()
  edit.reset(); cursor.reset(); ack.reset(); for (const k in cnt) cnt[k] = 0
  const c0 = pid ? cpuAll() : 0; const m0 = machineBusySeconds(); const b0 = process.cpuUsage(); t0 = now(); measuring = true
  await sleep(secs * 1000)
  const el = (now() - t0) / 1000; measuring = false; lag.disable()
  const b = process.cpuUsage(b0); const c1 = pid ? cpuAll() : 0; const other = (machineBusySeconds() - m0 - (c1 - c0) - (b.user + b.system) / 1e6) / el * 100; const r = (x, k = 100) => Math.round(x * k) / k
  return {
    secs: r(el), editLatencyMs: edit.summary(), cursorLatencyMs: cursor.summary(), ackLatencyMs: ack.summary(),
    editsPerSec: r(cnt.sent / el), cursorsPerSec: r(cnt.cursors / el), framesPerSec: r(cnt.frames / el, 1), inMBperSec: r(cnt.bytes / el / 1e6),
    serverCpuSecs: pid ? r(c1 - c0) : null, serverCpuPct: pid ? r((c1 - c0) / el * 100, 1) : null, otherCpuPct: r(other, 1),
    serverRssMB: pid ? r(memAll().rssMB, 10) : null, botCpuPct: r((b.user + b.system) / 1e4 / el, 1), botLoopLagP99Ms: r(lag.percentile(99) / 1e6), closed: cnt.closed
  }
}

const out = { label: o.label, adapter: o.adapter, docs: rooms.length, clientsPerDoc: N('clients'), sinksPerDoc: N('sinks'), node: process.version, connectMs, results: [] }
if (o.steps) {
  for (const total of o.steps.split(',').map(Number)) {
    for (const b of bots) { loop(total / bots.length, () => b.edit()); loop(N('cursors'), () => b.move()) }
    await sleep(N('warmup') * 1000)
    const r = { offeredEditsPerSec: total, ...await measure(N('secs')) }
    out.results.push(r); stopLoops(); await sleep(1500)
    console.error(`${o.label} ${total}/s: p50 ${r.editLatencyMs.p50} p95 ${r.editLatencyMs.p95} p99 ${r.editLatencyMs.p99} ms, sent ${r.editsPerSec}/s, server ${r.serverCpuPct}% bots ${r.botCpuPct}%`)
    if (!(r.editLatencyMs.p95 <= N('limit'))) break
  }
} else {
  for (const b of bots) { loop(N('edits'), () => b.edit()); loop(N('cursors'), () => b.move()) }
  await sleep(N('warmup') * 1000)
  out.results.push(await measure(N('secs'))); stopLoops()
}
await sleep(2000)
const digest = (b) => createHash('sha1').update(JSON.stringify(Object.entries(b.points.toJSON()).map(([id, p]) => [id, p.point]).sort())).digest('hex')
const byRoom = Map.groupBy(bots.filter(b => !b.sink), b => b.room)
out.converged = [...byRoom.values()].every(bs => { const d = digest(bs[0]); return bs.every(b => digest(b) === d) })
if (pid) {
  out.rss = { baseMB: Math.round(rssBase), connectedMB: Math.round(rssConnected), endMB: Math.round(memAll().rssMB), peakMB: Math.round(memAll().peakMB) }
  if (o.gcsignal) { await collect(); out.rss.afterGcMB = Math.round(memAll().rssMB) }
  out.rss.kbPerConnection = Math.round(((out.rss.afterGcMB ?? out.rss.endMB) - out.rss.baseMB) * 1024 / bots.length)
}
stopping = true
if (o.json) writeFileSync(o.json, JSON.stringify(out, null, 1)); else console.log(JSON.stringify(out, null, 1))
process.exit(0)
