import { mapAdapter } from './_map.mjs'
export default mapAdapter({ name: 'react flow', path: 'rf/' })
