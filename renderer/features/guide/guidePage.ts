/** A chapter of the user guide as values: the build makes them from docs/guide, the window draws them as elements. */

export type Inline =
  | string
  | {
      readonly kind: 'strong' | 'emphasis' | 'code' | 'keys';
      readonly content: readonly Inline[];
    }
  | {
      readonly kind: 'link';
      /** A chapter's id; a section of it by the id of its heading. */
      readonly chapter: string;
      readonly section: string | null;
      readonly content: readonly Inline[];
    };

export type Line = readonly Inline[];

export type GuideBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly content: Line }
  | { readonly kind: 'paragraph'; readonly content: Line }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly start: number;
      readonly items: readonly (readonly GuideBlock[])[];
    }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'note'; readonly blocks: readonly GuideBlock[] }
  | {
      readonly kind: 'picture';
      readonly file: string;
      readonly description: string;
      /** CSS px. */
      readonly width: number;
      readonly height: number;
    };

export interface GuideText {
  readonly title: string;
  readonly blocks: readonly GuideBlock[];
}

export interface GuidePage extends GuideText {
  /** Where the window finds each picture. */
  readonly pictures: Readonly<Record<string, string>>;
}
