export { change, create, dissolve, setContact } from './keeping.ts';
export { applyFile, previewFile } from './file/file-service.ts';
export { exportFile } from './file/write-file.ts';
export { merge, split } from './joining.ts';
export { history, tree } from './reading.ts';
