/** One canvas behind a scroll bar, as large as the window and drawn anew once a frame at most. */

export interface Drawing {
  readonly scroller: HTMLElement;
  /** Has it drawn in the next frame. */
  readonly ask: () => void;
  readonly remove: () => void;
}

export interface Room {
  /** CSS px, of all there is to scroll over. */
  readonly width: number;
  readonly height: number;
}

type Draw = (left: number, top: number) => void;

export function mountDrawing(
  room: Room,
  drawOn: (context: CanvasRenderingContext2D, width: number, height: number) => Draw,
): Drawing {
  const { scroller, canvas } = makeElements(room);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('no canvas');
  const drawAt = drawOn(context, canvas.width, canvas.height);
  const draw = (): void => drawAt(scroller.scrollLeft, scroller.scrollTop);
  let isAsked = false;
  const ask = (): void => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      draw();
    });
  };
  scroller.addEventListener('scroll', ask, { passive: true });
  draw();
  return { scroller, ask, remove: () => scroller.remove() };
}

function makeElements(room: Room): { scroller: HTMLElement; canvas: HTMLCanvasElement } {
  const [width, height] = [window.innerWidth, window.innerHeight];
  const scroller = document.createElement('div');
  scroller.style.cssText = `position:relative;overflow:auto;width:${String(width)}px;height:${String(height)}px`;
  const rest = document.createElement('div');
  rest.style.cssText = `position:absolute;top:0;left:0;width:${String(room.width)}px;height:${String(room.height)}px`;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  canvas.style.cssText = 'position:sticky;top:0;left:0;display:block';
  scroller.append(rest, canvas);
  document.body.append(scroller);
  return { scroller, canvas };
}
