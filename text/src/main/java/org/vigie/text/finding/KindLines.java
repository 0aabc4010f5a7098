package org.vigie.text.finding;

import java.util.Locale;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.CryForHelp;
import org.vigie.advert.Finding;
import org.vigie.advert.TextKind;

/** What kind of text an advert is, and what that says of who wrote it. */
public final class KindLines {
  private KindLines() {}

  /** Returns the kind and how sure that is; none if it isn't known. */
  public static Finding kind(AssessedAdvert advert) {
    TextKind kind = advert.kind();
    return kind == null
        ? Finding.NONE
        : Finding.of("kind-of-text")
            .with("genre", kind.genre().label())
            .with("probability", String.format(Locale.ROOT, "%.2f", kind.sureness()));
  }

  /** Returns how to treat whoever wrote an advert that is a cry for help; none of any other. */
  public static Finding writer(AssessedAdvert advert) {
    return CryForHelp.isOne(advert) ? Finding.of("may-be-victim") : Finding.NONE;
  }
}
