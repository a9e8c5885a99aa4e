/**
 * Where the page begins: has its empty frame painted before the code of the app is run, because what people wait for
 * first is a window.
 */
import '../ui/look.css';
import './app.css';

/** A page that is not drawn, as behind a locked screen, must start as well. */
const LONGEST_WAIT_MS = 150;

const painted = new Promise<void>((resolve) => {
  requestAnimationFrame(() => {
    setTimeout(resolve);
  });
  setTimeout(resolve, LONGEST_WAIT_MS);
});
void painted.then(() => import('./main'));
