package org.vigie.page;

import org.teavm.extension.spi.substitution.SimpleSubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/**
 * Tells the compiler which classes stand in a browser for those that are too large for it: each
 * class below {@code org.vigie.page.instead} for the one of the name that follows.
 */
public final class PageSubstitutes extends SimpleSubstitutionPolicy {
  private static final String INSTEAD = "org.vigie.page.instead.";

  @Override
  public void contribute(SubstitutionSink sink) {
    for (String from : new String[] {"com", "org.vigie", "org.slf4j"}) {
      sink.selectClasses(inPackage(from, true)).packagePrefix(INSTEAD);
    }
    for (String name :
        new String[] {
          "java.nio.file.Files",
          "java.security.MessageDigest",
          "java.text.Normalizer",
          "java.text.Normalizer$Form"
        }) {
      sink.selectClasses(named(name)).packagePrefix(INSTEAD);
    }
  }
}
