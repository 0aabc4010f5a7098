package org.vigie.crawler.loop;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vigie.capture.warc.Exchange;
import org.vigie.crawler.politeness.Politeness;

/** What the answers of hosts mean for the pace at which they are asked. */
record HostPaces(Politeness politeness, Clock clock) {
  private static final List<DateTimeFormatter> DATES =
      Stream.of(
              DateTimeFormatter.RFC_1123_DATE_TIME,
              DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"),
              DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy"))
          .map(form -> form.withLocale(Locale.ENGLISH).withZone(ZoneOffset.UTC))
          .toList();

  void answered(String host, Exchange exchange) {
    if (isOverloaded(exchange)) {
      politeness.backOff(host, retryAfter(exchange));
    } else {
      politeness.succeeded(host, exchange.took());
      politeness.rest(host, retryAfter(exchange)); // a redirect may ask for it as well
    }
  }

  /** Returns what also keeps what a robots.txt means; that it is well says nothing of pages. */
  Consumer<Exchange> ofRobots(String host, Consumer<Exchange> others) {
    return answer -> {
      if (isOverloaded(answer)) {
        politeness.backOff(host, retryAfter(answer));
      } else {
        politeness.rest(host, retryAfter(answer));
      }
      others.accept(answer);
    };
  }

  static boolean isOverloaded(Exchange exchange) {
    return exchange.response().status() == 429 || exchange.response().status() >= 500;
  }

  /** RFC 9110, section 10.2.3: seconds, or a date in any of the three forms of section 5.6.7. */
  private Duration retryAfter(Exchange exchange) {
    String value = CaptureFetcher.header(exchange, "retry-after").strip();
    if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      // More seconds than can be counted are as good as a long life (RFC 9111, section 1.2.2).
      return Duration.ofSeconds(value.length() < 10 ? Long.parseLong(value) : Integer.MAX_VALUE);
    }
    for (DateTimeFormatter form : DATES) {
      try {
        Duration wait = Duration.between(clock.instant(), ZonedDateTime.parse(value, form));
        return wait.isNegative() ? Duration.ZERO : wait;
      } catch (DateTimeException e) {
        continue; // perhaps in the next form
      }
    }
    return Duration.ZERO; // not a time: our own back-off holds
  }
}
