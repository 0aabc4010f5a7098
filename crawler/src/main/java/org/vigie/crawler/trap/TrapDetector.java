package org.vigie.crawler.trap;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.politeness.HostMemory;

/**
 * Says which URLs of a site without end are not worth a request any more: those beyond the budget
 * of their host or URL template, and those of a template whose pages have long said nothing new.
 *
 * <p>It counts what was fetched, so URLs that merely wait cost nothing. Its memory is bounded by
 * the hosts and {@link TrapConfig#templatesOfHost}: a site that makes templates up gains nothing.
 * What it counted of templates outlives the process; the budget of a host is of one run. Safe for
 * use by several threads.
 */
public final class TrapDetector {
  /** Name of the memory of a frontier that the counts are kept in. */
  public static final String MEMORY = "traps";

  /** A host is written down each time that it brought so many pages: a kill costs fewer. */
  private static final int PAGES_BETWEEN = 32;

  /** Sites change: what looked like a trap is given another chance. */
  private static final Duration GIVEN_UP = Duration.ofDays(30);

  /** What is to be made of a URL. */
  public enum Verdict {
    ADMITTED,
    /** Its template has no end, or nothing new. */
    TRAP,
    /** So many pages of its host were fetched in this run that the rest must wait. */
    HOST_SPENT
  }

  private static final class Host {
    private final Map<String, TemplateCounts> templates = new HashMap<>();
    private TemplateCounts others = new TemplateCounts();
    private long sinceMillis;
    private int pages;
    private boolean changed;
  }

  /**
   * What is remembered of a host.
   *
   * @param sinceMillis when a template was last given up, or else its first page was counted, in
   *     milliseconds since 1970
   * @param others of the templates beyond {@link TrapConfig#templatesOfHost} together
   */
  record Kept(
      long sinceMillis, Map<String, TemplateCounts.Kept> templates, TemplateCounts.Kept others) {}

  private final TrapConfig config;
  private final HostMemory memory;
  private final Clock clock;
  private final Map<String, Host> hosts = new HashMap<>();

  /**
   * @param memory where the counts of templates are kept
   */
  public TrapDetector(TrapConfig config, HostMemory memory, Clock clock) {
    this.config = config;
    this.memory = memory;
    this.clock = clock;
  }

  /** Returns whether a normalized address may still bring something new. */
  public synchronized Verdict judge(String url) {
    UrlTemplate template = UrlTemplate.of(url);
    Host host = host(template);
    if (counts(host, template).isTrap(config)) {
      return Verdict.TRAP;
    }
    return host.pages < config.pagesOfHost() ? Verdict.ADMITTED : Verdict.HOST_SPENT;
  }

  /**
   * Returns whether the text of the next page of this kind is wanted: of the first few none is, and
   * of many a sample.
   */
  public synchronized boolean wantsText(String url) {
    UrlTemplate template = UrlTemplate.of(url);
    return counts(host(template), template).wantsText();
  }

  /**
   * Keeps that a page was fetched for the first time: one that is looked at again says nothing of a
   * trap.
   *
   * @param text its fingerprint, or null if its text was not {@link #wantsText wanted}
   */
  public synchronized void fetched(String url, @Nullable TextFingerprint text) {
    UrlTemplate template = UrlTemplate.of(url);
    Host host = host(template);
    TemplateCounts counts = counts(host, template);
    if (counts != host.others) {
      host.templates.putIfAbsent(template.shape(), counts);
    }
    boolean wasTrap = counts.isTrap(config);
    counts.fetched(text);
    boolean givenUp = !wasTrap && counts.isTrap(config);
    if (givenUp) {
      host.sinceMillis = clock.millis();
    }
    host.pages++;
    host.changed = true;
    if (givenUp || host.pages % PAGES_BETWEEN == 0) {
      keep(template.host(), host);
    }
  }

  /** Writes down what was counted since it was written last. */
  public synchronized void keep() {
    hosts.forEach(this::keep);
  }

  private void keep(String name, Host host) {
    if (host.changed) {
      Map<String, TemplateCounts.Kept> templates = new HashMap<>();
      host.templates.forEach((shape, counts) -> templates.put(shape, counts.kept()));
      memory.keep(name, new Kept(host.sinceMillis, templates, host.others.kept()));
      host.changed = false;
    }
  }

  private Host host(UrlTemplate template) {
    return hosts.computeIfAbsent(template.host(), this::recall);
  }

  private Host recall(String name) {
    Host host = new Host();
    host.sinceMillis = clock.millis();
    Kept kept = memory.recall(name, Kept.class);
    if (kept != null && host.sinceMillis - kept.sinceMillis() < GIVEN_UP.toMillis()) {
      host.sinceMillis = kept.sinceMillis();
      host.others = TemplateCounts.of(kept.others());
      kept.templates()
          .forEach((shape, counts) -> host.templates.put(shape, TemplateCounts.of(counts)));
    }
    return host;
  }

  private TemplateCounts counts(Host host, UrlTemplate template) {
    TemplateCounts known = host.templates.get(template.shape());
    if (known != null) {
      return known;
    }
    return host.templates.size() < config.templatesOfHost() ? new TemplateCounts() : host.others;
  }
}
