package org.vigie.crawler.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Observation;
import org.vigie.advert.Observation.Kind;
import org.vigie.capture.warc.ArchivedPage;
import org.vigie.capture.warc.Comparison;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.WarcArchive.FetchedPicture;
import org.vigie.crawler.frontier.CrawlOutcome;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.PageHistory;
import org.vigie.crawler.frontier.PageVisit;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.frontier.Target;

/**
 * An answer to a URL under way, beside the last visit to that URL.
 *
 * @param exchange the request with its answer
 * @param seed in whose scope the URL lies
 * @param last the visit before, or null
 * @param visit this visit, as far as the answer's header tells
 * @param use what the answer is good for
 */
record Answered(Exchange exchange, Seed seed, @Nullable PageVisit last, PageVisit visit, Use use) {
  /** A site's own name for an advert is short; what is longer is not kept whole. */
  private static final int MAX_SOURCE_ID = 200;

  /** What an answer is good for. */
  enum Use {
    /** It is archived. */
    ARCHIVED,
    /** It says that the page is still the one that was archived. */
    UNCHANGED,
    /** It is archived, but it is a frame that no script has filled: it says nothing of adverts. */
    UNSHOWN,
    /** It is a picture, of which the archive is told the digest. */
    DIGESTED,
    /** It is not archived, because it is no page. */
    NO_PAGE
  }

  /** What the page shows now, and what of it is new. */
  record Found(
      PageVisit visit, boolean changed, boolean bringsNew, List<Observation> observations) {}

  /**
   * Returns what to archive, or null.
   *
   * @param extractionCut whether the page held more than extraction looks at
   * @param rendering what a browser made of the page
   * @param pictures those of its adverts that were read
   */
  PageCommitter.@Nullable Answer answer(
      List<Observation> observations,
      boolean extractionCut,
      Rendering rendering,
      List<FetchedPicture> pictures) {
    if (use == Use.NO_PAGE) {
      return null;
    }
    ArchivedPage sameAs = use == Use.UNCHANGED && last != null ? archived(last) : null;
    Comparison comparison = new Comparison(sameAs, observations, extractionCut);
    return new PageCommitter.Answer(
        exchange, seed.mandate(), comparison, !keepsLast(), rendering, pictures);
  }

  private static ArchivedPage archived(PageVisit last) {
    Instant at = Instant.ofEpochMilli(last.history().pageMillis());
    return new ArchivedPage(at, last.kept().container(), last.kept().offset());
  }

  /** Returns the end of the visit; a picture under the same address is the same picture. */
  PageEnd end(Target target, String outcome, Found found, List<Target> links) {
    Duration again =
        use == Use.DIGESTED ? Duration.ZERO : RevisitPolicy.interval(seed, last, found);
    PageVisit done = found.visit().again(again.toMillis());
    Set<String> fresh = new HashSet<>(done.adverts());
    if (last != null) {
      last.adverts().forEach(fresh::remove);
    }
    return new PageEnd(target, outcome, done, links, null, fresh.size(), found.changed());
  }

  /**
   * Returns what the page shows.
   *
   * @param adverts the adverts that were read from it
   * @param links where it leads
   */
  Found found(List<Advert> adverts, List<Target> links) {
    PageVisit before = last;
    if (before != null && keepsLast()) {
      PageHistory history = before.history();
      PageHistory now = use == Use.UNCHANGED ? history.compared(false, since(before)) : history;
      List<Observation> still =
          use == Use.UNCHANGED ? fates(before).all(Kind.STILL_THERE, "") : List.of();
      PageVisit kept = visit.keeping(before);
      return new Found(kept.with(kept.adverts(), now), false, false, still);
    }
    List<Advert> kept = distinct(adverts);
    List<String> ids = kept.stream().map(Advert::id).toList();
    List<String> sources = kept.stream().map(Answered::sourceId).toList();
    boolean archived = use == Use.ARCHIVED && visit.isSuccess();
    long page = archived ? exchange.fetchedAt().toEpochMilli() : 0;
    long hash = archived ? hash(links) : 0;
    if (before == null) {
      PageHistory first = PageHistory.none().found(page, sources, hash, 0);
      return new Found(visit.with(ids, first), false, false, List.of());
    }
    boolean compared = archived && before.hasPage();
    boolean changed = compared && changed(before, ids, hash);
    boolean bringsNew = compared && bringsNew(before, ids, hash);
    PageHistory history =
        compared ? before.history().compared(changed, since(before)) : before.history();
    PageVisit now = visit.with(ids, history.found(page, sources, hash, goneTimes(before)));
    return new Found(now, changed || goes(before), bringsNew, observations(before, now));
  }

