package org.vigie.classifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;

/** Reads adverts for contacts, language, indicators and risk. One per thread. */
public final class AdvertAssessor {
  public static AdvertAssessor load(Path models) throws IOException {
    throw new IllegalStateException("placeholder");
  }

  public AssessedAdvert assess(Advert advert) {
    throw new IllegalStateException("placeholder");
  }

  /**
   * Returns the contacts in a text, however disguised; {@code country} (or empty) completes phones
   * written without one.
   */
  public List<Contact> contactsIn(String text, String country) {
    throw new IllegalStateException("placeholder");
  }
}
