package org.vigie.classifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;

/** The published indicators, as {@code models/taxonomy.yaml} defines them. */
public final class Taxonomy {
  public static Taxonomy load(Path models) throws IOException {
    throw new IllegalStateException("placeholder");
  }

  public String version() {
    throw new IllegalStateException("placeholder");
  }

  /**
   * Returns row {@code id} as found: with spans and detail. @throws IllegalArgumentException if
   * there is no such row
   */
  public Indicator indicator(String id, List<Span> spans, String detail) {
    throw new IllegalStateException("placeholder");
  }
}
