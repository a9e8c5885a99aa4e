export { IndexeddbPersistence } from 'y-indexeddb';
