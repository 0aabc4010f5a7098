package org.vigie.cli.command.stream;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.vigie.casework.config.WatchlistFile;
import org.vigie.casework.environment.Environment;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;

/** Contacts of the watchlist whose last day is over, of which nobody else would tell. */
final class ExpiredWatches {
  private ExpiredWatches() {}

  /** Says how many there are, if there are any. */
  static void tell(Environment environment, Workspace workspace) {
    LocalDate today = LocalDate.ofInstant(environment.clock().instant(), ZoneOffset.UTC);
    long expired = WatchlistFile.expired(workspace.watchlist(), today);
    if (expired > 0) {
      environment
          .err()
          .printf(
              "%s of watchlist.yaml expired: adverts after their last day raise no alert.%n",
              Words.count(expired, "contact", "contacts"));
    }
  }
}
