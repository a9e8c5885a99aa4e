/**
 * What Electron says on standard error where there is no desktop around it, and nobody can do anything about: there is
 * no D-Bus to talk to and no graphics card to draw with, and it works without either.
 */

/** Chromium's own log lines, `[process:date/time:LEVEL:file(line)] message`; one that is fatal is never noise. */
const LOG_LINE =
  /^\[\d+:(?:\d+:)?\d{4}\/\d{6}\.\d+:(?:WARNING|ERROR):(?:[\w./-]*\/)?(\w+)\.cc[(:]\d+\)?\] (.*)$/;

/** By the source file that says it. */
const KNOWN = new Map([
  ['bus', /^Failed to connect to the bus/],
  ['object_proxy', /^Failed to call method: org\.freedesktop/],
  ['viz_main_impl', /^Exiting GPU process due to errors during initialization/],
  ['gl_factory', /^Requested GL implementation/],
  ['gl_surface_presentation_helper', /^GetVSyncParametersIfAvailable\(\) failed/],
  ['gpu_memory_buffer_support_x11', /^dri3 extension not supported/],
  ['vaapi_wrapper', /^vaInitialize failed/],
]);

/** @param line of standard error, without its end */
export function isElectronNoise(line) {
  const [, source, message] = LOG_LINE.exec(line) ?? [];
  return KNOWN.get(source)?.test(message) ?? false;
}
