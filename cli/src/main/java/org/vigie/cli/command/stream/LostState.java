package org.vigie.cli.command.stream;

import java.util.Optional;
import org.vigie.pipeline.RunProgress;
import org.vigie.text.safe.Words;

/** A saved state that an index goes with and that a run doesn't find. */
public final class LostState {
  private boolean said;

  /** Returns the line that says so, once. */
  Optional<String> line(RunProgress progress) {
    if (said || progress.readAnew() == 0) {
      return Optional.empty();
    }
    said = true;
    return Optional.of(line(progress.readAnew()));
  }

  /**
   * Returns that line.
   *
   * @param adverts that the index holds
   */
  public static String line(long adverts) {
    return "no saved state goes with the index (%s): all inputs are read again, and the index is made anew; a backup has both (./vigie restore --from BACKUP --to DIR)"
        .formatted(Words.count(adverts, "advert", "adverts"));
  }
}
