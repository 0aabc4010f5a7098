package org.vigie.search.hit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.grouping.FirstPassGroupingCollector;
import org.apache.lucene.search.grouping.GroupSelector;
import org.apache.lucene.search.grouping.SearchGroup;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.vigie.search.facet.SampledHits;
import org.vigie.search.fact.FactColumns;

/** Folds the adverts of a search that stand in one cluster into the best of them. */
final class Folding {
  private final FactColumns facts;

  Folding(FactColumns facts) {
    this.facts = facts;
  }

  /**
   * What is left of a search.
   *
   * @param alike advert that stands for its cluster, or for itself → how many of the adverts found
   *     it stands for; a page of them, in order
   * @param cards how many there are on all pages
   * @param all all adverts found, none folded
   */
  record Folded(Map<String, Long> alike, long cards, HitCollector all) {}

  /**
   * Searches, and folds what it finds.
   *
   * @param order ends with the advert's id
   * @param offset cards to pass over
   * @param limit most cards, together with {@code offset} at least 1
   */
  Folded search(IndexSearcher searcher, Query query, Sort order, int offset, int limit)
      throws IOException {
    HitCollector met = HitCollector.ofAll();
    FirstPassGroupingCollector<Integer> best =
        new FirstPassGroupingCollector<>(new ByGroup(), order, offset + limit);
    searcher.search(query, alone(MultiCollector.wrap(best, met)));
    List<SearchGroup<Integer>> page = new ArrayList<>();
    Collection<SearchGroup<Integer>> found = limit == 0 ? null : best.getTopGroups(offset);
    if (found != null) {
      page.addAll(found);
    }
    return folded(page, met);
  }

  private Folded folded(List<SearchGroup<Integer>> page, HitCollector met) {
    Map<Integer, Long> shown = new HashMap<>();
    page.forEach(group -> shown.put(group.groupValue, 0L));
    long cards = count(met.hits(Integer.MAX_VALUE), shown);
    Map<String, Long> alike = new LinkedHashMap<>();
    for (SearchGroup<Integer> group : page) {
      BytesRef id = (BytesRef) group.sortValues[group.sortValues.length - 1];
      alike.put(id.utf8ToString(), Math.max(1, shown.getOrDefault(group.groupValue, 1L)));
    }
    return new Folded(alike, cards, met);
  }

  /** Counts cards, and the adverts of the groups that are shown. */
  private long count(SampledHits all, Map<Integer, Long> shown) {
    FixedBitSet seen = new FixedBitSet(facts.groups().count());
    long cards = 0;
    for (SampledHits.Segment segment : all.segments()) {
      int[] groups = facts.groupsOf(segment.leaf());
      for (int i = 0; i < segment.docs().length; i++) {
        int group = groups[segment.docs().ints[segment.docs().offset + i]];
        if (!facts.groups().isCluster(group) || !seen.getAndSet(group)) {
          cards++;
        }
        shown.computeIfPresent(group, (unused, adverts) -> adverts + 1);
      }
    }
    return cards;
  }

  /** Passes what a search meets to one collector: its searcher has no threads of its own. */
  private static CollectorManager<Collector, Collector> alone(Collector only) {
    return new CollectorManager<>() {
      @Override
      public Collector newCollector() {
        return only;
      }

      @Override
      public Collector reduce(Collection<Collector> collectors) {
        return only;
      }
    };
  }

  /** The cluster of an advert by number; an advert that is alone has one of its own under 0. */
  private final class ByGroup extends GroupSelector<Integer> {
    private int[] groups = new int[0];
    private int base;
    private int current;

    @Override
    public void setNextReader(LeafReaderContext leaf) {
      groups = facts.groupsOf(leaf);
      base = leaf.docBase;
    }

    @Override
    public void setScorer(Scorable scorer) {
      // A group hangs on no score.
    }

    @Override
    public State advanceTo(int doc) {
      int group = groups[doc];
      current = facts.groups().isCluster(group) ? group : -1 - base - doc;
      return State.ACCEPT;
    }

    @Override
    public Integer currentValue() {
      return current;
    }

    @Override
    public Integer copyValue() {
      return current;
    }

    @Override
    public void setGroups(Collection<SearchGroup<Integer>> wanted) {
      throw new UnsupportedOperationException("groups are found in one pass");
    }
  }
}
