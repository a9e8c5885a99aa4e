/** The page that is shown, with what each may call of the frame around it. */
import type { ReactNode } from 'react';
import type { Settings } from '../../shared/ipc/contract';
import type { ExportKind } from '../../shared/ipc/exportKinds';
import { BaselinesPage } from '../features/baselines/BaselinesPage';
import { CostsPage } from '../features/costs/CostsPage';
import { GatesPage } from '../features/gates/GatesPage';
import { HistoryPage } from '../features/history/HistoryPage';
import { OverviewPage } from '../features/overview/OverviewPage';
import { ProblemsPage } from '../features/problems/ProblemsPage';
import { RegistersPage } from '../features/registers/RegisterPage';
import { ResourcesPage } from '../features/resources/ResourcesPage';
import { ReviewPage } from '../features/review/ReviewPage';
import { RisksPage } from '../features/risks/RisksPage';
import { RoadmapPage } from '../features/roadmap/RoadmapPage';
import { TimelinePage } from '../features/timeline/TimelinePage';
import { PAGES, registersOf, type PageId } from '../state/navigation';
import { useSession } from '../state/session';
import { BackupsPage } from './BackupsPage';
import { restoreBackup } from './restoreBackup';

interface PageProps {
  readonly page: PageId;
  /** The number under which this computer writes. */
  readonly me: number;
  readonly views: Settings['views'];
  readonly onViews: (views: Settings['views']) => void;
  readonly onExport: (kind: ExportKind) => void;
  readonly onTakeBaseline: () => void;
  readonly onExportEverything: () => void;
  readonly onOpenWorkbook: (workbook: string) => void;
  readonly scenarios: ReactNode;
}

export function Page(props: PageProps): ReactNode {
  const { page, me, views, onViews, onExport, onOpenWorkbook } = props;
  const { workbook } = useSession();
  const openBackup = (backup: string): void => {
    void restoreBackup(workbook, backup, onOpenWorkbook);
  };
  switch (page) {
    case 'overview':
      return <OverviewPage />;
    case 'timeline':
      return (
        <TimelinePage
          onExport={() => {
            onExport('gantt-pdf');
          }}
        />
      );
    case 'roadmap':
      return (
        <RoadmapPage
          onExport={() => {
            onExport('roadmap-pdf');
          }}
        />
      );
    case 'costs':
      return (
        <CostsPage
          onExport={() => {
            onExport('budget');
          }}
        />
      );
    case 'baselines':
      return (
        <BaselinesPage
          onTake={props.onTakeBaseline}
          list={(buttons) => (
            <RegistersPage
              title={PAGES[page].title}
              registers={registersOf(page)}
              saved={{ all: views, keep: onViews }}
            >
              {buttons}
            </RegistersPage>
          )}
        />
      );
    case 'risks':
      return <RisksPage />;
    case 'resources':
      return (
        <ResourcesPage
          list={(given) => (
            <RegistersPage
              title={PAGES.resources.title}
              registers={registersOf('resources')}
              saved={{ all: views, keep: onViews }}
              {...given}
            />
          )}
        />
      );
    case 'gates':
      return <GatesPage />;
    case 'problems':
      return <ProblemsPage />;
    case 'review':
      return <ReviewPage me={me} onOpenBackup={openBackup} />;
    case 'scenarios':
      return props.scenarios;
    case 'history':
      return <HistoryPage onOpenBackup={openBackup} />;
    case 'backups':
      return <BackupsPage onRestored={onOpenWorkbook} onExportEverything={props.onExportEverything} />;
    default:
      return (
        <RegistersPage
          key={page}
          title={PAGES[page].title}
          registers={registersOf(page)}
          saved={{ all: views, keep: onViews }}
        />
      );
  }
}
