import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

export interface TabPage {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly pages: readonly TabPage[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Pages of one place, one shown at a time. */
export function Tabs({ label, pages, value, onChange }: TabsProps) {
  return (
    <AriaTabs className="tabs" selectedKey={value} onSelectionChange={(key) => onChange(String(key))}>
      <TabList className="seg" aria-label={label}>
        {pages.map((page) => (
          <Tab key={page.id} id={page.id} className="seg-tab">
            {page.label}
          </Tab>
        ))}
      </TabList>
      {pages.map((page) => (
        <TabPanel key={page.id} id={page.id} className="tab-page">
          {page.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
