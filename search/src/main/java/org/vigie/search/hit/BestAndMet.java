package org.vigie.search.hit;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;

/**
 * Finds the best documents of a query and keeps what it meets on the way: all that match, if there
 * are too few to leave any out, so that nobody has to look for them again. For searchers without
 * threads of their own, which ask for one collector.
 */
final class BestAndMet implements CollectorManager<Collector, BestAndMet.Found> {
  private final TopFieldCollectorManager best;
  private final HitCollector met = HitCollector.ofAll();

  /**
   * @param limit how many of the best are wanted, at least 1
   * @param mostMet matches up to which none is left out, even if it can't be among the best
   */
  BestAndMet(Sort order, int limit, int mostMet) {
    this.best = new TopFieldCollectorManager(order, limit, mostMet);
  }

  /**
   * What was found.
   *
   * @param all all documents that match; empty if some were left out
   */
  record Found(TopFieldDocs best, Optional<HitCollector> all) {}

  @Override
  public Collector newCollector() {
    return new Both(best.newCollector(), met);
  }

  @Override
  public Found reduce(Collection<Collector> collectors) throws IOException {
    TopFieldDocs found = best.reduce(best.getCollectors());
    boolean isWhole = found.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
    return new Found(found, isWhole ? Optional.of(met) : Optional.empty());
  }

  /** Passes what it meets to two collectors, of which the first says what may be left out. */
  private record Both(Collector best, Collector met) implements Collector {
    @Override
    public ScoreMode scoreMode() {
      return best.scoreMode();
    }

    @Override
    public void setWeight(Weight weight) {
      best.setWeight(weight);
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      LeafCollector bestOfLeaf = best.getLeafCollector(leaf);
      LeafCollector metInLeaf = met.getLeafCollector(leaf);
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) throws IOException {
          bestOfLeaf.setScorer(scorer);
        }

        @Override
        public void collect(int doc) throws IOException {
          metInLeaf.collect(doc);
          bestOfLeaf.collect(doc);
        }

        @Override
        public DocIdSetIterator competitiveIterator() throws IOException {
          return bestOfLeaf.competitiveIterator();
        }

        @Override
        public void finish() throws IOException {
          bestOfLeaf.finish();
        }
      };
    }
  }
}
