package org.vigie.training.figures;

import java.io.IOException;
import java.util.List;

/** Measures some of the figures. */
@FunctionalInterface
public interface FigureSource {
  /**
   * Returns the figures; those whose data is absent say which is.
   *
   * @param places where models and data lie
   */
  List<Figure> measure(Places places) throws IOException;
}
