/**
 * Asks IndexedDB to force every write to the disk. Chromium's own default has been weaker since version 121: after a
 * power cut the last seconds would be gone. Must run before anything opens a database.
 */
// It is called with the database as `this` below.
// eslint-disable-next-line @typescript-eslint/unbound-method
const open = IDBDatabase.prototype.transaction;

IDBDatabase.prototype.transaction = function strict(storeNames, mode, options) {
  const durable = mode === 'readwrite' ? { durability: 'strict' as const, ...options } : options;
  return open.call(this, storeNames, mode, durable);
};
