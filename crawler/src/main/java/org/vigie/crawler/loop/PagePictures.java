package org.vigie.crawler.loop;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.ImageHash;
import org.vigie.capture.picture.PictureFields;
import org.vigie.capture.picture.PictureKind;
import org.vigie.capture.picture.PictureProcessException;
import org.vigie.capture.picture.PictureReading;
import org.vigie.capture.warc.BodyDigest;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.RawResponse;
import org.vigie.capture.warc.WarcArchive.FetchedPicture;
import org.vigie.crawler.CrawlPictures;
import org.vigie.crawler.fetch.FetchException;
import org.vigie.crawler.frontier.CrawlOutcome;
import org.vigie.crawler.frontier.FrontierScope;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.metrics.CrawlMetrics;

/**
 * Fetches and reads the pictures that a page's adverts show, where the seed asks for it: within
 * scope, mandate, budget, robots rules, pace and address guard, as pages are. Those that aren't
 * read are counted with the reason. Safe for use by several threads.
 */
final class PagePictures {
  /** A page of one advert shows few that matter; a listing shows one of each advert. */
  private static final int MOST = 8;

  /** Galleries show themselves by their first pictures: the text of others isn't looked for. */
  private static final int MOST_WITH_TEXT = 4;

  /** A host that wants longer pauses is asked for its pages alone. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final String READ = "read";

  /** It is one of many, or there is no tesseract. */
  private static final String READ_WITHOUT_TEXT = "read-without-text";

  private final CrawlRules rules;
  private final HostPaces pace;
  private final PoliteClient client;
  private final @Nullable CrawlPictures reader;
  private final CrawlMetrics metrics;
  private final Map<String, Long> outcomes = new ConcurrentHashMap<>();
  private final RecentPictures recent = new RecentPictures();

  /**
   * @param reader null if no picture is to be read
   * @param metrics where it is counted what came of each
   */
  PagePictures(
      CrawlRules rules,
      HostPaces pace,
      PoliteClient client,
      @Nullable CrawlPictures reader,
      CrawlMetrics metrics) {
    this.rules = rules;
    this.pace = pace;
    this.client = client;
    this.reader = reader;
    this.metrics = metrics;
  }

  /** Returns what came of pictures that adverts show → how many. */
  Map<String, Long> outcomes() {
    return Map.copyOf(outcomes);
  }

  /** Reads those of a page; others are counted. */
  List<FetchedPicture> read(Capture page, Extraction found) {
    List<FetchedPicture> pictures = new ArrayList<>();
    Seed seed = rules.scope().find(page.url());
    List<String> languages =
        found.adverts().stream().map(Advert::language).filter(code -> !code.isEmpty()).toList();
    Set<String> declared = declared(found);
    int asked = 0;
    for (String address : found.images()) {
      if (address.isBlank()) {
        continue;
      }
      if (reader == null || seed == null || !seed.pictures()) {
        count("not-asked-for");
      } else if (!declared.contains(address) && isKnown(address)) {
        count("read-before"); // as several pages show a site's own
      } else if (asked == MOST) {
        count("beyond-the-first");
      } else {
        asked++;
        boolean withText = pictures.size() < MOST_WITH_TEXT;
        try {
          FetchedPicture picture = fetched(address, withText, languages, reader);
          count(picture.reading());
          pictures.add(picture);
        } catch (LeftException e) {
          count(e.why);
        }
      }
    }
    return pictures;
  }

