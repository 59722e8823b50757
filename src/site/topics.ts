/** What pages show of topics (专题): their sections, which are on the home page, and of which an article is. */
import type { Article } from '../model/article.ts';
import type { Topic, TopicSection } from '../model/topic.ts';
import { balanced } from './balanced.ts';
import type { Site } from './site.ts';
import { sectionArticles } from './topic-articles.ts';

export interface ShownSection extends Pick<TopicSection, 'title' | 'style'> {
  /** There is at least one. */
  articles: readonly Article[];
  /** Over the whole width: nothing would be as long beside it. */
  isWide: boolean;
}

const shown = new WeakMap<Site, Map<Topic, readonly ShownSection[]>>();

/** In the order that staff wrote; one without an article is left out. */
export function shownSections(site: Site, topic: Topic): readonly ShownSection[] {
  const known = shown.get(site) ?? new Map<Topic, readonly ShownSection[]>();
  shown.set(site, known);
  const sections = known.get(topic) ?? inColumns(filledSections(site, topic));
  known.set(topic, sections);
  return sections;
}

function filledSections(site: Site, { sections }: Topic): Omit<ShownSection, 'isWide'>[] {
  return sections
    .map((section) => ({
      title: section.title,
      style: section.style,
      articles: sectionArticles(site, section),
    }))
    .filter(({ articles }) => articles.length > 0);
}

/** What a list may be longer than what stands beside it. */
const SLACK = 1.4;

/** Lists in two columns leave no hole: pictures are wide, and so is a list that nothing stands beside. */
function inColumns(sections: readonly Omit<ShownSection, 'isWide'>[]): ShownSection[] {
  const lists = balanced(
    sections.filter(({ style }) => style === 'headlines'),
    SLACK,
  );
  const wide = new Set(lists.filter(({ isWide }) => isWide).map(({ title }) => title));
  const isWide = ({ style, title }: Omit<ShownSection, 'isWide'>): boolean =>
    style === 'pictures' || wide.has(title);
  return sections.map((section, place) => {
    const beside = [sections[place - 1], sections[place + 1]];
    const isAlone = beside.every((other) => other === undefined || isWide(other));
    return { ...section, isWide: isWide(section) || isAlone };
  });
}

/** The newest topics that are not over, as many as site.yaml wants. */
export function homeTopics({ content, config }: Site): readonly Topic[] {
  return content.topics.filter(({ isOver }) => !isOver).slice(0, config.homeTopics);
}

const memberships = new WeakMap<Site, ReadonlyMap<Article, readonly Topic[]>>();

/** The topics whose pages show an article because of its id or its keywords; not those that show a whole column. */
export function topicsOf(site: Site, article: Article): readonly Topic[] {
  const known = memberships.get(site) ?? membershipsOf(site);
  memberships.set(site, known);
  return known.get(article) ?? [];
}

function membershipsOf(site: Site): ReadonlyMap<Article, readonly Topic[]> {
  const found = new Map<Article, Set<Topic>>();
  for (const topic of site.content.topics) {
    const own = topic.sections.filter(({ articles, keywords }) => articles ?? keywords);
    for (const article of own.flatMap((section) => sectionArticles(site, section))) {
      found.set(article, (found.get(article) ?? new Set()).add(topic));
    }
  }
  return new Map([...found].map(([article, topics]) => [article, [...topics]]));
}
