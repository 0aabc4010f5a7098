package org.vigie.crawler.focus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.crawler.frontier.CrawlOutcome;
import org.vigie.crawler.frontier.Origin;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.PageVisit;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.frontier.UrlRanking;
import org.vigie.crawler.politeness.KeyValueStore;

/**
 * A ranking of links that learns from each page fetched whether its link was worth following.
 *
 * <p>A page with adverts is worth 1; one that may be a text of any kind, {@value #TEXT}, so that
 * texts don't crowd out adverts, and are still found where a site has nothing else. Any other is
 * worth what its new links promise, at a discount: so listings are followed for the adverts behind
 * them, and what leads to listings for these (temporal differences: Sutton 1988,
 * doi:10.1007/BF00115009; for crawling, Rennie and McCallum 1999). It ranks addresses for the
 * frontier alone; no advert is judged by it.
 */
public final class LinkRanker implements UrlRanking {
  private static final Logger LOG = LoggerFactory.getLogger(LinkRanker.class);

  /** What a link behind a page is worth beside one on it: an advert is one fetch further. */
  private static final double DISCOUNT = 0.7;

  /**
   * What a page is worth that was taken for an advert since it is a text: less than a link of which
   * nothing is known. At 0.2 texts drew the crawl of {@code FocusedCrawlTest} away from its lists.
   */
  private static final double TEXT = 0.05;

  /** A listing is worth what its best links are, whatever its menu. */
  private static final int BEST_LINKS = 5;

  /** Pages between two times that the model is written: a kill loses what as many taught. */
  private static final int SAVE_EVERY = 512;

  private static final String KEY = "model";

  private final KeyValueStore store;
  private final LinkModel model;
  private int unsaved;

  private LinkRanker(KeyValueStore store, LinkModel model) {
    this.store = store;
    this.model = model;
  }

  /** Takes up the ranking that a store holds, or begins one. */
  public static LinkRanker on(KeyValueStore store) {
    try {
      byte[] kept = store.get(KEY);
      return new LinkRanker(store, kept == null ? new LinkModel() : LinkModel.read(kept));
    } catch (IOException e) {
      throw new UncheckedIOException("the ranking of links must be readable, but is not", e);
    }
  }

  /**
   * One reason of a score.
   *
   * @param feature what is told of the link
   * @param weight what it adds to the logarithm of the odds
   */
  public record Reason(String feature, double weight) {}

  @Override
  public synchronized double score(Target target) {
    if (target.origin().equals(Origin.NONE)) {
      return target.score(); // a seed, or where it redirects to: somebody chose it
    }
    return model.estimate(LinkFeatures.of(target).hashes());
  }

  /** Returns why a link scores as it does, what weighs most first. */
  public synchronized List<Reason> explain(Target target) {
    LinkFeatures features = LinkFeatures.named(target);
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < features.hashes().length; i++) {
      reasons.add(new Reason(features.names().get(i), model.weight(features.hashes()[i])));
    }
    reasons.sort(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.weight())));
    return reasons;
  }

  @Override
  public synchronized void learn(PageEnd end, List<Target> fresh) {
    if (end.outcome().equals(CrawlOutcome.REDIRECT.label())) {
      return; // where it leads has its features and will tell
    }
    model.learn(LinkFeatures.of(end.target()).hashes(), value(end, fresh));
    if (++unsaved >= SAVE_EVERY) {
      save();
    }
  }

  private static double value(PageEnd end, List<Target> fresh) {
    PageVisit visit = end.visit();
    boolean held = visit != null && !visit.adverts().isEmpty();
    return held && !end.doubtful() ? 1 : Math.max(held ? TEXT : 0, promise(fresh));
  }

  private static double promise(List<Target> fresh) {
    int best = Math.min(BEST_LINKS, fresh.size());
    double sum =
        fresh.stream()
            .mapToDouble(link -> -link.score())
            .sorted()
            .limit(BEST_LINKS)
            .map(score -> -score)
            .sum();
    return best == 0 ? 0 : DISCOUNT * sum / best;
  }

  @Override
  public boolean learns() {
    return true;
  }

  /** What isn't kept is learned again: no crawl ends for it. */
  @Override
  public synchronized void save() {
    if (unsaved == 0) {
      return;
    }
    try {
      store.put(KEY, model.bytes());
      unsaved = 0;
    } catch (IOException e) {
      LOG.warn("the ranking of links must be writable, but is not; the crawl goes on", e);
    }
  }
}
