// Polku itself, as its server serves it: signed in by cookie, the journey loaded over the socket. Nothing is added to the product; the
// view is read from the moving layer, and set through the camera that React Flow keeps in the tree.
// $POLKU_MAPS = { base, cookies, journeys: { [n]: id } }, written by ../../parts/map.ts.
const told = JSON.parse(process.env.POLKU_MAPS ?? '{}')
const columnX = k => 160 + k * 200 + Math.floor(k / 10) * 24 + 100

export default {
  name: 'polku',
  url: ({ n }) => `${told.base}/j/${told.journeys[n]}`,
  before: async ({ ctx, page }) => {
    await ctx.addCookies(told.cookies)
    await page.addInitScript(() => {
      window.__camera = () => {
        const el = document.querySelector('.react-flow')
        let fiber = el?.[Object.keys(el).find(k => k.startsWith('__reactFiber'))]
        for (; fiber; fiber = fiber.return) { const panZoom = fiber.memoizedProps?.value?.getState?.()?.panZoom; if (panZoom) return panZoom }
        throw new Error('no camera')
      }
    })
  },
  // the server's picture of the beginning, cards and all
  sight: () => document.querySelectorAll('#first-look rect[width="180"]').length >= 4,
  // the first screen: four touchpoints and two lanes of words under them
  ready: () => {
    const seen = s => [...document.querySelectorAll(s)].filter(e => { const r = e.getBoundingClientRect(); return r.width > 1 && r.left < innerWidth && r.top < innerHeight }).length
    return seen('.card-frame') >= 4 && seen('.cell') >= 8
  },
  view: () => { const m = new DOMMatrixReadOnly(getComputedStyle(document.querySelector('.react-flow__viewport')).transform); return { x: m.e, y: m.f, zoom: m.a } },
  setView: v => { window.__camera().setViewport(v) },
  mid: n => ({ x: columnX(Math.floor(n / 24)), y: 500 }),
  mounted: () => document.querySelectorAll('.card-frame, .cell').length,
  dragTarget: async ({ n, W, H }) => {
    const k = Math.floor(n / 24), id = `touchpoint:t${k}`
    const frames = c => new Promise(done => requestAnimationFrame(() => c > 1 ? done(frames(c - 1)) : done()))
    window.__camera().setViewport({ x: W / 2 - (160 + k * 200 + Math.floor(k / 10) * 24 + 100), y: 100, zoom: 1 })
    await frames(4)
    const find = () => document.querySelector(`[data-thing="${id}"]`)
    let r = find()?.getBoundingClientRect(); if (!r) return null
    const m = new DOMMatrixReadOnly(getComputedStyle(document.querySelector('.react-flow__viewport')).transform)
    window.__camera().setViewport({ x: m.e + W / 2 - r.x - r.width / 2, y: m.f + H / 2 - r.y - r.height / 2, zoom: 1 })
    await frames(4)
    r = find().getBoundingClientRect()
    return { id, sx: r.x + 8, sy: r.y + r.height / 2, x: r.x, y: r.y }
  },
  cardAt: id => { const r = document.querySelector(`[data-thing="${id}"]`)?.getBoundingClientRect(); return r ? { x: r.x, y: r.y } : null },
}
