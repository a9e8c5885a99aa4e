/** The app in the page. */
import '../platform/strictDurability';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { known } from '../../shared/domain/base/assert';
import { App } from './App';
import { ErrorBoundary } from './ErrorBoundary';
import { WindowCrash } from './WindowCrash';

const root = known(document.getElementById('root'), 'the page has a root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary place="window" fallback={(tryAgain) => <WindowCrash onTryAgain={tryAgain} />}>
      <App />
    </ErrorBoundary>
  </StrictMode>,
);
