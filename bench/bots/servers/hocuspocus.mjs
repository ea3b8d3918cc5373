// Stock Hocuspocus 4.7. FLUSH=0 (default) | false (no batching) | ms
import { Server } from '@hocuspocus/server'
const f = process.env.FLUSH ?? '0'
const s = new Server({ port: Number(process.env.PORT ?? 0), address: '127.0.0.1', quiet: true, flushDelay: f === 'false' ? false : Number(f) })
await s.listen(); console.log(`ready at ws://127.0.0.1:${s.address.port}`)
