// Physical limit: relay every frame to the other members of the room. No Yjs, no state, no parsing.
import { WebSocketServer } from 'ws'
const rooms = new Map()
const server = new WebSocketServer({ port: Number(process.env.PORT ?? 0), host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (ws, req) => {
  const room = rooms.get(req.url) ?? rooms.set(req.url, new Set()).get(req.url); room.add(ws)
  ws.on('message', (m) => { for (const c of room) if (c !== ws) c.send(m) })
  ws.on('close', () => room.delete(ws))
})
server.on('listening', () => console.log(`ready at ws://127.0.0.1:${server.address().port}`))
