export { csvCell } from './csv-cell.js';
