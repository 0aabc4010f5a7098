package org.vigie.casework.retention;

import java.time.Duration;
import java.util.Locale;
import org.vigie.casework.config.RetentionSettings;

/** A kind of advert that has a time limit of its own. */
public enum Limit {
  /** A model finds it risky. */
  RISKY,
  /** It may concern a minor, and so is in no index. */
  ESCALATED,
  /** Any other. */
  OTHER;

  /** Returns the name in files and phrases. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns how long after it was last collected an advert of this kind is kept. */
  public Duration of(RetentionSettings settings) {
    return Duration.ofDays(
        switch (this) {
          case RISKY -> settings.risky();
          case ESCALATED -> settings.escalated();
          case OTHER -> settings.others();
        });
  }
}
