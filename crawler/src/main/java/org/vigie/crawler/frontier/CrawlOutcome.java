package org.vigie.crawler.frontier;

import static java.util.function.Function.identity;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a URL came to, how reports count it, and what it says of its site. */
public enum CrawlOutcome {
  FETCHED("fetched", Count.FETCHED, Site.ANSWERS),
  UNCHANGED("unchanged", Count.IN_ORDER, Site.ANSWERS),
  IMAGE_HASHED("image-hashed", Count.IN_ORDER, Site.ANSWERS),
  GONE("gone", Count.IN_ORDER, Site.ANSWERS),
  NOT_A_PAGE("not-a-page", Count.IN_ORDER, Site.ANSWERS),
  REDIRECT("redirect", Count.IN_ORDER, Site.ANSWERS),
  REDIRECT_OUT_OF_SCOPE("redirect-out-of-scope", Count.FORBIDDEN, Site.ANSWERS),
  REDIRECT_NOWHERE("redirect-nowhere", Count.FAILED, Site.ANSWERS),
  TOO_MANY_REDIRECTS("too-many-redirects", Count.FAILED, Site.ANSWERS),

  ROBOTS_DISALLOWED("robots-disallowed", Count.FORBIDDEN, Site.UNASKED),
  OUT_OF_SCOPE("out-of-scope", Count.FORBIDDEN, Site.UNASKED),
  MANDATE_EXPIRED("mandate-expired", Count.FORBIDDEN, Site.UNASKED),
  BUDGET_SPENT("budget-spent", Count.FORBIDDEN, Site.UNASKED),
  HOST_BUDGET_SPENT("host-budget-spent", Count.FORBIDDEN, Site.UNASKED),
  TRAP("trap", Count.FORBIDDEN, Site.UNASKED),
  LATER("later", Count.IN_ORDER, Site.UNASKED),

  ROBOTS_UNREACHABLE("robots-unreachable", Count.FORBIDDEN, Site.SHUT),
  ADDRESS_REFUSED("address-refused", Count.FORBIDDEN, Site.SHUT),
  TLS_FAILED("tls-failed", Count.FAILED, Site.SHUT),
  UNKNOWN_HOST("unknown-host", Count.FAILED, Site.SHUT),

  TIMEOUT("timeout", Count.FAILED, Site.REFUSES),
  CONNECTION_FAILED("connection-failed", Count.FAILED, Site.REFUSES),
  BAD_HTTP("bad-http", Count.FAILED, Site.REFUSES),
  HTTP_UNAUTHORIZED("http-401", Count.FAILED, Site.REFUSES),
  HTTP_FORBIDDEN("http-403", Count.FAILED, Site.REFUSES),
  HTTP_TOO_MANY_REQUESTS("http-429", Count.FAILED, Site.REFUSES),
  HTTP_LEGAL_REASONS("http-451", Count.FAILED, Site.REFUSES),
  HTTP_SERVER_ERROR("http-500", Count.FAILED, Site.REFUSES),
  HTTP_BAD_GATEWAY("http-502", Count.FAILED, Site.REFUSES),
  HTTP_UNAVAILABLE("http-503", Count.FAILED, Site.REFUSES),
  HTTP_GATEWAY_TIMEOUT("http-504", Count.FAILED, Site.REFUSES),

  /** Another status of HTTP, which its label names, or nothing that was foreseen. */
  OTHER("unhandled", Count.FAILED, Site.ANSWERS);

  private static final Map<String, CrawlOutcome> BY_LABEL =
      Stream.of(values()).collect(Collectors.toMap(CrawlOutcome::label, identity()));

  /** As what reports count it. */
  public enum Count {
    /** A page that was archived. */
    FETCHED,
    /** There was nothing to archive, and nothing amiss. */
    IN_ORDER,
    /** Robots rules, scope, budgets or safety forbade it. */
    FORBIDDEN,
    /** It could not be fetched. */
    FAILED
  }

  /** What it says of the site. */
  enum Site {
    /** It lets itself be crawled. */
    ANSWERS,
    /** Nothing: it was not asked for this page. */
    UNASKED,
    /** It keeps us from this page; several in a row, from all. */
    REFUSES,
    /** It keeps us from all of its pages. */
    SHUT
  }

  private final String label;
  private final Count count;
  private final Site site;

  CrawlOutcome(String label, Count count, Site site) {
    this.label = label;
    this.count = count;
    this.site = site;
  }

  /** Returns the outcome of that label; {@link #OTHER} if no other has it. */
  public static CrawlOutcome of(String label) {
    return BY_LABEL.getOrDefault(label, OTHER);
  }

  /** Returns the label of a status of HTTP that brought no page. */
  public static String labelOf(int status) {
    return "http-" + status;
  }

  /** Returns its name in frontiers and reports. */
  public String label() {
    return label;
  }

  /** Returns as what reports count it. */
  public Count count() {
    return count;
  }

  /** Returns whether every address of the host would come to the same. */
  public boolean isOfTheHost() {
    return site == Site.SHUT;
  }

  /** Returns what it says of the site. */
  Site site() {
    return site;
  }
}
