package org.vigie.world.manners;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.world.hostile.HostileBehaviour.Conduct;
import org.vigie.world.hostile.Wire;

/** A host that is to be asked at a certain pace. */
final class PaceHost implements Conduct {
  /** What it wants. */
  enum Kind {
    /** Robots rules name a Crawl-delay. */
    CRAWL_DELAY,
    /** Some pages answer 429 with a Retry-After at first. */
    RETRY_AFTER,
    /** Some pages answer 503 at first, and want to be asked half as often. */
    UNAVAILABLE,
    /** Every answer takes its time, and as much is wanted between two. */
    SLOW,
    /** Every page leads to a page of the next host. */
    REDIRECTING,
    /** Robots rules are redirected to another host. */
    ROBOTS_ELSEWHERE,
    /** Nothing but the delay of the crawl. */
    ORDINARY
  }

  /** Longer than it takes to start a crawl again. */
  static final Duration CRAWL_DELAY = Duration.ofMillis(2_500);

  static final Duration RETRY_AFTER = Duration.ofSeconds(3);
  static final Duration SLOWNESS = Duration.ofMillis(1_200);

  /** Pages of a host that rests for seconds after each. */
  private static final int PAGES_OF_A_RESTING_HOST = 4;

  private static final int EVERY = 3;

  /** Enough that one page which is left for later keeps no other from being found. */
  private static final int LINKS_OF_A_PAGE = 12;

  private static final int WORDS_OF_A_PAGE = 20;
  private static final int LETTERS_OF_A_WORD = 6;

  private final Kind kind;
  private final int pages;
  private final String next;
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();

  /**
   * @param pages how many pages it has, if it may be asked often
   * @param next origin of the next host
   */
  PaceHost(Kind kind, int pages, String next) {
    this.kind = kind;
    boolean resting =
        kind == Kind.CRAWL_DELAY
            || kind == Kind.RETRY_AFTER
            || kind == Kind.UNAVAILABLE
            || kind == Kind.SLOW;
    this.pages = resting ? Math.min(pages, PAGES_OF_A_RESTING_HOST) : pages;
    this.next = next;
  }

  @Override
  public void answer(String target, Wire wire) throws Exception {
    if (target.equals("/robots.txt")) {
      robots(wire);
      return;
    }
    int times = asked.merge(target, 1, Integer::sum);
    boolean refused = times == 1 && target.hashCode() % EVERY == 0;
    switch (kind) {
      case RETRY_AFTER ->
          answer(wire.askRest(refused ? RETRY_AFTER : Duration.ZERO), target, refused ? 429 : 200);
      case UNAVAILABLE -> answer(wire, target, refused ? 503 : 200);
      case SLOW -> {
        Thread.sleep(SLOWNESS);
        answer(wire, target, 200);
      }
      case REDIRECTING -> {
        if (target.startsWith("/p")) {
          wire.redirect(next + "/from" + target);
        } else {
          answer(wire, target, 200);
        }
      }
      case CRAWL_DELAY, ROBOTS_ELSEWHERE, ORDINARY -> answer(wire, target, 200);
    }
  }

  private void robots(Wire wire) throws IOException {
    if (kind == Kind.ROBOTS_ELSEWHERE) {
      wire.redirect(next + "/robots.txt");
    } else if (kind == Kind.CRAWL_DELAY) {
      wire.tellCrawlDelay(CRAWL_DELAY)
          .answer(200, "text/plain", "User-agent: *\nCrawl-delay: 2.5\nDisallow: /no");
    } else {
      wire.answer(200, "text/plain", "User-agent: *\nDisallow: /no");
    }
  }

  private void answer(Wire wire, String target, int status) throws IOException {
    if (status != 200) {
      wire.answer(status, "text/plain", "later");
      return;
    }
    int first = target.startsWith("/p") ? Integer.parseInt(target.substring(2)) + 1 : 0;
    // The pages of a host that redirects lead nowhere within it: its front page names them all.
    int count = kind == Kind.REDIRECTING ? pages : LINKS_OF_A_PAGE;
    StringBuilder links = new StringBuilder("<title>page</title><p>");
    // No two pages are alike: a crawler may give up a kind of page that says nothing new.
    Random words = new Random(target.hashCode());
    for (int i = 0; i < WORDS_OF_A_PAGE; i++) {
      words.ints(LETTERS_OF_A_WORD, 'a', 'z' + 1).forEach(links::appendCodePoint);
      links.append(' ');
    }
    for (int i = first; i < Math.min(first + count, pages); i++) {
      links.append("<a href='/p").append(i).append("'>p</a> ");
    }
    wire.answer(200, "text/html", links.toString());
  }
}
