package org.vigie.crawler.frontier;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The URLs whose turn has come, with their records; one whose record is damaged is set aside. */
final class DueUrls {
  private final UrlStore store;
  private final UrlSchedule schedule;
  private final FrontierChanges changes;

  DueUrls(UrlStore store, UrlSchedule schedule, FrontierChanges changes) {
    this.store = store;
    this.schedule = schedule;
    this.changes = changes;
  }

  /**
   * Waits for a URL and takes it; null if there are to be no more.
   *
   * @throws IOException if the store can't be read
   */
  @Nullable Due take() throws InterruptedException, IOException {
    try {
      QueueKey place;
      while ((place = next()) != null) {
        UrlState state = record(place);
        if (state != null) {
          schedule.begin(state.target(), place);
          return new Due(state.target(), state.visit());
        }
        changes.setAside(place);
      }
      return null;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Those that a host counts and that stand in no queue are found out when it runs dry. */
  private @Nullable QueueKey next() throws InterruptedException, IOException {
    QueueKey place = schedule.awaitNext();
    changes.setLostAside();
    return place;
  }

  private @Nullable UrlState record(QueueKey place) throws IOException {
    try {
      return UrlState.at(place, store);
    } catch (IOException e) {
      schedule.giveUp(place);
      throw e;
    }
  }
}
