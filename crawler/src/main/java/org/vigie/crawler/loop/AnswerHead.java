package org.vigie.crawler.loop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Capture;
import org.vigie.capture.warc.Exchange;
import org.vigie.crawler.frontier.KeptAnswer;
import org.vigie.crawler.frontier.PageVisit;
import org.vigie.crawler.frontier.Seed;

/**
 * The head of an answer, which tells what its visit comes to before the body is read.
 *
 * @param exchange the request with its answer
 */
record AnswerHead(Exchange exchange) {
  /** Some dozen characters are usual; what is longer would be sent with every visit. */
  private static final int MAX_VALIDATOR = 512;

  /** Returns the visit, as far as the head tells. */
  PageVisit visit(@Nullable PageVisit last) {
    int status = exchange.response().status();
    boolean reusable =
        !exchange.response().truncated()
            && (status == CaptureFetcher.NOT_MODIFIED || (status >= 200 && status < 300));
    return new PageVisit(
        exchange.fetchedAt().toEpochMilli(),
        Math.toIntExact(exchange.took().toMillis()),
        status,
        reusable
            ? KeptAnswer.ofValidators(validator("etag"), validator("last-modified"))
            : KeptAnswer.NONE,
        List.of(),
        last == null ? 1 : last.times() + 1,
        0);
  }

  private String validator(String name) {
    String value = CaptureFetcher.header(exchange, name).strip();
    return value.length() > MAX_VALIDATOR ? "" : value;
  }

  /** Returns the answer as the extractor reads it, before it has a place in the archive. */
  Capture capture(Seed seed) {
    return new Capture(
        exchange.url(),
        exchange.fetchedAt(),
        exchange.response().status(),
        exchange.response().headerMap(),
        "",
        "",
        0,
        seed.mandate().id());
  }
}
