package org.vigie.search.broken;

import org.vigie.classifier.AdvertAssessor;

/** What no class of search may do; the architecture test checks that it is noticed. */
public final class SeesTheClassifier {
  private SeesTheClassifier() {}

  public static String name() {
    return AdvertAssessor.class.getName();
  }
}
