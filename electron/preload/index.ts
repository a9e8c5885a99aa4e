/** The only door between the window and the machine: the contract's calls and events, nothing else of Electron. */
import { contextBridge, ipcRenderer } from 'electron';
import { contract, EVENTS, PORT_MESSAGE, type Bridge } from '../../shared/ipc/contract';

const bridge: Bridge = {
  call: (name, args) => {
    if (!Object.hasOwn(contract, name)) return Promise.reject(new Error('unknown call'));
    return ipcRenderer.invoke(name, args) as ReturnType<typeof bridge.call<typeof name>>;
  },
  listen: (event, listener) => {
    if (!Object.hasOwn(EVENTS, event)) throw new Error('unknown event');
    const heard = (_event: unknown, detail: Parameters<typeof listener>[0]): void => {
      listener(detail);
    };
    ipcRenderer.on(event, heard);
    return () => {
      ipcRenderer.removeListener(event, heard);
    };
  },
};

// A message port cannot cross the bridge; it is handed to the page itself.
ipcRenderer.on(PORT_MESSAGE, (event, workbook: unknown) => {
  window.postMessage({ type: PORT_MESSAGE, workbook }, window.location.origin, [...event.ports]);
});

contextBridge.exposeInMainWorld('workbook', Object.freeze(bridge));
