package org.vigie.casework.retention;

import java.time.Duration;
import java.util.Locale;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.CryForHelp;
import org.vigie.advert.Outcome;
import org.vigie.casework.config.RetentionSettings;

/** A kind of advert that has a time limit of its own. */
public enum Limit {
  /** A model finds it risky. */
  RISKY,
  /** It may concern a minor, and so is in no index. */
  ESCALATED,
  /** Its writer may be a victim. */
  COMPLAINT,
  /** Any other. */
  OTHER;

  /** Returns the name in files and phrases. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the one that an indexed advert is under: what may be a victim's comes first. */
  public static Limit of(AssessedAdvert advert) {
    if (CryForHelp.isOne(advert)) {
      return COMPLAINT;
    }
    return advert.assessments().stream().anyMatch(one -> one.outcome() == Outcome.RISK)
        ? RISKY
        : OTHER;
  }

  /** Returns how long after it was last collected an advert of this kind is kept. */
  public Duration of(RetentionSettings settings) {
    return Duration.ofDays(
        switch (this) {
          case RISKY -> settings.risky();
          case ESCALATED -> settings.escalated();
          case COMPLAINT -> settings.complaints();
          case OTHER -> settings.others();
        });
  }
}
