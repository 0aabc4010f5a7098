package org.vigie.crawler.loop;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.vigie.capture.warc.Exchange;
import org.vigie.crawler.politeness.Politeness;

/** What the answers of hosts mean for the pace at which they are asked. */
record HostPaces(Politeness politeness, Clock clock) {
  void answered(String host, Exchange exchange) {
    if (isOverloaded(exchange)) {
      politeness.backOff(host, retryAfter(exchange));
    } else {
      politeness.succeeded(host, exchange.took());
    }
  }

  static boolean isOverloaded(Exchange exchange) {
    return exchange.response().status() == 429 || exchange.response().status() >= 500;
  }

  private Duration retryAfter(Exchange exchange) {
    String value = CaptureFetcher.header(exchange, "retry-after").strip();
    try {
      if (!value.isEmpty() && value.length() < 10 && value.chars().allMatch(Character::isDigit)) {
        return Duration.ofSeconds(Long.parseLong(value));
      }
      if (!value.isEmpty()) {
        ZonedDateTime until =
            ZonedDateTime.parse(
                value, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH));
        Duration wait = Duration.between(clock.instant(), until);
        return wait.isNegative() ? Duration.ZERO : wait;
      }
    } catch (DateTimeException e) {
      return Duration.ZERO; // not a time: our own back-off holds
    }
    return Duration.ZERO;
  }
}
