export { loadExport } from '../demo/load-export';
