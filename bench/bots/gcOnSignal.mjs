// Preloaded into every server under measurement (node --import): SIGUSR2 collects garbage, so that what is read afterwards is what
// the server holds and not what it has not thrown away yet.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'
if (isMainThread) {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc')
  process.on('SIGUSR2', () => { gc(); gc() })
}