  /** Returns whether the answer leaves the page as it was, as far as known. */
  private boolean keepsLast() {
    if (last == null || !last.hasPage()) {
      return false;
    }
    // 401, 403, 451 and the like say nothing about the page itself.
    boolean refused = visit.status() >= 400 && !visit.isGone();
    return use == Use.UNCHANGED || use == Use.UNSHOWN || refused;
  }

  /**
   * Returns the same of a page that has to be rendered and was not: after a visit that was, it
   * leaves all as it was.
   */
  Answered unshown() {
    boolean knownBefore = seed.render() && last != null && last.hasPage();
    return knownBefore && use == Use.ARCHIVED
        ? new Answered(exchange, seed, last, visit, Use.UNSHOWN)
        : this;
  }

  private boolean goes(PageVisit before) {
    return before.hasPage() && (visit.isGone() || visit.isRedirect());
  }

  private int goneTimes(PageVisit before) {
    int times = before.history().goneTimes();
    boolean known = before.hasPage() || times > 0;
    return visit.isGone() && known ? Math.min(times + 1, RevisitPolicy.MAX_GONE_LOOKS) : 0;
  }

  private List<Observation> observations(PageVisit before, PageVisit now) {
    AdvertFates fates = fates(before);
    if (visit.isGone()) {
      return fates.all(Kind.GONE, CrawlOutcome.labelOf(visit.status()));
    }
    if (visit.isRedirect()) {
      return fates.all(Kind.REDIRECTED, CaptureFetcher.header(exchange, "location"));
    }
    return fates.on(now.adverts(), now.history().sourceIds(), !exchange.response().truncated());
  }

  private AdvertFates fates(PageVisit before) {
    return new AdvertFates(exchange.url(), exchange.fetchedAt(), before);
  }

  /**
   * What counts is what a crawl is after: adverts, else links. Bytes alone change with every answer
   * of many sites.
   */
  private boolean changed(PageVisit before, List<String> ids, long hash) {
    if (!ids.isEmpty() || !before.adverts().isEmpty()) {
      return !Set.copyOf(ids).equals(Set.copyOf(before.adverts()));
    }
    boolean bare = hash == 0 && before.history().linksHash() == 0;
    return bare
        ? !before.kept().payloadDigest().equals(exchange.response().payloadDigest())
        : hash != before.history().linksHash();
  }

  /** A list of adverts changes by new adverts, a list of links by new links. */
  private static boolean bringsNew(PageVisit before, List<String> ids, long hash) {
    boolean manyAdverts = ids.size() > 1 && !Set.copyOf(before.adverts()).containsAll(ids);
    boolean links =
        ids.isEmpty() && before.adverts().isEmpty() && hash != before.history().linksHash();
    return manyAdverts || links;
  }

  private long since(PageVisit before) {
    return Math.max(0, visit.atMillis() - before.atMillis());
  }

  private static List<Advert> distinct(List<Advert> adverts) {
    List<Advert> distinct = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Advert advert : adverts) {
      if (distinct.size() < PageVisit.MAX_ADVERTS && ids.add(advert.id())) {
        distinct.add(advert);
      }
    }
    return distinct;
  }

  private static String sourceId(Advert advert) {
    String id = advert.sourceId();
    return id.length() > MAX_SOURCE_ID ? id.substring(0, MAX_SOURCE_ID) : id;
  }

  /**
   * A sum does not depend on the order of the links; each is mixed first, as in SplittableRandom.
   */
  private static long hash(List<Target> links) {
    Set<String> urls = new HashSet<>();
    links.forEach(link -> urls.add(link.url()));
    long sum = 0;
    for (String url : urls) {
      long z = url.hashCode() * 0x9e3779b97f4a7c15L + url.length();
      z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
      z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
      sum += z ^ (z >>> 31);
    }
    return sum;
  }
}