  /** Returns the addresses of those pictures that adverts declare as theirs. */
  static Set<String> declared(Extraction found) {
    Set<String> hashes = new HashSet<>();
    for (Advert advert : found.adverts()) {
      hashes.addAll(List.of(advert.fields().getOrDefault(PictureFields.ADDRESSES, "").split(" ")));
    }
    return found.images().stream()
        .filter(address -> hashes.contains(ImageHash.ofUrl(address)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Counts a picture that stands by itself at an address, unless it was read with its page. */
  void alone(String address) {
    if (!isKnown(address)) {
      count("alone");
    }
  }

  /** Returns what was found with what its adverts' pictures say. */
  static Extraction added(Extraction found, List<FetchedPicture> pictures) {
    if (pictures.isEmpty()) {
      return found;
    }
    Map<String, PictureReading> readings = new HashMap<>();
    pictures.forEach(
        picture -> readings.put(ImageHash.ofUrl(picture.address()), picture.reading()));
    return found.withAdverts(
        found.adverts().stream().map(advert -> PictureFields.added(advert, readings)).toList());
  }

  /** Tells why a picture isn't fetched. */
  private static final class LeftException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String why;

    LeftException(String why) {
      super(why, null, false, false);
      this.why = why;
    }

    LeftException(CrawlOutcome outcome) {
      this(outcome.label());
    }
  }

  private FetchedPicture fetched(
      String address, boolean withText, List<String> languages, CrawlPictures by)
      throws LeftException {
    String url = FrontierScope.normalize(address);
    if (url == null || FrontierScope.isTrap(url)) {
      throw new LeftException(CrawlOutcome.OUT_OF_SCOPE);
    }
    FetchedPicture known = recent.find(url, withText);
    if (known != null) {
      return new FetchedPicture(address, known.exchange(), known.mandate(), known.reading(), false);
    }
    try {
      URI uri = URI.create(url);
      Seed seed = allowed(uri);
      Exchange answer = answer(uri, seed);
      byte[] body = picture(answer);
      PictureReading reading = by.read(body, withText, languages);
      FetchedPicture picture =
          new FetchedPicture(address, withoutBody(answer, seed), seed.mandate(), reading, true);
      recent.keep(url, withText, picture);
      return picture;
    } catch (ExpiredMandateException e) {
      throw new LeftException(CrawlOutcome.MANDATE_EXPIRED);
    } catch (IllegalArgumentException e) {
      throw new LeftException(CrawlOutcome.OUT_OF_SCOPE); // no address of the web
    } catch (PictureProcessException e) {
      throw new LeftException("picture-process-failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LeftException("interrupted");
    }
  }

  private Seed allowed(URI url) throws LeftException, InterruptedException {
    return switch (rules.check(url, true)) {
      case CrawlRules.Answer.Refused refused -> throw new LeftException(refused.outcome());
      case CrawlRules.Answer.Allowed allowed -> {
        if (!allowed.seed().pictures()) { // the scope of another seed, with a mandate of its own
          throw new LeftException("not-asked-for");
        }
        yield allowed.seed();
      }
    };
  }

  private Exchange answer(URI url, Seed seed) throws LeftException, InterruptedException {
    if (pace.politeness().untilTurn(url.getHost()).compareTo(LONGEST_WAIT) > 0) {
      throw new LeftException(CrawlOutcome.LATER);
    }
    if (!rules.budgets().take(seed)) {
      throw new LeftException(CrawlOutcome.BUDGET_SPENT);
    }
    try {
      Exchange answer = client.getPicture(url, got -> pace.answered(url.getHost(), got));
      if (answer.response().status() / 100 != 2) {
        rules.budgets().giveBack(seed);
      }
      return answer;
    } catch (FetchException e) {
      rules.budgets().giveBack(seed);
      if (e.kind().isTransient()) {
        pace.politeness().backOff(url.getHost(), Duration.ZERO);
      }
      throw new LeftException(e.kind().outcome());
    }
  }

  /** What a server calls a picture may be anything: its first bytes tell. */
  private static byte[] picture(Exchange answer) throws LeftException {
    int status = answer.response().status();
    if (status / 100 == 3) {
      throw new LeftException(CrawlOutcome.REDIRECT);
    }
    if (status / 100 != 2) {
      throw new LeftException(CrawlOutcome.labelOf(status));
    }
    byte[] body = answer.response().body();
    if (answer.response().truncated() && body.length > 0) {
      throw new LeftException("picture-too-large");
    }
    if (!PictureKind.isPicture(body)) {
      throw new LeftException("not-a-picture");
    }
    return body;
  }

  private static Exchange withoutBody(Exchange answer, Seed seed) {
    RawResponse full = answer.response();
    BodyDigest digest =
        seed.imageHashes() ? new BodyDigest(full.payloadDigest(), full.body().length) : null;
    return new Exchange(
        answer.url(),
        answer.address(),
        answer.fetchedAt(),
        answer.took(),
        answer.request(),
        new RawResponse(
            full.version(),
            full.status(),
            full.reason(),
            full.headers(),
            new byte[0],
            false,
            digest),
        answer.tls());
  }

  private boolean isKnown(String address) {
    String url = FrontierScope.normalize(address);
    return url != null && recent.has(url);
  }

  private void count(PictureReading reading) {
    String refused = reading.refusal().kind();
    String read = reading.writing().unread().isEmpty() ? READ : READ_WITHOUT_TEXT;
    count(reading.known() ? "known" : refused.isEmpty() ? read : refused);
  }

  private void count(String outcome) {
    outcomes.merge(outcome, 1L, Long::sum);
    metrics.picture(outcome);
  }
}
