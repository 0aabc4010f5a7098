package org.vigie.pipeline.intake;

import java.nio.file.Path;
import org.vigie.advert.DeadLetter;

/** Appends dead letters to their file, each exactly once. */
public final class WriteDeadLetters extends AppendJsonLines<DeadLetter> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "write-dead-letters";

  public WriteDeadLetters(Path file) {
    super(file);
  }
}
