package org.vigie.crawler.frontier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.vigie.crawler.frontier.UrlStore.Table;

/**
 * The check that the tables of a frontier agree: each place in a queue has the record of its URL,
 * each URL that is to be visited has its place, and each host counts as many new ones as wait.
 */
final class FrontierCheck {
  private final UrlStore store;
  private final Map<UrlKey, Long> waiting = new HashMap<>();
  private long places;
  private long urls;
  private long hosts;

  FrontierCheck(UrlStore store) {
    this.store = store;
  }

  /**
   * @throws IOException if they don't, or can't be read
   */
  void requireAgreement() throws IOException {
    try {
      store.each(Table.QUEUES, new byte[0], entry -> place(QueueKey.read(entry.key())));
      store.each(Table.URLS, new byte[0], entry -> url(entry.value()));
      store.eachHost(this::host);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (places + urls + hosts > 0) {
      throw new IOException(
          ("the tables of the crawl frontier must agree, but don't: %d places in queues without"
                  + " their URL, %d URLs without their place, %d hosts with a wrong count")
              .formatted(places, urls, hosts));
    }
  }

  private void place(QueueKey place) {
    if (place.kind() == QueueKey.Kind.NEW) {
      waiting.merge(place.host(), 1L, Long::sum);
    }
    try {
      UrlState state = UrlState.at(place, store);
      places += state == null ? 1 : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void url(byte[] record) {
    UrlState state = UrlState.readOrNull(record);
    try {
      boolean fit =
          state != null
              && (state.order() < 0 || store.get(Table.QUEUES, state.place().bytes()) != null);
      urls += fit ? 0 : 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void host(HostRecord host) {
    long counted = waiting.getOrDefault(UrlKey.of(host.name()), 0L);
    hosts += counted == host.waiting() ? 0 : 1;
  }
}
