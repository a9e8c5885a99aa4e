import { anyRef, boolean, choice, date, longText, ref, refs, register, text } from '../register/define';

/** What comes when, in the large: lanes by quarters. */
export const roadmapItems = register({
  id: 'roadmapItems',
  title: 'Roadmap',
  singular: 'Roadmap item',
  plural: 'Roadmap items',
  chapter: 'plan',
  purpose: 'What the practice will gain and when, on one page, beyond go-live.',
  titleField: 'title',
  fields: {
    title: text({ label: 'Title', required: true, review: 'flag' }),
    lane: text({ label: 'Lane', review: 'flag' }),
    kind: choice({
      label: 'Kind',
      review: 'flag',
      default: 'capability',
      options: {
        phase: 'Phase',
        capability: 'Capability',
        integration: 'Integration',
        optimization: 'Optimization',
        contract: 'Contract',
        regulatory: 'Regulatory date',
      },
    }),
    horizon: choice({
      label: 'Horizon',
      help: 'Used while there are no dates',
      review: 'flag',
      default: 'later',
      options: { now: 'Now', next: 'Next', later: 'Later' },
    }),
    start: date({ label: 'From', review: 'decide', group: 'span' }),
    end: date({ label: 'Until', review: 'decide', group: 'span' }),
    tasks: refs({ label: 'Tasks', help: 'The dates follow these tasks', register: 'tasks', review: 'merge' }),
    fixedDate: boolean({ label: 'Fixed date', default: false, review: 'flag' }),
    confidence: choice({
      label: 'Confidence',
      review: 'flag',
      default: 'planned',
      options: { idea: 'Idea', planned: 'Planned', committed: 'Committed' },
    }),
    audience: choice({
      label: 'For',
      review: 'flag',
      default: 'staff',
      options: { leadership: 'Leadership', staff: 'Staff', public: 'Patients' },
    }),
    owner: ref({ label: 'Owner', register: 'people', review: 'flag' }),
    notes: longText({ label: 'Notes', review: 'merge' }),
  },
});

/** Remarks on any record. */
export const comments = register({
  id: 'comments',
  title: 'Comments',
  singular: 'Comment',
  chapter: 'plan',
  purpose: 'Remarks on any record, answered and settled.',
  titleField: 'text',
  fields: {
    text: text({ label: 'Comment', required: true, maxLength: 4000, review: 'merge' }),
    about: anyRef({ label: 'About', review: 'flag' }),
    author: ref({ label: 'Author', register: 'people', review: 'flag' }),
    resolved: boolean({ label: 'Settled', default: false, review: 'flag' }),
  },
});
