package org.vigie.pipeline.escalation;

import java.nio.file.Path;
import org.vigie.advert.Escalation;
import org.vigie.pipeline.intake.AppendJsonLines;

/** Appends escalations of minor-risk adverts to their file, each exactly once. */
public final class WriteEscalations extends AppendJsonLines<Escalation> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "write-escalations";

  public WriteEscalations(Path file) {
    super(file);
  }
}
