// React Flow as it comes: one node per card, one for the curve, every default.
import { useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { ReactFlow, ReactFlowProvider, useNodesState, useReactFlow, useStoreApi, type Node, type NodeProps } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import '../shared/card.css'
import './rf.css'
import { CURVE_H, MAX_ZOOM, MIN_ZOOM, N, curvePoints, makeCards, mapSize, type Card } from '../shared/content'
import { CardBody } from '../shared/CardView'
import { domMounted, domReady, expose } from '../shared/bench'

type CardNode = Node<{ c: Card }, 'card'>
const CardNodeView = ({ data }: NodeProps<CardNode>) => <CardBody c={data.c} />
const CurveNode = () => <svg width={mapSize(N).w} height={CURVE_H} style={{ display: 'block', overflow: 'visible', pointerEvents: 'none' }}>
  <polyline points={curvePoints(N).map(p => p.join(',')).join(' ')} fill="none" stroke="#7a4fd0" strokeWidth={3} />
</svg>
const nodeTypes = { card: CardNodeView, curve: CurveNode }
const initial: Node[] = [
  { id: 'curve', type: 'curve', position: { x: 0, y: 0 }, data: {}, draggable: false, selectable: false, focusable: false, connectable: false },
  ...makeCards(N).map(c => ({ id: c.id, type: 'card', position: { x: c.x, y: c.y }, data: { c } })),
]
function Bridge({ cardAt }: { cardAt: (id: string) => { x: number; y: number } | null }) {
  const rf = useReactFlow(); const store = useStoreApi()
  useEffect(() => expose({
    engine: 'rf', n: N, ready: domReady, mounted: domMounted, cardAt,
    view: () => { const [x, y, zoom] = store.getState().transform; return { x, y, zoom } },
    setView: v => { void rf.setViewport(v) },
  }), [])
  return null
}
function App() {
  const [nodes, , onNodesChange] = useNodesState(initial)
  const ref = useRef(nodes); ref.current = nodes
  return <ReactFlowProvider>
    <ReactFlow nodes={nodes} onNodesChange={onNodesChange} nodeTypes={nodeTypes as never} panOnScroll panOnScrollSpeed={1} zoomOnPinch
      minZoom={MIN_ZOOM} maxZoom={MAX_ZOOM} defaultViewport={{ x: 0, y: 0, zoom: 1 }}>
      <Bridge cardAt={id => ref.current.find(n => n.id === id)?.position ?? null} />
    </ReactFlow>
  </ReactFlowProvider>
}
createRoot(document.getElementById('root')!).render(<App />)
