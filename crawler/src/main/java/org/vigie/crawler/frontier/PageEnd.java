package org.vigie.crawler.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a URL under way: with it, one transaction ends its visit.
 *
 * @param target the URL
 * @param outcome short name, as reports count it
 * @param visit the visit, if it brought an answer; it says when the URL is due again
 * @param links where the page leads
 * @param archive how far the archive is written with its answer; null if none was archived
 * @param newAdverts adverts that the last visit had not found
 * @param changed whether the page was visited before and differs now
 * @param doubtful whether its adverts may be texts of any kind
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageEnd(
    Target target,
    String outcome,
    @Nullable PageVisit visit,
    List<Target> links,
    @Nullable ArchivePosition archive,
    int newAdverts,
    boolean changed,
    boolean doubtful) {
  /** A host that takes longer to answer goes to the slow lane. */
  private static final Duration SLOW = Duration.ofSeconds(5);

  public PageEnd {
    // The log that processes share tells of links apart from the end.
    links = links == null ? List.of() : List.copyOf(links);
  }

  /** An end whose adverts, if it has any, are no doubt adverts. */
  public PageEnd(
      Target target,
      String outcome,
      @Nullable PageVisit visit,
      List<Target> links,
      @Nullable ArchivePosition archive,
      int newAdverts,
      boolean changed) {
    this(target, outcome, visit, links, archive, newAdverts, changed, false);
  }

  /** Returns this end with adverts that may be texts of any kind. */
  public PageEnd doubted() {
    return new PageEnd(target, outcome, visit, links, archive, newAdverts, changed, true);
  }

  /** Returns the end of a URL that brought nothing to archive. */
  public static PageEnd without(Target target, String outcome) {
    return new PageEnd(target, outcome, null, List.of(), null, 0, false);
  }

  /** Returns this end with the answer's place in the archive. */
  public PageEnd archivedAt(PageVisit place, ArchivePosition until) {
    return new PageEnd(target, outcome, place, links, until, newAdverts, changed, doubtful);
  }

  /** Returns whether a page was archived, or that it is still the same. */
  boolean isPage() {
    return archive != null && visit != null && (visit.isSuccess() || visit.status() == 304);
  }

  /** Returns whether its host answered in time; null if it wasn't asked. */
  @Nullable Boolean inTime() {
    return visit == null ? null : visit.tookMillis() < SLOW.toMillis();
  }
}
